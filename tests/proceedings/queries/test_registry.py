import pytest

from proceedings.models import Contribution, Theme
from proceedings.operations import attachments, contributions
from proceedings.queries.registry import lines_of, texts_of
from proceedings.vocabulary import Audience, BodyKind, ContributionForm, Stance

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def lines_by_number(workshop, audience=Audience.PUBLIC):
    return {line.number: line for line in lines_of(workshop, audience)}


def test_a_line_says_all_that_a_list_shows(workshop, register, bac_ninh):
    theme = Theme.objects.create(workshop=workshop, position=1, slug="nhom", title="Nhóm")
    register(
        committee=bac_ninh, theme=theme, circulation="public", form="paper", presented_live=True, speaking_order=2,
        symbol="12-CV/TU", stance="agrees",
    )  # fmt: skip

    [line] = lines_of(workshop, Audience.PUBLIC)

    assert (line.number, line.title, line.body) == (1, "Góp ý dự thảo Quy định mẫu", bac_ninh.full_name)
    assert (line.body_kind, line.committee_slug, line.region) == (
        BodyKind.COMMITTEE,
        "bac-ninh",
        bac_ninh.region,
    )
    assert (line.form, line.presented_live, line.speaking_order) == (ContributionForm.PAPER, True, 2)
    assert (line.symbol, line.stance, line.theme_slug, line.theme) == (
        "12-CV/TU",
        Stance.AGREES,
        "nhom",
        "Nhóm",
    )


def test_a_line_of_another_body_names_it(workshop, register):
    register(circulation="public")

    [line] = lines_of(workshop, Audience.PUBLIC)

    assert (line.body, line.body_kind, line.committee_slug) == ("Cơ quan Mẫu", BodyKind.ORGANISATION, "")
    assert (line.stance, line.theme, line.agenda_item_id) == (None, "", None)


@pytest.mark.parametrize(("audience", "numbers"), [(Audience.PUBLIC, [1]), (Audience.DELEGATES, [1, 2])])
def test_an_audience_reads_what_circulates_among_it(workshop, register, secretary, now, audience, numbers):
    for circulation in ("public", "delegates", "internal"):
        register(circulation=circulation)
    withdrawn = register(circulation="public")
    contributions.void(contribution=withdrawn, reason="Rút", actor=secretary, now=now)

    lines = lines_of(workshop, audience)

    assert [line.number for line in lines] == numbers
    texts = texts_of(workshop, audience, lines={line.number: line for line in lines})
    assert [text.line.number for text in texts] == numbers


def test_a_text_is_whole(workshop, register, bac_ninh, secretary, now):
    contribution = register(
        circulation="public", committee=bac_ninh, author_name="Người viết", signer_name="Người ký",
        signer_post="Bí thư", text="Một\n\nHai", summary="Tóm tắt",
    )  # fmt: skip
    attachments.attach(
        contribution=contribution,
        name="a.txt",
        content=b"abc",
        media_type="text/plain",
        actor=secretary,
        now=now,
    )

    [text] = texts_of(workshop, Audience.PUBLIC, lines=lines_by_number(workshop))

    assert text.paragraphs == ("Một", "Hai")
    assert (text.author_name, text.signer_name, text.signer_post) == ("Người viết", "Người ký", "Bí thư")
    assert [(file.name, file.size) for file in text.attachments] == [("a.txt", 3)]
    assert text.received_on == now.date()


def test_one_text_by_its_number(workshop, register):
    for _each in range(3):
        register(circulation="public")

    [text] = texts_of(workshop, Audience.PUBLIC, lines=lines_by_number(workshop), number=2)

    assert text.line.number == 2


@pytest.mark.parametrize("count", [1, 3])
def test_lines_cost_one_question(workshop, register, bac_ninh, django_assert_num_queries, count):
    for number in range(count):
        register(circulation="public", committee=bac_ninh, symbol=f"{number}-CV/TU")

    with django_assert_num_queries(1):
        assert len(lines_of(workshop, Audience.PUBLIC)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_texts_cost_two_questions(workshop, register, bac_ninh, django_assert_num_queries, count):
    for number in range(count):
        register(circulation="public", committee=bac_ninh, symbol=f"{number}-CV/TU")
    lines = lines_by_number(workshop)

    with django_assert_num_queries(2):
        assert len(list(texts_of(workshop, Audience.PUBLIC, lines=lines))) == count
    assert Contribution.objects.count() == count
