"""The 92 sample contributions, and as many as a measurement needs."""

import dataclasses
import hashlib
import subprocess
import sys
import unicodedata
from collections import Counter
from itertools import islice
from pathlib import Path

from proceedings.models import Contribution
from proceedings.sample.compose import SampleContribution, generate
from proceedings.sample.facts import DOCUMENTS, HELD_ON, LIVE, THEMES
from proceedings.sample.paragraphs import paragraphs
from proceedings.sample.texts import CITATION, MARK
from proceedings.text.cleaning import clean_line, clean_text
from proceedings.text.symbols import symbol_key
from proceedings.vocabulary import BodyKind, Circulation, ContributionForm, Stance

PROJECT = Path(__file__).resolve().parents[3]


def words_of(sample):
    return len(sample.text.split())


def test_fields_are_those_of_a_contribution():
    stored = {field.name for field in Contribution._meta.get_fields()}

    named = {field.name.removesuffix("_slug") for field in dataclasses.fields(SampleContribution)}

    assert named <= stored


def test_sample_has_92_contributions_of_92_bodies_15_of_them_live(samples):
    assert len(samples) == DOCUMENTS
    assert len({sample.committee_slug or sample.body_name for sample in samples}) == DOCUMENTS
    assert sorted(sample.speaking_order for sample in samples if sample.presented_live) == list(
        range(1, LIVE + 1)
    )
    assert {sample.form for sample in samples if sample.presented_live} == {ContributionForm.PAPER}


def test_bac_ninh_sent_a_text_and_presented_none(samples):
    bac_ninh = next(sample for sample in samples if sample.committee_slug == "bac-ninh")

    assert not bac_ninh.presented_live


def test_every_text_begins_with_the_mark_and_is_a_public_sample(samples):
    for sample in samples:
        assert sample.text.split("\n")[0] == MARK
        assert sample.is_sample
        assert sample.circulation == Circulation.PUBLIC


def test_nobody_signs_and_the_posts_are_generic(samples):
    assert "signer_name" not in {field.name for field in dataclasses.fields(SampleContribution)}
    assert {sample.signer_post for sample in samples if sample.committee_slug} == {"T/M Ban Thường vụ"}


def test_lengths_are_those_of_real_ones_many_short_and_some_long(samples):
    lengths = sorted(words_of(sample) for sample in samples)

    assert lengths[0] >= 150
    assert lengths[-1] <= 2500
    assert sum(length < 500 for length in lengths) >= 40
    assert sum(length > 1200 for length in lengths) >= 10
    assert lengths[-1] > 2000


def test_more_than_200_distinct_paragraphs_are_used(samples):
    used = {line for sample in samples for line in sample.text.split("\n")}

    assert len(used & {paragraph.text for paragraph in paragraphs()}) >= 250


def test_every_text_cites_a_provision_and_its_summary_names_it(samples):
    for sample in samples:
        cited = set(CITATION.findall(sample.text))
        assert cited
        named = set(CITATION.findall(sample.summary))
        assert named
        assert named <= cited


def test_texts_overlap_word_for_word_and_in_other_words(samples):
    meaning = {paragraph.text: paragraph for paragraph in paragraphs() if paragraph.theme}
    said = {}
    for sample in samples:
        for paragraph in filter(None, map(meaning.get, sample.text.split("\n"))):
            said.setdefault(paragraph.meaning, []).append(paragraph)

    assert sum(len(group) > len({one.text for one in group}) for group in said.values()) >= 50
    assert sum(len({one.text for one in group}) > 1 for group in said.values()) >= 20


def test_no_text_says_a_thing_twice(samples):
    for sample in samples:
        lines = sample.text.split("\n")
        assert len(lines) == len(set(lines)), sample.idempotency_key


def test_titles_vary(samples):
    titles = Counter(sample.title for sample in samples)

    (_title, most), *_others = titles.most_common()

    assert most <= 0.15 * DOCUMENTS
    assert len(titles) >= 75


def test_stances_forms_and_themes_are_spread(samples):
    assert set(Counter(sample.stance for sample in samples)) == {
        Stance.AGREES, Stance.AGREES_WITH_COMMENTS, Stance.DIFFERS,
    }  # fmt: skip
    assert min(Counter(sample.form for sample in samples).values()) > 30
    themes = Counter(sample.theme_slug for sample in samples)
    assert set(themes) == {theme.slug for theme in THEMES}
    assert min(themes.values()) >= 10


def test_no_committee_of_a_real_province_is_made_to_differ(samples):
    differing = [sample for sample in samples if sample.stance == Stance.DIFFERS]

    assert len(differing) >= 5
    assert BodyKind.COMMITTEE not in {sample.body_kind for sample in differing}


def test_documents_are_of_july_and_august_and_were_received_later(samples):
    for sample in samples:
        assert sample.document_on.year == 2021
        assert sample.document_on.month in (7, 8)
        assert sample.document_on < sample.received_on < HELD_ON
        assert sample.document_on.weekday() < 5
        assert sample.received_on.weekday() < 5
    assert [sample.received_on for sample in samples] == sorted(sample.received_on for sample in samples)


def test_symbols_are_readable_and_123_cv_tu_is_among_them(samples):
    symbols = [sample.symbol for sample in samples]

    assert "123-CV/TU" in symbols
    assert all(symbol_key(symbol) for symbol in symbols if symbol)
    assert 5 <= symbols.count("") <= 30
    assert all(symbol.endswith("-CV/TU") for one in samples if one.committee_slug and (symbol := one.symbol))


def test_everything_is_stored_as_it_was_composed(samples):
    for sample in samples:
        assert clean_text(sample.text).text == sample.text
        assert unicodedata.is_normalized("NFC", sample.text)
        for line in (sample.title, sample.summary, sample.body_name, sample.symbol, sample.signer_post):
            assert clean_line(line).text == line


def test_generate_gives_as_many_as_are_asked_for_each_document_once():
    rows = list(generate(1000, slug="x"))

    assert len(rows) == 1000
    assert len({row.idempotency_key for row in rows}) == 1000
    documents = [
        (row.committee_slug or row.body_name, row.symbol, row.document_on) for row in rows if row.symbol
    ]
    assert len(set(documents)) == len(documents)
    assert sum(row.presented_live for row in rows) == LIVE


def test_generate_with_words_gives_texts_of_about_so_many():
    rows = list(generate(200, 1000))

    assert all(1000 <= words_of(row) <= 1200 for row in rows)


def test_generate_begins_alike_whatever_the_count():
    few, many = generate(92), generate(1000)

    assert list(few) == list(islice(many, 92))


def test_generate_nothing_yields_nothing():
    assert list(generate(0)) == []


def test_texts_do_not_depend_on_the_process_that_composes_them(samples):
    command = (
        "import django, hashlib; django.setup();"
        "from proceedings.sample.compose import contributions;"
        "print(hashlib.sha256(repr([c.text for c in contributions()]).encode()).hexdigest())"
    )

    fresh = subprocess.run(
        [sys.executable, "-c", command],
        cwd=PROJECT,
        env={"DJANGO_SETTINGS_MODULE": "proceedings.settings", "PYTHONHASHSEED": "7", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert fresh.stdout.strip() == hashlib.sha256(repr([one.text for one in samples]).encode()).hexdigest()


def test_sample_is_the_one_that_was_reviewed(samples):
    rows = "\n".join("\x1f".join(map(str, dataclasses.astuple(sample))) for sample in samples)

    assert (
        hashlib.sha256(rows.encode()).hexdigest()
        == "096f8731c7db7eda0a5e27acdf48871e6e4ca0b6a14d251dbbb4d4a383db55e6"
    )
