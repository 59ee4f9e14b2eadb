"""Specimens of the intake desk: where files are dropped, what arrived, what was found."""

from datetime import UTC, date, datetime
from typing import Any

from proceedings.publishing.specimens.specimen import Specimen

AT = datetime(2030, 3, 1, 2, 15, tzinfo=UTC)
NOTES: tuple[dict[str, Any], ...] = (
    {"text": "Chưa có số, ký hiệu", "is_doubt": True},
    {"text": "Có chỗ sửa đang theo dõi", "todo": "Chọn bản sẽ đưa vào sổ.", "is_doubt": False},
)
DOCUMENT: dict[str, Any] = {
    "pk": 1,
    "body": "Cơ quan mẫu A",
    "symbol": "123-CV/TU",
    "document_on": date(2030, 2, 20),
    "get_form_display": "Văn bản góp ý",
    "decided_at": AT,
    "batch": {"source": "desk", "received_at": AT},
}
ROW: dict[str, Any] = {
    "submission": DOCUMENT,
    "href": "#intake",
    "address": "#intake",
    "title": "Tên văn bản góp ý mẫu, đủ dài để phải xuống dòng trên điện thoại",
    "name": "thu-gop-y-mau.docx",
}


def _row(pk: int, **more: Any) -> dict[str, Any]:
    return {**ROW, "submission": {**DOCUMENT, "pk": pk}, **more}


INTAKE = (
    Specimen(
        "drop_zone",
        "href, token, csrf_token, largest (bytes)",
        "Tab to the chooser; dropping anywhere on the page is for the mouse.",
        "Not printed.",
        (
            (
                "before anything is chosen",
                {"href": "#intake", "token": "", "csrf_token": "", "largest": 52_428_800},
            ),
        ),
    ),
    Specimen(
        "tally",
        "tally (received, accepted, waiting, refused, opened)",
        "No stop.",
        "Printed.",
        (
            (
                "adds up",
                {"tally": {"received": 30, "accepted": 20, "waiting": 4, "refused": 5, "opened": 1}},
            ),
        ),
    ),
    Specimen(
        "notes",
        "notes (list of text, todo, is_doubt)",
        "No stop.",
        "Printed.",
        (("a doubt and a notice", {"notes": NOTES}), ("none", {"notes": ()})),
    ),
    Specimen(
        "intake_table",
        "group (key: doubtful | ready | accepted, title, rows), may_decide, workshop, order",
        "Tab to the ticks and links; Space ticks.",
        "Rows as in the registry book, without ticks.",
        (
            (
                "ready",
                {
                    "group": {
                        "key": "ready",
                        "title": "Sẵn sàng vào sổ (mẫu)",
                        "rows": (_row(1, proposed=12), _row(2, proposed=12, is_annex=True)),
                    },
                    "may_decide": True,
                    "order": "arrival",
                },
            ),
            (
                "in doubt",
                {
                    "group": {
                        "key": "doubtful",
                        "title": "Cần xem lại (mẫu)",
                        "rows": (_row(3, notes=NOTES),),
                    },
                    "order": "arrival",
                },
            ),
            (
                "registered",
                {
                    "group": {
                        "key": "accepted",
                        "title": "Vừa vào sổ (mẫu)",
                        "rows": (_row(4, number=11, may_be_undone=True, register_href="#intake"),),
                    },
                    "may_decide": True,
                    "order": "arrival",
                },
            ),
        ),
    ),
    Specimen(
        "intake_files",
        "group (key: reading | refused | opened, title, rows), may_decide, workshop, order",
        "Tab to the links.",
        "Printed.",
        (
            (
                "being read",
                {
                    "group": {
                        "key": "reading",
                        "title": "Đang đọc (mẫu)",
                        "rows": (_row(5, progress="Đang đọc"),),
                    },
                },
            ),
            (
                "refused",
                {
                    "group": {
                        "key": "refused",
                        "title": "Không nhận (mẫu)",
                        "rows": (
                            _row(
                                6,
                                reason="Tệp rỗng, không có nội dung.",
                                remedy="Gửi lại tệp.",
                                has_letter=True,
                                may_be_reconsidered=True,
                            ),
                        ),
                    },
                    "may_decide": True,
                    "order": "arrival",
                },
            ),
        ),
        no_css="it is the intake table",
    ),
    Specimen(
        "document",
        "lines (list of number, kind, pieces: list of text, mark, label, field)",
        "A scrolled frame takes the keyboard; a found value is a target, no stop.",
        "The text with its marks.",
        (
            (
                "found, in doubt, changed",
                {
                    "lines": (
                        {
                            "number": 1,
                            "kind": "body",
                            "pieces": (
                                {"text": "Số "},
                                {"text": "123-CV/TU", "mark": "found", "label": "số, ký hiệu"},
                            ),
                        },
                        {
                            "number": 2,
                            "kind": "body",
                            "pieces": (
                                {"text": "Đoạn văn mẫu có "},
                                {"text": "chỗ đọc chưa rõ", "mark": "doubtful", "label": "cần đối chiếu"},
                                {"text": ", "},
                                {"text": "chỗ bỏ", "mark": "deleted"},
                                {"text": "chỗ thêm", "mark": "inserted"},
                                {"text": "."},
                            ),
                        },
                    )
                },
            ),
        ),
    ),
    Specimen(
        "candidates",
        "confidence: sure | unsure | missing; words, field_id, candidates (list of value), has_place",
        "Each candidate is a button: Enter fills the field.",
        "Printed as words.",
        (
            ("sure", {"confidence": "sure", "words": "chắc chắn", "field_id": "sample_a", "candidates": ()}),
            (
                "in doubt",
                {
                    "confidence": "unsure",
                    "words": "cần xem",
                    "field_id": "sample_b",
                    "candidates": ({"value": "123-CV/TU"}, {"value": "128-CV/TU"}),
                },
            ),
        ),
    ),
)
