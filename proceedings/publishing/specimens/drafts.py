"""Specimens of drafts: a provision, its marks, contents, what changed, two drafts beside each other."""

from datetime import date

from proceedings.publishing.drafts.comparison import BlockView, ChangeView, Passage, Place
from proceedings.publishing.drafts.lines import Entry, ProvisionLine
from proceedings.publishing.specimens.specimen import Specimen
from proceedings.queries.draft_marks import Mark

LINKS = "Tab stops at the links in reading order; Enter follows."
UNFOLDS = "Tab stops at the links and at “Lý do”; Enter follows or unfolds."
NO_STOP = "No stop of its own."

CHANGED = Mark("changed", "", "Lý do mẫu: làm rõ thời hạn trả lời")
RENUMBERED = Mark("renumbered", "khoản 4 Điều 3", "")
CLAUSE = ProvisionLine(
    "dieu-90.khoan-2",
    "dieu-90.khoan-2",
    "khoản 2 Điều 90",
    "khoan",
    0,
    (),
    ("2. Khoản mẫu nói điều mà một khoản nói, đủ dài để xuống dòng và thấy lề bên nơi ghi chỗ sửa.",),
    mark=CHANGED,
)
ARTICLE = ProvisionLine(
    "dieu-90", "dieu-90", "Điều 90", "dieu", 4, ("Điều 90.", "Tên điều mẫu"), ("Lời mở đầu của điều mẫu:",)
)
ROWS = (("", ("Việc", "Thời hạn")), ("bang-mau", ("Trả lời văn bản", "15 ngày")))
TABLE = ProvisionLine("bang", "bang", "bảng 1 Điều 90", "table", 0, (), (), rows=ROWS)
WORDS = (("equal", "1. Chậm nhất "), ("delete", "mười"), ("insert", "mười lăm"), ("equal", " ngày làm việc."))
BLOCK = BlockView(
    "sua-mau",
    "changed",
    "khoan",
    Place("khoản 1 Điều 90", "dieu-90"),
    Place("khoản 1 Điều 90", "dieu-90"),
    "",
    (Passage(WORDS, "pair", False, WORDS[:2] + WORDS[3:], WORDS[:1] + WORDS[2:]),),
    CHANGED,
)
GONE = BlockView(
    "bo-mau",
    "deleted",
    "khoan",
    Place("khoản 3 Điều 90", "dieu-90"),
    None,
    "",
    (Passage((("delete", "3. Khoản mẫu không còn."),), "old", False),),
    Mark("deleted", "", ""),
)
AWAY = BlockView(
    "chuyen-mau",
    "moved-away",
    "khoan",
    Place("khoản 4 Điều 90", "dieu-90"),
    Place("khoản 1 Điều 91", "dieu-90"),
    "sua-mau",
    (Passage((("equal", "4. Khoản mẫu nay ở Điều 91."),), "old", False),),
    None,
)
PAGES = {
    "added": "thêm:",
    "removed": "bỏ:",
    "old_page": "",
    "new_page": "",
    "old_name": "Dự thảo lần 1",
    "new_name": "Dự thảo lần 2",
}
AROUND = {
    "base": "",
    "cited_draft": "Dự thảo lần 2",
    "address": "https://vi.du/draft/2/",
    "link_word": "Đường dẫn tới",
    "change_base": "",
    "since": 1,
}
ENTRIES = (
    Entry("drafts", 1, "Chương I", "TÊN CHƯƠNG MẪU"),
    Entry("drafts", 2, "Điều 1.", "Tên điều mẫu thứ nhất"),
    Entry("drafts", 2, "Điều 2.", "Tên điều mẫu thứ hai, dài đủ để xuống dòng"),
)
CHANGES = (
    ChangeView(1, "changed", "drafts", "khoản 1 Điều 90", "khoản 1 Điều 90", 2, 1, ""),
    ChangeView(2, "deleted", "drafts", "khoản 3 Điều 90", "", 0, 5, ""),
)
COUNTS = (
    ("changed", 12),
    ("inserted", 3),
    ("deleted", 1),
    ("renumbered", 4),
    ("moved", 1),
    ("split", 2),
    ("merged", 1),
)

DRAFTS = (
    Specimen(
        "provision",
        "line, base (way to the draft's own page), cited_draft, address, link_word, change_base, since",
        "Tab stops at ¶, at the change and at “Lý do”. ¶ leads to the provision, where its citation unfolds.",
        "The words alone: neither ¶ nor changes.",
        (
            ("an article", {"line": ARTICLE, **AROUND}),
            ("a clause that changed", {"line": CLAUSE, **AROUND}),
            ("a table", {"line": TABLE, **AROUND}),
        ),
    ),
    Specimen(
        "provision_table",
        "rows (list of path and cells, the first the head), label, base, fragment, link_word",
        "The region scrolls with the arrows.",
        "Printed whole, rows unbroken.",
        (
            (
                "two rows",
                {
                    "rows": (ROWS[0], ("", ROWS[1][1])),
                    "label": "bảng 2 Điều 90",
                    "base": "",
                    "fragment": "drafts",
                    "link_word": "Đường dẫn tới",
                },
            ),
        ),
        no_css="table.css and provision.css",
    ),
    Specimen(
        "change_mark",
        "mark (kind, before, reason), href, since",
        UNFOLDS,
        "In a redline: shape, word and old place; beside a draft: not at all.",
        (
            ("changed, with a reason", {"mark": CHANGED, "href": "#drafts", "since": 1}),
            ("renumbered, from where", {"mark": RENUMBERED, "href": "#drafts", "since": 1}),
            ("a word without link", {"mark": Mark("inserted", "", "")}),
        ),
    ),
    Specimen(
        "contents",
        "title, entries (list of fragment, level, label, heading)",
        "On a phone the title folds the list; every line is a stop.",
        "Not printed.",
        (("a chapter of two articles", {"title": "Mục lục", "entries": ENTRIES}),),
    ),
    Specimen(
        "change_counts",
        "counts (list of kind and number)",
        NO_STOP,
        "Printed.",
        (("every kind", {"counts": COUNTS}),),
        no_css="change_mark.css",
    ),
    Specimen(
        "change_list",
        "title, changes (list of kind, href, old, new, inserted, deleted)",
        "As the table of contents.",
        "Not printed.",
        (("two changes", {"title": "Danh sách 2 chỗ thay đổi", "changes": CHANGES}),),
        no_css="contents.css and change_mark.css",
    ),
    Specimen(
        "marked_words",
        "words (list of equal, insert or delete, and text), added, removed (said to who does not see)",
        NO_STOP,
        "Underlined and struck, without colour.",
        (("a changed clause", {"words": WORDS, "added": "thêm:", "removed": "bỏ:"}),),
        no_css="redline_block.css",
    ),
    Specimen(
        "redline_block",
        "block, added, removed, old_page, new_page, old_name, new_name",
        UNFOLDS,
        "The words with their marks and what happened; no links.",
        (
            ("changed", {"block": BLOCK, **PAGES}),
            ("deleted", {"block": GONE, **PAGES}),
            ("moved away", {"block": AWAY, **PAGES}),
        ),
    ),
    Specimen(
        "redline_key",
        "one, one_on, other, other_on",
        NO_STOP,
        "Printed.",
        (
            (
                "two drafts",
                {
                    "one": "Dự thảo lần 1",
                    "one_on": "01/03/2030",
                    "other": "Dự thảo lần 2",
                    "other_on": "01/06/2030",
                },
            ),
        ),
        no_css="redline_block.css",
    ),
    Specimen(
        "consulted_text",
        "title, href, is_sample, drafts (list of label, href, on, redline, before)",
        LINKS,
        "Printed, unbroken.",
        (
            (
                "two drafts",
                {
                    "title": "Quy định mẫu về một việc mẫu",
                    "href": "#drafts",
                    "is_sample": True,
                    "drafts": (
                        {
                            "label": "Dự thảo lần 2",
                            "href": "#drafts",
                            "on": date(2030, 6, 1),
                            "redline": "#drafts",
                            "before": 1,
                        },
                        {
                            "label": "Dự thảo lần 1",
                            "href": "#drafts",
                            "on": date(2030, 3, 1),
                            "redline": "",
                            "before": "",
                        },
                    ),
                },
            ),
        ),
    ),
)
