"""Titles of the sample texts."""

from proceedings.sample.facts import THEMES
from proceedings.sample.paragraphs import Paragraph
from proceedings.sample.texts import Order
from proceedings.sample.titles import PAPERS, PHRASES, PLAIN, cited, title_of
from proceedings.vocabulary import BodyKind, ContributionForm, Stance


def of(*texts):
    return [Paragraph("co-so", "opinion", text, place, False) for place, text in enumerate(texts, start=1)]


def order(form, stance=Stance.AGREES_WITH_COMMENTS):
    return Order("co-so", BodyKind.COMMITTEE, form, stance, 400)


def test_cited_names_each_article_once_in_the_order_of_the_draft():
    assert cited(of("Khoản 2 Điều 8 và Điều 3.", "Tại Điều 8, Điều 12.")) == "Điều 3, Điều 8 và Điều 12"
    assert cited(of("Điều 8, Điều 3.")) == "Điều 3 và Điều 8"
    assert cited(of("Tại Điều 5.")) == "Điều 5"


def test_cited_leaves_out_what_is_cited_later():
    assert cited(of("Điều 9, Điều 8, Điều 7, Điều 6")) == "Điều 7, Điều 8 và Điều 9"


def test_papers_of_a_theme_take_the_names_in_turn():
    names = {title_of(order(ContributionForm.PAPER), of("Điều 1."), place=place) for place in range(8)}

    assert names == set(PAPERS["co-so"])


def test_letter_that_only_agrees_has_the_plain_title():
    assert title_of(order(ContributionForm.WRITTEN, Stance.AGREES), of("Điều 1."), place=0) == PLAIN


def test_letter_says_what_it_is_about():
    title = title_of(order(ContributionForm.WRITTEN), of("Điều 1."), place=0)

    assert "Điều 1" in title or PHRASES["co-so"] in title


def test_every_theme_has_names_of_its_own():
    assert set(PAPERS) == set(PHRASES) == {theme.slug for theme in THEMES}
    names = [name for group in PAPERS.values() for name in group]
    assert len(names) == len(set(names))
