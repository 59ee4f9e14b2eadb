"""Specimens of what is read: byline, marks, citation, conclusion, margin."""

from datetime import date

from proceedings.publishing.specimens.specimen import Specimen

LINKS = "Tab stops at the links in reading order; Enter follows."
NONE = "No stop of its own."

PARAGRAPHS = (
    "Đoạn văn mẫu để xem kiểu chữ: những dấu chồng như ẫ, ặ, ỗ, ễ, ử, ữ, ợ không chạm nhau giữa hai dòng, "
    "và một dòng dài chừng sáu mươi lăm chữ cái thì mắt tìm được đầu dòng kế tiếp.",
    "Đoạn thứ hai nhắc đến điểm a khoản 2 Điều 5 và Điều 12b, số 1.234 và ngày 07/09/2021.",
)
TASKS = (
    {
        "text": "Rà soát câu chữ của đoạn mẫu thứ nhất",
        "owner": "Cơ quan mẫu A",
        "due": date(2030, 3, 15),
        "chip": "done",
        "state": "Hoàn thành",
    },
    {
        "text": "Bổ sung một ví dụ dài hơn để bảng có dòng xuống hàng",
        "owner": "Cơ quan mẫu B",
        "due": date(2030, 4, 1),
        "chip": "late",
        "state": "Quá hạn",
    },
    {"text": "Việc mẫu chưa có thời hạn", "chip": "progress", "state": "Đang thực hiện"},
)

READING = (
    Specimen(
        "mark",
        "nothing",
        NONE,
        "Printed as it is.",
        (("the seal", {}),),
    ),
    Specimen(
        "byline",
        "title; over (a line above), author, posts (list, protocol order), body, body_href, heading (h1)",
        LINKS,
        "Heads the paper on its own sheet (put `paper` on the article).",
        (
            (
                "a paper with author",
                {
                    "title": "Tên bài tham luận mẫu, đủ dài để xuống dòng và thấy khoảng cách hai dòng",
                    "over": "Văn bản góp ý số 12 · tham luận trực tiếp thứ 3",
                    "author": "Người viết mẫu",
                    "posts": ("Chức vụ mẫu thứ nhất,", "Chức vụ mẫu thứ hai"),
                    "body": "Cơ quan mẫu",
                    "body_href": "#reading",
                    "heading": "h4",
                },
            ),
            ("a body alone", {"title": "Văn bản góp ý mẫu", "body": "Cơ quan mẫu", "heading": "h4"}),
        ),
    ),
    Specimen(
        "sample_mark",
        "is_small (in a list) or nothing (at the head of a paper)",
        NONE,
        "Always printed, never broken across sheets.",
        (("in full", {}), ("small", {"is_small": True})),
    ),
    Specimen(
        "margin_note",
        "label, text, href. Stands after its paragraph in a `with-margin` container",
        LINKS,
        "Below its paragraph, indented.",
        (
            ("a note", {"label": "Tiếp thu tại", "text": "khoản 2 Điều 5 dự thảo 2", "href": "#reading"}),
            ("without link", {"label": "Người phát biểu", "text": "Đại biểu mẫu, điểm cầu mẫu"}),
        ),
    ),
    Specimen(
        "cite",
        "id, text (plain citation), url, formats (list of href, label)",
        "Tab to the address and the formats; one click on the text selects the whole of it.",
        "Printed; the address is written out.",
        (
            (
                "with formats",
                {
                    "id": "cite-sample",
                    "text": "Cơ quan mẫu, “Tên bài mẫu”, Kỷ yếu Hội thảo mẫu, ấn bản 1, 2030, văn bản số 12.",
                    "url": "https://example.org/workshops/mau/editions/1/contributions/12/",
                    "formats": ({"href": "#bib", "label": "BibTeX"}, {"href": "#ris", "label": "RIS"}),
                },
            ),
        ),
    ),
    Specimen(
        "conclusion",
        "kind (words), title; id, number, on (date), speaker, post, paragraphs (list), tasks, tasks_caption",
        LINKS,
        "Printed in full; the table repeats its head.",
        (
            (
                "closing words with tasks",
                {
                    "kind": "Phát biểu kết luận",
                    "number": "",
                    "on": date(2030, 3, 1),
                    "title": "Kết luận của hội thảo mẫu",
                    "speaker": "Người chủ trì mẫu",
                    "post": "Chức vụ mẫu",
                    "paragraphs": PARAGRAPHS,
                    "tasks": TASKS,
                    "tasks_caption": "Nhiệm vụ từ kết luận mẫu",
                },
            ),
            (
                "words",
                {"kind": "Phát biểu tại điểm cầu", "title": "Điểm cầu mẫu", "paragraphs": PARAGRAPHS[1:]},
            ),
        ),
    ),
    Specimen(
        "tasks",
        "tasks (list of text, owner, due, chip, state), caption",
        "Tab puts the focus on the table's region; the arrow keys scroll it.",
        "Head repeated on every sheet, no row broken.",
        (("three tasks", {"tasks": TASKS, "caption": "Bảng nhiệm vụ mẫu"}),),
    ),
)
