import pytest

from proceedings.accounts.rights import Role
from proceedings.models import Committee, Participation, User
from proceedings.publishing.audiences import audience_of
from proceedings.vocabulary import Audience

pytestmark = pytest.mark.django_db

ROOT = "/workshops/hoi-thao-mau/"


@pytest.mark.parametrize("path", ["/", ROOT, f"{ROOT}editions/2/", "/committees/"])
def test_staff_read_what_delegates_read(workshop, secretary, editor, chief_editor, path):
    assert {audience_of(user, path) for user in (secretary, editor, chief_editor)} == {Audience.DELEGATES}


@pytest.mark.parametrize(
    ("path", "audience"),
    [
        ("/", Audience.DELEGATES),
        (ROOT, Audience.DELEGATES),
        (f"{ROOT}downloads/proceedings.pdf", Audience.DELEGATES),
        ("/workshops/khac/", Audience.PUBLIC),
        ("/workshops/", Audience.DELEGATES),
    ],
)
def test_a_delegate_reads_where_their_committee_was_asked(
    workshop, bac_ninh, delegate_bac_ninh, path, audience
):
    Participation.objects.create(workshop=workshop, committee=bac_ninh)

    assert audience_of(delegate_bac_ninh, path) == audience


def test_a_delegate_of_another_committee_reads_what_is_public(workshop, bac_ninh, delegate_other):
    Participation.objects.create(workshop=workshop, committee=bac_ninh)

    assert audience_of(delegate_other, ROOT) == Audience.PUBLIC


def test_who_succeeds_a_committee_reads_for_it(workshop, person):
    closed = Committee.objects.exclude(valid_to=None).exclude(successor__slug="bac-ninh").first()
    Participation.objects.create(workshop=workshop, committee=closed)
    heir = person("dai-bieu-moi", Role.DELEGATE, committee=closed.answering_today())

    assert audience_of(heir, ROOT) == Audience.DELEGATES


def test_nobody_and_an_account_without_rights_are_the_public(workshop, delegate_bac_ninh):
    delegate_bac_ninh.is_active = False

    for user in (None, delegate_bac_ninh, User.objects.create_user("ai-do")):
        assert audience_of(user, ROOT) == Audience.PUBLIC


def test_a_delegate_without_a_committee_reads_no_workshop_of_delegates(workshop, person):
    assert audience_of(person("khong-cap-uy", Role.DELEGATE), ROOT) == Audience.PUBLIC
