"""Specimens of the workbench for drafts: the lines of an outline, one provision in two drafts."""

from typing import Any

from proceedings.publishing.specimens.specimen import Specimen
from proceedings.text.redline import Op, Segment

LINES: tuple[dict[str, Any], ...] = (
    {
        "pk": 901,
        "depth": 0,
        "kind": {"value": "chuong"},
        "name": "Chương I",
        "label": "Chương I",
        "heading": "QUY ĐỊNH CHUNG (mẫu)",
    },
    {
        "pk": 902,
        "depth": 1,
        "kind": {"value": "dieu"},
        "name": "Điều 1",
        "label": "Điều 1.",
        "heading": "Phạm vi điều chỉnh (mẫu)",
    },
    {
        "pk": 903,
        "depth": 2,
        "kind": {"value": "khoan"},
        "name": "Khoản 1",
        "label": "1.",
        "words": "Khoản mẫu, đủ dài để phải xuống dòng khi màn hình hẹp và để thấy chỗ bị cắt",
        "is_cut": True,
    },
    {
        "pk": 904,
        "depth": 2,
        "kind": {"value": "khoan"},
        "name": "Khoản 3",
        "label": "3.",
        "words": "Khoản mẫu mà số thứ tự không liên tục.",
        "needs_a_look": True,
    },
)
PAIR: dict[str, Any] = {
    "pk": 905,
    "kind": {"label": "Sửa nội dung"},
    "is_changed": True,
    "percent": 54,
    "state": "proposed",
    "before": {"name": "Khoản 2 Điều 5"},
    "after": {"name": "Khoản 3 Điều 5"},
    "old": (Segment(Op.EQUAL, "Báo cáo "), Segment(Op.DELETE, "khi cần thiết"), Segment(Op.EQUAL, ".")),
    "new": (Segment(Op.EQUAL, "Báo cáo "), Segment(Op.INSERT, "hằng quý"), Segment(Op.EQUAL, ".")),
}

DRAFTING = (
    Specimen(
        "outline",
        "lines (list of lines: pk, depth, kind, label, heading, words, is_cut, needs_a_look), at, root, may_choose",
        "One stop for all lines, arrows choose; the letters beside the acts do them; Enter opens the line.",
        "The lines without their buttons.",
        (
            ("one is chosen", {"lines": LINES, "at": 902, "root": "#", "may_choose": True}),
            (
                "only to be read",
                {
                    "lines": tuple({**line, "pk": line["pk"] + 50} for line in LINES[:2]),
                    "root": "#",
                    "may_choose": False,
                },
            ),
        ),
    ),
    Specimen(
        "pair",
        "pair (before, after: name; kind, state, percent, old, new: segments), before_label, after_label",
        "No stop.",
        "Both sides, what went struck, what came underlined.",
        (
            ("changed", {"pair": PAIR, "before_label": "Lần 1", "after_label": "Lần 2"}),
            (
                "gone",
                {
                    "pair": {
                        **PAIR,
                        "pk": 906,
                        "after": None,
                        "kind": {"label": "Bỏ"},
                        "is_changed": False,
                        "old": (Segment(Op.EQUAL, "Khoản mẫu bị bỏ."),),
                    },
                    "before_label": "Lần 1",
                    "after_label": "Lần 2",
                },
            ),
        ),
    ),
)
