"""Real regulations that nobody here has written: their chapters and articles are found again."""

import json

import pytest

from proceedings.text.provisions import Kind
from proceedings.text.structure import read_structure
from submissions.jail.convert import find_converter
from submissions.readers.document import State
from submissions.reading import read
from tests.proceedings.text.structure.trees import check_promises
from tests.submissions import real_files

REAL = real_files.folder()
pytestmark = pytest.mark.skipif(bool(real_files.missing()), reason=real_files.missing() or "they are there")

FOUR = ["104-2016-qh13", "162-2004-n-cp", "65-2011-qh12", "88-1999-n-cp"]


def paragraphs_of(regulation):
    """The paragraphs of a scraped regulation, and the articles that they hold: number, heading, body."""
    for chapter in regulation["chapters"]:
        yield chapter["title"]
        if chapter["subtitle"]:
            yield chapter["subtitle"]
        for article in chapter["articles"]:
            yield f"{article['number']}. {article['heading']}"
            yield from article["body"].split("\n") if article["body"] else ()


def squashed(text):
    return " ".join(text.split())


def found_in(outline):
    """Every chapter's label and title, every article's label, heading and whole text."""
    for text in outline.texts:
        for node in text.walk():
            if node.kind in (Kind.PHAN, Kind.CHUONG):
                yield node.label.casefold(), node.heading
            elif node.kind is Kind.DIEU:
                words = "".join(leaf.text for leaf in node.walk() if not leaf.children)
                yield node.label.casefold(), node.heading, squashed(words)


@pytest.mark.parametrize("name", FOUR)
def test_chapters_and_articles_are_found_again(name):
    regulation = json.loads((REAL / f"regulation-{name}.json").read_text(encoding="utf-8"))
    outline = read_structure(list(paragraphs_of(regulation)))
    check_promises(outline)

    found = list(found_in(outline))
    wanted, missed = 0, []
    for chapter in regulation["chapters"]:
        wanted += 1
        if (chapter["title"].casefold(), chapter["subtitle"]) not in found:
            missed.append(chapter["title"])
        for article in chapter["articles"]:
            if article["heading"][:2] in ("a.", "b.", "c."):
                continue  # Điều 284b and its like stand in quotes; the scraper took them for Điều 284
            wanted += 1
            heading, body = squashed(article["heading"]), squashed(article["body"])
            said = [each for each in found if each[0] == article["number"].casefold() and len(each) == 3]
            if not any(each[1] == heading and _holds(each[2], heading, body) for each in said):
                missed.append(article["number"])

    assert len(missed) <= wanted // 100, missed


def _holds(words, heading, body):
    """Tell the words of an article; the scraper gave it what follows it, too, and parted it at quoted articles."""
    own = words.split(heading, 1)[1].strip()
    rest = body.removeprefix(own).strip()
    is_followed = body.startswith(own) and rest.startswith(("QUY CHẾ", "Mục 2", "CHỦ TỊCH QUỐC HỘI"))
    return own == body or is_followed or (own.startswith(body) and "“Điều 284a." in body)


def test_an_amending_law_opens_nothing_inside_quotes():
    regulation = json.loads((REAL / "regulation-65-2011-qh12.json").read_text(encoding="utf-8"))
    outline = read_structure(list(paragraphs_of(regulation)))

    articles = [node for node in outline.texts[0].walk() if node.kind is Kind.DIEU]
    assert [node.label for node in articles] == ["Điều 1", "Điều 2"]
    khoan = [node.number for node in articles[0].children if node.kind is Kind.KHOAN]
    assert khoan == [str(number) for number in range(1, 60)]


@pytest.mark.parametrize(("name", "counts"), [("162-2004-n-cp", [3, 21]), ("88-1999-n-cp", [4, 61])])
def test_a_decree_and_the_regulation_it_issues_are_two_texts(name, counts):
    regulation = json.loads((REAL / f"regulation-{name}.json").read_text(encoding="utf-8"))

    outline = read_structure(list(paragraphs_of(regulation)))

    assert articles_of(outline) == counts
    assert outline.texts[1].title.startswith("QUY CHẾ ")


def articles_of(outline):
    return [sum(node.kind is Kind.DIEU for node in text.walk()) for text in outline.texts]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("nghi-dinh-117-2003-tcvn3.transcript.txt", [50]),
        ("nghi-dinh-185-2026.transcript.txt", [20]),
        ("quy-che-chi-tieu-2007-vni.transcript.txt", [2, 29]),
    ],
)
def test_transcripts_are_read(name, counts):
    outline = read_structure((REAL / name).read_text(encoding="utf-8").split("\n"))

    check_promises(outline)
    assert articles_of(outline) == counts


@pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("quy-che-phoi-hop-04-2014-QD-TTg.doc", [3, 31]),
        ("quyet-dinh-5134-2010-UBND-TPHCM.docx", [3, 15]),
        ("nghi-dinh-185-2026.pdf", [20]),
    ],
)
def test_files_are_read_through_the_door(name, counts, tmp_path):
    document = read(REAL / name, name=name, scratch=tmp_path)
    assert document.state is State.READ

    outline = read_structure([paragraph.text for paragraph in document.paragraphs])

    check_promises(outline)
    assert articles_of(outline) == counts
