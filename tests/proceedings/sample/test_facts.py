"""What is said of the workshop is what its report says."""

import re
from collections import Counter

import pytest

from proceedings.sample import facts
from proceedings.sample.bodies import bodies
from proceedings.sample.paragraphs import paragraphs

SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Tô|Đinh|Trịnh|Lâm|Mai|Trương|Cao|Hà|"
    "Tạ|Lương|Đào|Tống|Thái|Chu|Triệu|Quách|Giàng|Vàng|Lò|Nông|Hứa"
)
PERSON = re.compile(rf"\b(?:{SURNAMES})(?: [A-ZÀ-ỸĐ]\w+){{1,3}}")


def test_words_of_the_report_are_quoted_exactly(article):
    quoted = [
        facts.TITLE,
        facts.SHORT_TITLE,
        facts.HOST,
        *facts.SUMMARY.split("\n"),
        *(line for conclusion in facts.CONCLUSIONS for line in conclusion.text.split("\n")),
        *(post for person in facts.PERSONS for post in person.posts),
        *(person.full_name for person in facts.PERSONS),
        *(line.title for line in facts.AGENDA_AFTER_PAPERS),
    ]

    assert [words for words in quoted if words not in article] == []


def test_tasks_and_their_owners_are_in_the_words_of_the_report(article):
    tasks = [task for conclusion in facts.CONCLUSIONS for task in conclusion.tasks]

    spoken = article.lower()

    assert [
        task for task in tasks if task.text.lower() not in spoken or task.owner.lower() not in spoken
    ] == []


def test_tasks_are_ordered_by_the_conclusion_that_has_them():
    for conclusion in facts.CONCLUSIONS:
        assert [task for task in conclusion.tasks if task.text.lower() not in conclusion.text.lower()] == []


def test_themes_are_the_questions_of_the_report(article):
    first = re.split(r"[;.]", article.split("tập trung làm rõ về ")[1])[0]
    assert first.lower().startswith(facts.THEMES[0].title.lower())

    for theme in facts.THEMES[1:5]:
        for word in theme.title.lower().removesuffix(" phối hợp").split(", "):
            assert word in article
    assert facts.THEMES[5].title.removeprefix("Kinh nghiệm ") in article


def test_day_and_counts_are_those_of_the_report(article):
    assert f"{facts.HELD_ON:%d/%m/%Y}" in article
    assert f"{facts.DOCUMENTS} văn bản góp ý" in article
    assert f"{facts.LIVE} ý kiến được các đại biểu tham luận trực tiếp" in article


def test_unknown_stays_empty():
    main, bac_ninh = facts.SITES
    chair, _site_speaker = facts.PERSONS

    assert (main.committee, chair.site) == ("", "")
    assert bac_ninh.committee == "bac-ninh"


def test_source_note_names_the_report_and_says_what_is_a_sample():
    assert facts.TITLE in facts.SOURCE_NOTE
    assert "07/09/2021" in facts.SOURCE_NOTE
    assert "VĂN BẢN MẪU" in facts.SOURCE_NOTE


@pytest.mark.parametrize("texts", ["facts", "paragraphs"])
def test_only_the_two_persons_of_the_report_are_named(texts):
    said = {
        "facts": [
            facts.SUMMARY,
            facts.SOURCE_NOTE,
            *(c.text for c in facts.CONCLUSIONS),
            *(person.full_name for person in facts.PERSONS),
        ],
        "paragraphs": [*(paragraph.text for paragraph in paragraphs()), *(body.name for body in bodies())],
    }[texts]

    named = Counter(name for text in said for name in PERSON.findall(text))

    assert set(named) == ({facts.CHAIR, facts.SITE_SPEAKER} if texts == "facts" else set())
