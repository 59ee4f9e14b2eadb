"""The files of sample paragraphs and their reader."""

import re
import unicodedata

import pytest

from proceedings.sample.facts import THEMES
from proceedings.sample.paragraphs import MalformedParagraphs, Paragraph, paragraphs, parse
from proceedings.text.cleaning import clean_line

#: Articles of the sample draft and how many clauses (khoản) each has.
CLAUSES = {
    1: 0, 2: 2, 3: 5, 4: 4, 5: 4, 6: 3, 7: 4, 8: 5, 9: 3, 10: 4,
    11: 3, 12: 6, 13: 6, 14: 5, 15: 3, 16: 4, 17: 3, 18: 2, 19: 2, 20: 2,
}  # fmt: skip


def test_parse_reads_sections_originals_and_paraphrases():
    content = "# ghi chú\n== opinion\nMột.\n\nHai.\n== opinion variant\n@2 Hai, nói cách khác.\n"

    read = parse(content, theme="co-so", name="x.txt")

    assert read == (
        Paragraph("co-so", "opinion", "Một.", 1, False),
        Paragraph("co-so", "opinion", "Hai.", 2, False),
        Paragraph("co-so", "opinion", "Hai, nói cách khác.", 2, True),
    )
    assert read[1].meaning == read[2].meaning != read[0].meaning


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("Một.", "line 1: a paragraph before any section"),
        ("== speech\nMột.", "line 1: “== speech” is no section"),
        ("==\nMột.", "is no section"),
        ("== opinion copy\nMột.", "is no section"),
        ("== opinion variant\nMột.", "line 2: a paraphrase begins with @"),
        ("== opinion variant\n@1", "begins with @"),
        ("== opinion\nMột.\n== opinion variant\n@2 Hai.", "@2 names no original"),
        ("== opinion\n" + unicodedata.normalize("NFD", "Điều một."), "line 2: the text is not NFC"),
    ],
)
def test_parse_refuses_what_breaks_the_format(content, complaint):
    with pytest.raises(MalformedParagraphs, match=re.escape(complaint)) as refused:
        parse(content, theme="", name="x.txt")

    assert "x.txt" in str(refused.value)


def test_there_are_200_paragraphs_and_more_each_of_its_own_words():
    texts = [paragraph.text for paragraph in paragraphs()]

    assert len(texts) >= 200
    assert len(set(texts)) == len(texts)


def test_every_theme_opens_closes_and_has_something_to_say_of_the_draft():
    for theme in THEMES:
        roles = {paragraph.role for paragraph in paragraphs() if paragraph.theme == theme.slug}
        assert roles >= {"opening", "opinion", "closing"}, theme.slug
        assert roles & {"proposal", "question"}, theme.slug


def test_every_theme_has_paraphrases_that_are_not_their_originals():
    originals = {one.meaning: one for one in paragraphs() if not one.is_variant}
    variants = [one for one in paragraphs() if one.is_variant]

    assert {one.theme for one in variants} == {theme.slug for theme in THEMES}
    for variant in variants:
        original = originals[variant.meaning]
        assert variant.role == original.role
        assert variant.text != original.text


def test_paragraphs_are_spelled_cleanly():
    faults = {
        "not clean": lambda text: clean_line(text).text != text,
        "two blanks": lambda text: "  " in text,
        "blank before a sign": lambda text: re.search(r" [,.;:?)”]", text),
        "no blank after a sign": lambda text: re.search(r"[,;?][^\W\d_]", text),
        "straight quotes": lambda text: '"' in text or "'" in text,
        "quotes in pairs": lambda text: text.count("“") != text.count("”"),
        "no end": lambda text: text[-1] not in ".?…”",
        "eth for đ": lambda text: re.search("[ðÐ]", text),
        "tone on the second vowel": lambda text: re.search(r"\b\w*(?<![qQ])(oà|oá|oè|oé|uỷ|uý|uỳ)\b", text),
        "exclamation": lambda text: "!" in text,
    }

    found = [
        (fault, paragraph.text[:60])
        for paragraph in paragraphs()
        for fault, has in faults.items()
        if has(paragraph.text)
    ]

    assert found == []


def test_cited_provisions_exist_in_the_sample_draft():
    cited = [
        (int(clause or 0), int(article), paragraph.text[:60])
        for paragraph in paragraphs()
        for clause, article in re.findall(r"(?:[Kk]hoản (\d+),? )?Điều (\d+)(?![\da-zđ])", paragraph.text)
    ]

    assert len(cited) > 100
    assert [one for one in cited if one[1] not in CLAUSES or one[0] > CLAUSES[one[1]]] == []
