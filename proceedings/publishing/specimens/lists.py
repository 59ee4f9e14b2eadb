"""Specimens of lists and of the way around: breadcrumb, ribbon, rows, filters, pages, tables, files."""

from datetime import date
from typing import Any

from proceedings.publishing.specimens.specimen import Specimen

LINKS = "Tab stops at the links in reading order; Enter follows."
GONE = "Not printed."

STAGES = (
    "Dự kiến",
    "Đã có kế hoạch",
    "Đang lấy ý kiến",
    "Hết hạn góp ý",
    "Đã tổ chức",
    "Đang tổng hợp, tiếp thu",
    "Đã có kết luận",
    "Đã ban hành",
)


def _stages(current: int) -> list[dict[str, Any]]:
    places = ["done"] * current + ["current"] + ["ahead"] * (len(STAGES) - current - 1)
    return [
        {"label": label, "place": place, "on": date(2030, 3, 1) if place == "current" else None}
        for label, place in zip(STAGES, places, strict=True)
    ]


def _numbers(*values: int) -> list[dict[str, Any]]:
    return [{"text": value, "is_number": True} for value in values]


ROW: dict[str, Any] = {
    "number": 12,
    "href": "#lists",
    "title": "Tên văn bản góp ý mẫu, đủ dài để trên điện thoại phải xuống dòng hai lần",
    "body": "Cơ quan mẫu A",
    "body_href": "#lists",
    "author": "Người viết mẫu",
    "symbol": "123-CV/TU",
    "on": date(2030, 2, 20),
    "live_order": 3,
    "is_sample": True,
}

LISTS = (
    Specimen(
        "breadcrumb",
        "items (list of label, href); the last without href is the page itself",
        LINKS,
        GONE,
        (
            (
                "three steps",
                {
                    "items": (
                        {"label": "Hội thảo", "href": "#lists"},
                        {"label": "Hội thảo mẫu", "href": "#lists"},
                        {"label": "Văn bản góp ý"},
                    )
                },
            ),
        ),
    ),
    Specimen(
        "stage_ribbon",
        "stages (list of label, place: done | current | ahead, on); next_label, next_on",
        "No stop; a reader hears the list, the present step is announced as current.",
        "One line of words with arrows, the present underlined.",
        (
            ("in the middle", {"stages": _stages(4), "next_label": STAGES[5], "next_on": date(2030, 4, 15)}),
            ("at the end", {"stages": _stages(7)}),
        ),
    ),
    Specimen(
        "facts",
        "facts (list of term, values: list of text, href, note)",
        LINKS,
        "Printed.",
        (
            (
                "one and several values",
                {
                    "facts": (
                        {"term": "Thời gian", "values": ({"text": "01/03/2030, 08:00"},)},
                        {"term": "Cơ quan chủ trì", "values": ({"text": "Cơ quan mẫu", "href": "#lists"},)},
                        {
                            "term": "Điểm cầu",
                            "values": (
                                {"text": "Điểm cầu chính", "note": "Hà Nội"},
                                {"text": "Điểm cầu mẫu", "href": "#lists"},
                            ),
                        },
                    )
                },
            ),
        ),
    ),
    Specimen(
        "contribution_row",
        "number, href, title, body; body_href, author, symbol, on, live_order, is_sample",
        LINKS,
        "Printed, never broken across sheets.",
        (
            ("live, sample", ROW),
            ("plain", {key: ROW[key] for key in ("number", "href", "title", "body", "symbol", "on")}),
        ),
    ),
    Specimen(
        "filters",
        "label, choices (list of href, label, count, is_current)",
        LINKS,
        GONE,
        (
            (
                "second chosen",
                {
                    "label": "Hình thức",
                    "choices": (
                        {"href": "#lists", "label": "Tất cả", "count": 92},
                        {"href": "#lists", "label": "Tham luận trực tiếp", "count": 15, "is_current": True},
                        {"href": "#lists", "label": "Chỉ bằng văn bản", "count": 77},
                    ),
                },
            ),
        ),
    ),
    Specimen(
        "pagination",
        "pages (list of number, href, is_current, is_gap), previous_href, next_href",
        LINKS,
        GONE,
        (
            (
                "in the middle",
                {
                    "pages": (
                        {"number": 1, "href": "#lists"},
                        {"is_gap": True},
                        {"number": 4, "href": "#lists"},
                        {"number": 5, "is_current": True},
                        {"number": 6, "href": "#lists"},
                    ),
                    "previous_href": "#lists",
                    "next_href": "#lists",
                },
            ),
        ),
    ),
    Specimen(
        "prev_next",
        "previous, next (each href, title, label; either may be missing); label where a page has two",
        LINKS,
        GONE,
        (
            (
                "both",
                {
                    "previous": {"href": "#lists", "label": "số 11", "title": "Văn bản mẫu đứng trước"},
                    "next": {"href": "#lists", "label": "số 13", "title": "Văn bản mẫu đứng sau, tên dài"},
                },
            ),
            (
                "first of all",
                {
                    "next": {"href": "#lists", "label": "số 2", "title": "Văn bản mẫu đứng sau"},
                    "label": "Văn bản đầu tiên",
                },
            ),
        ),
    ),
    Specimen(
        "table",
        "caption, heads (list of label, is_number), rows (lists of cells: text, href, is_number)",
        "Tab puts the focus on the table's region; the arrow keys scroll it. The head stays.",
        "Head repeated on every sheet, no row broken, nothing cut off.",
        (
            (
                "with numbers",
                {
                    "caption": "Bảng mẫu",
                    "heads": (
                        {"label": "Cơ quan"},
                        {"label": "Văn bản", "is_number": True},
                        {"label": "Trực tiếp", "is_number": True},
                    ),
                    "rows": (
                        ({"text": "Cơ quan mẫu A", "href": "#lists"}, *_numbers(12, 3)),
                        ({"text": "Cơ quan mẫu B"}, *_numbers(1234, 0)),
                    ),
                },
            ),
        ),
    ),
    Specimen(
        "downloads",
        "files (list of href, label, name, size in bytes, format, sha256)",
        LINKS,
        "Printed, with the short hash.",
        (
            (
                "two files",
                {
                    "files": (
                        {
                            "href": "#lists",
                            "label": "Kỷ yếu, bản để in",
                            "name": "proceedings.pdf",
                            "size": 2_345_678,
                            "format": "PDF",
                            "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        },
                        {
                            "href": "#lists",
                            "label": "Kỷ yếu, bản để biên tập",
                            "name": "proceedings.docx",
                            "size": 456_789,
                            "format": "DOCX",
                            "sha256": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                        },
                    )
                },
            ),
        ),
    ),
)
