"""Specimens of the pages on which drafts are written and compared."""

from typing import Any

from proceedings.publishing.specimens.specimen import Specimen

WORDS = (("equal", "2. Báo cáo "), ("delete", "hằng năm"), ("insert", "sáu tháng một lần"), ("equal", "."))


def _block(kind: str, word: str, **more: Any) -> dict[str, Any]:
    return {
        "block": {
            "kind": {"value": kind},
            "anchor": f"mau-{kind}",
            "label": "Khoản 2 Điều mẫu",
            "depth": 2,
            "word": word,
            "passages": ({"words": WORDS, "old": WORDS[:2], "new": WORDS[2:], "is_heading": False},),
            "notes": ("Theo ý kiến mẫu",) if word else (),
            **more,
        }
    }


_UNITS = (
    {"pk": 1, "depth": 0, "label": "Chương I", "heading": "TÊN CHƯƠNG MẪU", "change": ""},
    {"pk": 2, "depth": 1, "label": "Điều 1", "heading": "Tên điều đã sửa", "change": "changed"},
    {"pk": 3, "depth": 1, "label": "Điều 1a", "heading": "Tên điều mới", "change": "new"},
    {"pk": 4, "depth": 1, "label": "Điều 2", "heading": "Tên điều đã bỏ", "change": "removed"},
    {"pk": 5, "depth": 1, "label": "Điều 3", "heading": "Tên điều đổi số", "change": "renumbered"},
)
_DIFFERENCE: dict[str, Any] = {"key": "0a1b", "change": {"value": "changed"}, "place": "Khoản 2 Điều mẫu"}

WRITING = (
    Specimen(
        "marked",
        "segments (pairs of equal, insert or delete, and words)",
        "No stop.",
        "Printed: underlined and struck, without colour.",
        (("words that came and went", {"segments": WORDS}),),
    ),
    Specimen(
        "marked_block",
        "block (kind, anchor, label, depth, word, passages, twin, other, notes)",
        "Tab to the other place of what moved.",
        "Printed.",
        (
            ("changed, with its reason", _block("changed", "sửa lời văn")),
            ("moved here", _block("moved_to", "chuyển đến", twin="writing", other="khoản 1 Điều mẫu")),
            ("unchanged", _block("unchanged", "")),
        ),
    ),
    Specimen(
        "unit_list",
        "units (pk, depth, label, heading, change), current, root, may_write",
        "Tab to each unit, and to what brings a removed one back.",
        "Not printed.",
        (("all marks", {"units": _UNITS, "current": 2, "root": "#", "may_write": True}),),
    ),
    Specimen(
        "difference",
        "shown (word, words), difference (key, change, place, by_content, is_stale), may_write",
        "Tab to the two acts.",
        "Printed without its acts.",
        (
            (
                "found by its id",
                {"shown": {"word": "sửa", "words": WORDS}, "difference": _DIFFERENCE, "may_write": True},
            ),
            (
                "found by words, and overtaken",
                {
                    "shown": {"word": "sửa", "words": WORDS},
                    "difference": {**_DIFFERENCE, "key": "2c3d", "by_content": True, "is_stale": True},
                    "may_write": False,
                },
            ),
        ),
    ),
)
