import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proceedings.text.citations import (
    Outline,
    Reason,
    find_citations,
    read_references,
    resolve,
    write_citation,
    write_citations,
)
from proceedings.text.provisions import LETTERS, Kind, Provision, Role, with_paths
from tests.proceedings.text.citations.drafts import DRAFT

BUSY = [HealthCheck.too_slow]  # of the machine, not of the drafts
ROMAN = ["I", "II", "III", "IV", "V", "VI"]
ORDINALS = ["thứ nhất", "thứ hai", "thứ ba", "thứ tư"]


@st.composite
def drafts(draw):
    """A draft with phần, chương and mục, or without them, inserted units, and no number twice."""
    numbers = iter(draw(st.lists(st.sampled_from(["", "a", "b"]), min_size=24, max_size=24)))
    last = 0

    def next_dieu():
        nonlocal last
        letter = next(numbers, "")
        last += letter == "" or last == 0
        return f"{last}{letter}" if (last, letter) not in used else None

    used = set()

    def dieu():
        number = next_dieu()
        while number is None:
            number = next_dieu()
        digits = number.rstrip("ab")
        used.add((int(digits), number[len(digits) :]))
        children = tuple(khoan(str(place + 1)) for place in range(draw(st.integers(0, 4))))
        if not children and draw(st.booleans()):
            children = diem(draw(st.integers(1, 4)))
        if draw(st.booleans()):
            children = (Provision(Kind.TEXT, text="gồm:", role=Role.CHAPEAU), *children)
        return Provision(Kind.DIEU, number, heading="Tên", children=children)

    def khoan(number):
        count = draw(st.integers(0, 5))
        return Provision(
            Kind.KHOAN, number, text="" if count else "nội dung", children=diem(count) if count else ()
        )

    def diem(count):
        letters = [*LETTERS[:7], "d1"] if draw(st.booleans()) else [*LETTERS[8:]]
        return tuple(Provision(Kind.DIEM, letter, text="ý") for letter in letters[:count])

    def dieus():
        return tuple(dieu() for _ in range(draw(st.integers(1, 2))))

    def chuong(number):
        if draw(st.booleans()):
            return Provision(
                Kind.CHUONG, number, heading="Tên",
                children=tuple(
                    Provision(Kind.MUC, str(place + 1), heading="Tên", children=dieus())
                    for place in range(draw(st.integers(1, 2)))
                ),
            )  # fmt: skip
        return Provision(Kind.CHUONG, number, heading="Tên", children=dieus())

    shape = draw(st.integers(0, 2))
    chapters = [chuong(number) for number in ROMAN[: draw(st.integers(1, 3))]]
    if shape == 0:
        return with_paths(dieus())
    if shape == 1:
        return with_paths(chapters)
    return with_paths(
        Provision(Kind.PHAN, number, heading="Tên", children=(chapter,))
        for number, chapter in zip(ORDINALS, chapters, strict=False)
    )


@settings(max_examples=60, deadline=None, suppress_health_check=BUSY)
@given(tree=drafts())
def test_the_citation_written_of_any_node_means_that_node_only(tree):
    outline = Outline(tree)
    for path in outline.nodes:
        written = write_citation(path, outline)

        (citation,) = find_citations(f"tại {written}.")
        (reference,) = resolve(citation, outline)

        assert citation.text == written
        assert (reference.candidates, reference.reason, reference.confidence) == ((path,), Reason.EXACT, 1.0)


@settings(max_examples=60, deadline=None, suppress_health_check=BUSY)
@given(tree=drafts(), data=st.data())
def test_a_citation_written_from_a_place_means_its_node_there(tree, data):
    outline = Outline(tree)
    path, place = (data.draw(st.sampled_from(list(outline.nodes))) for _ in range(2))
    written = write_citation(path, outline, place)

    (citation,) = find_citations(f"tại {written}.") or [None]
    references = resolve(citation, outline, place) if citation else []

    assert [reference.candidates for reference in references] == [(path,)]


@settings(max_examples=100, deadline=None, suppress_health_check=BUSY)
@given(tree=drafts(), data=st.data())
def test_the_citation_written_of_several_nodes_means_them_all(tree, data):
    outline = Outline(tree)
    paths = data.draw(st.lists(st.sampled_from(list(outline.nodes)), min_size=1, max_size=8))

    written = write_citations(paths, outline)

    (citation,) = find_citations(f"tại {written}.")
    assert {reference.candidates for reference in resolve(citation, outline)} == {(path,) for path in paths}


PATHS = set(Outline(DRAFT).nodes)
PIECES = (
    "khoản |điểm |Điều |Điều|điều |Mục |Chương |Phần |Phụ lục |đoạn |tiết |k|Đ|đ.|1|2|5|12a|3.2|a|b |đ|I|II |thứ hai |"
    ", | và |; | hoặc |này |của |Luật |Quy chế |dự thảo |số 30/2020/NĐ-CP|(|)|“|”|\n|\n\n|\u00a0| |.|:|-|–|từ |đến |"
    "các |gạch đầu dòng |tỷ |ý kiến |\u0300|\u200b|🙂|1) "
)
SOUP = st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=SOUP, form=st.sampled_from(["NFC", "NFD"]))
def test_spans_are_exact_ordered_and_apart(text, form):
    text = unicodedata.normalize(form, text)
    end = 0
    for citation, references in read_references(text, DRAFT, "dieu-5.khoan-2"):
        assert end <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.text == citation.text.strip()
        assert all(part.is_this or part.labels for branch in citation.branches for part in branch.parts)
        assert references
        for reference in references:
            assert set(reference.candidates) <= PATHS
            assert 0 <= reference.confidence <= 1
            assert reference.candidates or reference.confidence <= 0.2
        end = citation.end


@settings(max_examples=200, deadline=None)
@given(text=SOUP)
def test_both_spellings_of_the_letters_are_read_alike(text):
    composed, parted = (find_citations(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))

    assert [one.branches for one in composed] == [one.branches for one in parted]
    assert [one.text for one in composed] == [unicodedata.normalize("NFC", one.text) for one in parted]


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_is_read(text):
    assert all(text[one.start : one.end] == one.text for one in find_citations(text))
