"""Specimens of the ledger: its emblem with the remainder, and gaps with the way on from each."""

from typing import Any

from proceedings.publishing.specimens.specimen import Specimen


def _bar(words: str, done: int, whole: int) -> dict[str, Any]:
    width = 600 * done // whole if whole else 0
    return {
        "words": words, "done": done, "all": whole, "rest": whole - done, "width": 600, "done_width": width,
    }  # fmt: skip


def _line(where: str, words: str, holder: str = "") -> dict[str, Any]:
    return {"gap": {"where": where, "holder": holder}, "address": "#gap_list", "words": words}


LEDGER = (
    Specimen(
        "ledger_bar",
        "id, caption, bars (words, done, all, rest, width, done_width)",
        "None: the numbers stand in words beside each bar.",
        "Printed whole; the outline of a bar shows its remainder without colour.",
        (
            (
                "with a remainder, complete, and nothing to count",
                {
                    "id": "ledger-bar-sample",
                    "caption": "Từ văn bản đến điều khoản (VĂN BẢN MẪU)",
                    "bars": (
                        _bar("văn bản mẫu đã tách hết", 91, 92),
                        _bar("ý kiến mẫu có trả lời", 355, 355),
                        _bar("điều khoản mẫu thay đổi có căn cứ", 0, 0),
                    ),
                },
            ),
        ),
    ),
    Specimen(
        "gap_list",
        "lines (gap: where, holder; address, words)",
        "Tab to the way on of each gap.",
        "Printed without the ways on.",
        (
            (
                "held by somebody, and by nobody",
                {
                    "lines": (
                        _line("Số 12 (VĂN BẢN MẪU): còn 2/9 đoạn", "Tách tiếp", "Biên tập Mẫu"),
                        _line("Số 15 (VĂN BẢN MẪU): Đề nghị làm rõ thời hạn mẫu", "Trả lời"),
                    )
                },
            ),
        ),
    ),
)
