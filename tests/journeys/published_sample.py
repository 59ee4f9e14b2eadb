"""The founding workshop, published: made once a run, put aside as a copy in the database, put back when wanted."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from proceedings.accounts.rights import STAFF, Role
from proceedings.models import Committee, User
from proceedings.operations import editions
from proceedings.publishing.publish import run
from proceedings.sample.load import load_founding
from proceedings.vocabulary import Audience
from tests import reference_rows
from tests.journeys import answered_sample, arrived_sample, drafted_sample, queued_sample

CAST = {
    "thu-ky": (Role.SECRETARY, "Thư ký Mẫu"),
    "thu-ky-hai": (Role.SECRETARY, "Thư ký Mẫu Hai"),
    "bien-tap": (Role.EDITOR, "Biên tập Mẫu"),
    "bien-tap-hai": (Role.EDITOR, "Biên tập Mẫu Hai"),
    "to-truong": (Role.CHIEF_EDITOR, "Tổ trưởng Mẫu"),
    "dai-bieu": (Role.DELEGATE, "Đại biểu Mẫu"),
}


def make(password):
    """Load the founding workshop, publish it, and let the cast in; return the cookie of each.

    Refuses any database but the tests' own: without a `django_db` mark pytest-django makes none.
    """
    assert connection.settings_dict["NAME"].startswith("test_"), "a reading journey needs the mark django_db"
    for username, (role, full_name) in CAST.items():
        user = User.objects.create_user(
            username, f"{username}@example.vn", password, full_name=full_name, is_staff=role in STAFF
        )
        user.groups.add(Group.objects.get(name=role.value))
    User.objects.filter(username="dai-bieu").update(committee=Committee.objects.get(slug="bac-ninh"))
    secretary, now = User.objects.get(username="thu-ky"), timezone.now()
    workshop = load_founding(now=now, actor=secretary, is_answered=False).workshop
    publication = editions.plan(workshop=workshop, audience=Audience.PUBLIC, actor=secretary, now=now)
    run(publication, actor=secretary, now=now)
    arrived_sample.arrive(actor=secretary, now=now)
    drafted_sample.draft(actor=secretary, now=now)
    queued_sample.fill(actor=secretary, now=now)
    answered_sample.split(actor=User.objects.get(username="bien-tap"), now=now)
    return {username: _signed_in(username) for username in CAST}


def put_aside():
    """Copy every working table that has rows into a schema of its own, and empty them."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS published CASCADE; CREATE SCHEMA published")
        for table in reference_rows.filled_tables(cursor):
            cursor.execute(f"CREATE TABLE published.{_name(table)} AS TABLE {table}")
    empty()


def put_back():
    """Fill the working tables from the copy, as one transaction; the triggers stand aside."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(reference_rows.TRIGGERS_STAND_ASIDE)
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'published'")
        for (table,) in cursor.fetchall():
            columns = reference_rows.columns_of(cursor, table)
            cursor.execute(f"INSERT INTO public.{table} ({columns}) SELECT {columns} FROM published.{table}")


def empty():
    """Take everything away again."""
    reference_rows.empty_working_tables(connection)


def _name(table):
    return table.removeprefix("public.")


def _signed_in(username):
    client = Client()
    client.force_login(User.objects.get(username=username))
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value}
