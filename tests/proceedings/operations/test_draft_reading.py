import pytest

from proceedings.operations.draft_reading import start_from_paragraphs
from proceedings.operations.refusals import Refused

pytestmark = pytest.mark.django_db
GAP = ["Điều 1. Một", "Lời văn mẫu.", "Điều 2. Hai", "Lời văn mẫu.", "Điều 4. Bốn", "Lời văn mẫu."]


def test_doubts_are_kept_with_what_to_do(drafting, by):
    begun = start_from_paragraphs(
        consulted_text=drafting.text, paragraphs=GAP, notes=["Lưu ý của tệp."], **by
    )

    assert begun.text_count == 1
    assert begun.draft.warnings[0] == "Lưu ý của tệp."
    assert "Điều 4" in begun.draft.warnings[1]
    assert "Đối chiếu bản gốc" in begun.draft.warnings[1]


def test_places_are_those_of_the_source(drafting, by):
    draft = start_from_paragraphs(consulted_text=drafting.text, paragraphs=GAP, **by).draft

    row = draft.provisions.get(path="dieu-2")
    assert draft.source_text[row.start : row.end].startswith("Điều 2. Hai")


@pytest.mark.parametrize(("paragraphs", "place"), [([], None), (["", " "], None), (GAP, 1), (GAP, -1)])
def test_source_without_words_or_without_that_text_is_refused(drafting, by, paragraphs, place):
    with pytest.raises(Refused):
        start_from_paragraphs(consulted_text=drafting.text, paragraphs=paragraphs, place=place, **by)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Một đoạn văn mẫu không có điều nào."],
        ["Chữ mẫu " * 12_500],
        [f"{'-' * depth} tầng {depth}" for depth in range(1, 13)],
    ],
)
def test_odd_sources_become_drafts_too(drafting, by, paragraphs):
    draft = start_from_paragraphs(consulted_text=drafting.text, paragraphs=paragraphs, **by).draft

    assert draft.provisions.exists()
    assert draft.source_text == "\n".join(paragraphs)
