"""Specimens of the page on which a contribution is split into points."""

from typing import Any

from proceedings.publishing.specimens.specimen import Specimen


def _note(look: str, key: str, shape: str, word: str, **more: Any) -> dict[str, Any]:
    note = {
        "look": look,
        "key": key,
        "id": f"{look}-{key}",
        "start": 0,
        "end": 9,
        "shape": shape,
        "word": word,
    }
    return {"note": {**note, "version": 1, **more}, "paragraph": 1, "query": "", "may_split": True}


_GROUNDS = (("dẫn chiếu", "khoản 2 Điều mẫu"), ("từ nêu yêu cầu", "đề nghị"))

SPLITTING = (
    Specimen(
        "split_note",
        "note (look, key, shape, word, place, reference, summary, wording, grounds), paragraph, query, may_split",
        "J and K to each note; the keys of its acts stand beside them.",
        "Printed without its acts.",
        (
            (
                "proposed, with the reasons",
                _note(
                    "proposal",
                    "0a1b",
                    "~",
                    "Sửa đổi",
                    place="Khoản 2 Điều mẫu",
                    reference="mau",
                    summary="Sửa thời hạn",
                    wording="trong mười ngày",
                    grounds=_GROUNDS,
                    is_sure=True,
                ),
            ),
            ("proposed, not sure", _note("proposal", "2c3d", "+", "Bổ sung", choices=("Điều 1", "Điều 2"))),
            (
                "a point about an earlier draft",
                _note(
                    "point",
                    "1",
                    "?",
                    "Hỏi, đề nghị làm rõ",
                    place="Điều mẫu",
                    draft="Dự thảo lần 1",
                    summary="Hỏi",
                ),
            ),
            ("asks for nothing", _note("quiet", "2", "∅", "Bối cảnh", by="Biên tập Mẫu")),
            ("still open", _note("open", "3", "…", "Còn để ngỏ")),
        ),
        no_css="split.css",
    ),
)
