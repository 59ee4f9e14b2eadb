"""Specimens of the queues: the table of points, and a response as who approves it reads it."""

from typing import Any

from proceedings.publishing.specimens.specimen import Specimen

_HEADS: tuple[dict[str, Any], ...] = (
    {"key": "number", "label": "Số văn bản", "href": "#queue_table", "is_current": True},
    {"key": "body", "label": "Cấp ủy, cơ quan", "href": "#queue_table"},
    {"key": "summary", "label": "Tóm tắt ý kiến"},
    {"key": "decision", "label": "Quyết định"},
    {"key": "due", "label": "Hạn"},
)


def _row(pk: int, chip: str, word: str, *, is_late: bool = False, is_chosen: bool = False) -> dict[str, Any]:
    late = {"words": "07/09/2021 (quá hạn)", "chip": "late"} if is_late else {"words": ""}
    return {
        "pk": pk,
        "name": f"ý kiến mẫu {pk}",
        "is_chosen": is_chosen,
        "cells": (
            {"key": "number", "label": "Số văn bản", "words": f"{pk} (VĂN BẢN MẪU)"},
            {"key": "body", "label": "Cấp ủy, cơ quan", "words": "Cơ quan Mẫu"},
            {
                "key": "summary", "label": "Tóm tắt ý kiến", "href": "#queue_table", "is_opening": True,
                "words": "Đề nghị làm rõ thời hạn báo cáo tại khoản mẫu, nêu cơ quan chịu trách nhiệm",
            },
            {"key": "decision", "label": "Quyết định", "words": word, "chip": chip},
            {"key": "due", "label": "Hạn", **late},
        ),
    }  # fmt: skip


_POINT: dict[str, Any] = {
    "pk": 1, "number": 12, "body": "Cơ quan Mẫu", "place": "khoản 2 Điều 5", "summary": "Đề nghị làm rõ thời hạn mẫu",
}  # fmt: skip
_CARD: dict[str, Any] = {
    "pk": 1,
    "version": 3,
    "decision": {"value": "partly", "label": "Tiếp thu một phần"},
    "reason": "Lý do mẫu: thời hạn đã nêu ở khoản khác.\nĐoạn thứ hai của lý do.",
    "resulting": {"name": "khoản 2 Điều 5", "draft_number": 2},
    "proposed_by": "Biên tập Mẫu",
    "points": (_POINT, {**_POINT, "pk": 2, "number": 15, "addendum": "Nội dung riêng mẫu."}),
    "more": 3,
}
_WORKSHOP = {"slug": "hoi-thao-mau"}

QUEUES = (
    Specimen(
        "queue_table",
        "caption, heads (key, label, href, is_current), rows (pk, name, cells, is_chosen), form_id (to choose)",
        "J and K move the row in focus, Enter opens it, X chooses it; the boxes and links take Tab.",
        "Printed without the boxes; the heads repeat.",
        (
            (
                "chosen, overdue, undecided",
                {
                    "caption": "Ý kiến mẫu",
                    "heads": _HEADS,
                    "rows": (
                        _row(1, "adopted", "Tiếp thu", is_chosen=True),
                        _row(2, "explained", "Giải trình", is_late=True),
                        _row(3, "open", "Chưa quyết định"),
                    ),
                    "form_id": "none",
                },
            ),
            (
                "only read",
                {"caption": "Ý kiến mẫu, chỉ xem", "heads": _HEADS, "rows": (_row(4, "noted", "Ghi nhận"),)},
            ),
        ),
    ),
    Specimen(
        "response_card",
        "row (decision, reason, resulting, proposed_by, proposed_at, version, points, more), workshop (slug)",
        "Tab to the points.",
        "Printed whole.",
        (
            ("with what it answers", {"row": _CARD, "workshop": _WORKSHOP}),
            (
                "undecided, its provision gone",
                {
                    "row": {
                        **_CARD,
                        "decision": None,
                        "reason": "",
                        "resulting": {"name": "Điều 9"},
                        "more": 0,
                    },
                    "workshop": _WORKSHOP,
                },
            ),
        ),
    ),
)
