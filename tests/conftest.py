"""The fixed cast, the day on which the tests play, and the database they play on."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connections
from django.test import Client, TransactionTestCase, override_settings
from django.utils import translation

from proceedings.accounts.rights import STAFF, Role
from proceedings.models import Committee, User
from proceedings.operations import contributions, workshops
from proceedings.vocabulary import WorkshopStage
from tests.reference_rows import copy_reference_rows, empty_working_tables

PASSWORD = "trang giấy trắng 2021"


@pytest.fixture(scope="session", autouse=True)
def _tests_of_their_own(tmp_path_factory):
    """Quick password hashes, static files as they lie in the checkout, attachments in a folder of the run."""
    attachments = {"location": tmp_path_factory.mktemp("attachments"), "base_url": None}
    intake = {"location": tmp_path_factory.mktemp("intake"), "base_url": None}
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": attachments},
            "intake": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": intake},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        WHITENOISE_USE_FINDERS=True,
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture
def own_stores(settings, tmp_path):
    """Folders of this test alone for kept and for arriving files: those of the run hold what others put aside."""
    settings.STORAGES = {
        **settings.STORAGES,
        **{
            name: {**settings.STORAGES[name], "OPTIONS": {"location": tmp_path / name, "base_url": None}}
            for name in ("default", "intake")
        },
    }


@pytest.fixture(autouse=True)
def _in_vietnamese():
    """Begin every test in the language of the house, whatever page the one before has read."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let transactional tests empty the working tables instead of flushing everything."""

    def empty_all(test_case):
        for alias in test_case._databases_names(include_mirrors=False):
            empty_working_tables(connections[alias])

    with django_db_blocker.unblock():
        copy_reference_rows(connections["default"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_all)
        yield


@pytest.fixture
def now():
    """The morning after the founding workshop."""
    return datetime.datetime(2021, 9, 8, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


# --- the cast ----------------------------------------------------------------------


@pytest.fixture
def person(db):
    """Make a person: ``person("thu-ky", Role.SECRETARY, committee=…)``; everybody's password is PASSWORD."""

    def make(username, role, **fields):
        user = User.objects.create_user(
            username, f"{username}@example.vn", PASSWORD, is_staff=role in STAFF, **fields
        )
        user.groups.add(Group.objects.get(name=role.value))
        return user

    return make


@pytest.fixture
def secretary(person):
    """Registers, arranges, publishes."""
    return person("thu-ky", Role.SECRETARY, full_name="Thư ký Mẫu")


@pytest.fixture
def editor(person):
    """Reads the record and edits summaries."""
    return person("bien-tap", Role.EDITOR, full_name="Biên tập Mẫu")


@pytest.fixture
def chief_editor(person):
    """As the editor, and publishes."""
    return person("to-truong", Role.CHIEF_EDITOR, full_name="Tổ trưởng Mẫu")


@pytest.fixture
def bac_ninh(db):
    """The Committee of Bắc Ninh as it was in 2021."""
    return Committee.objects.get(slug="bac-ninh")


@pytest.fixture
def ha_noi(db):
    """Another committee, in force in 2021 and today."""
    return Committee.objects.get(slug="ha-noi")


@pytest.fixture
def delegate_bac_ninh(person, bac_ninh):
    """A delegate whose committee takes part."""
    return person("dai-bieu-bac-ninh", Role.DELEGATE, full_name="Đại biểu Mẫu Một", committee=bac_ninh)


@pytest.fixture
def delegate_other(person, ha_noi):
    """A delegate of another committee."""
    return person("dai-bieu-ha-noi", Role.DELEGATE, full_name="Đại biểu Mẫu Hai", committee=ha_noi)


@pytest.fixture
def stranger():
    """A browser that nobody signed in with."""
    return Client()


@pytest.fixture
def client_of():
    """Return a browser in which a person is signed in."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return sign_in


# --- the record ----------------------------------------------------------------------


@pytest.fixture
def workshop(secretary, now):
    """A workshop that was held the day before."""
    return workshops.convene(
        slug="hoi-thao-mau",
        title="Hội thảo góp ý dự thảo Quy định mẫu",
        short_title="Hội thảo mẫu",
        host="Ban Tổ chức Mẫu",
        held_on=datetime.date(2021, 9, 7),
        stage=WorkshopStage.HELD,
        actor=secretary,
        now=now,
    )


@pytest.fixture
def register(workshop, secretary, now):
    """Register a contribution: ``register(committee=…, title=…)``; what is not given is a plain sample."""

    def enter(**fields):
        given = {"workshop": workshop, "actor": secretary, "now": now, "is_sample": True, **fields}
        given.setdefault("title", "Góp ý dự thảo Quy định mẫu")
        given.setdefault("text", "VĂN BẢN MẪU\nCơ bản nhất trí với dự thảo.")
        if "committee" not in given and "body_name" not in given:
            given |= {"body_kind": "organisation", "body_name": "Cơ quan Mẫu"}
        return contributions.register(**given)

    return enter
