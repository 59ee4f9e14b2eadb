"""Our own system checks, and Django's for a deployment."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings as project
from django.db import OperationalError, connection
from procrastinate.contrib.django import app

from proceedings import checks

PRODUCTION = {
    "KYYEU_SITE_URL": "https://ky.yeu.example.vn",
    "KYYEU_SECRET_KEY": "".join(chr(ord("a") + place % 26) for place in range(60)),
    "KYYEU_BEHIND_PROXY": "1",
}


def ids(messages):
    return [message.id for message in messages]


def manage(*arguments, **variables):
    bare = {name: value for name, value in os.environ.items() if not name.startswith("KYYEU_")}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=project.BASE_DIR,
        env={**bare, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_deploy_check_is_silent_and_silences_nothing(tmp_path):
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION, KYYEU_DATA_DIR=str(tmp_path))

    assert done.returncode == 0, done.stderr
    assert re.search(r"no issues \(0 silenced\)", done.stdout)
    assert project.SILENCED_SYSTEM_CHECKS == []


def test_deploy_check_warns_of_https_without_proxy(tmp_path):
    without = {name: value for name, value in PRODUCTION.items() if name != "KYYEU_BEHIND_PROXY"}

    done = manage("check", "--deploy", "--fail-level", "WARNING", **without, KYYEU_DATA_DIR=str(tmp_path))

    assert done.returncode == 1
    assert "kyyeu.W004" in done.stderr
    assert "HINT: Behind a proxy set KYYEU_BEHIND_PROXY=1" in done.stderr


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"KYYEU_SITE_URL": "https://ky.yeu"}, "KYYEU_SECRET_KEY is needed"),
        ({"KYYEU_SITE_ULR": "https://ky.yeu"}, "Did you mean KYYEU_SITE_URL?"),
        ({"KYYEU_DEBUG": "perhaps"}, "neither yes nor no"),
    ],
)
def test_nonsense_in_the_environment_stops_every_command(variables, words):
    done = manage("check", **variables)

    assert done.returncode != 0
    assert words in done.stderr


def test_attachments_folder_that_is_not_there_yet_is_fine(settings, tmp_path):
    _keep_attachments_in(settings, tmp_path / "a" / "b")

    assert checks.check_attachments_folder(None) == []


def test_attachments_folder_that_is_a_file_is_an_error(settings, tmp_path):
    (tmp_path / "a").write_text("x")
    _keep_attachments_in(settings, tmp_path / "a")

    [error] = checks.check_attachments_folder(None)

    assert error.id == "kyyeu.E001"
    assert "KYYEU_DATA_DIR" in error.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_attachments_folder_that_is_closed_is_an_error(settings, tmp_path):
    tmp_path.chmod(0o500)
    _keep_attachments_in(settings, tmp_path / "a")

    assert ids(checks.check_attachments_folder(None)) == ["kyyeu.E001"]


def test_fonts_that_are_not_there_are_an_error(settings, tmp_path):
    settings.FONT_DIR = str(tmp_path)

    [error] = checks.check_fonts(None)

    assert error.id == "kyyeu.E002"
    assert "fonts-liberation2" in error.hint


def test_fonts_without_italics_are_a_warning(settings, monkeypatch):
    class Upright:
        origin, family = checks.Origin.LAST_RESORT, "Source Serif Pro"

    monkeypatch.setattr(checks, "find_fonts", lambda folder: Upright)

    assert ids(checks.check_fonts(None)) == ["kyyeu.W003"]


@pytest.mark.parametrize(
    ("is_https", "is_behind_proxy", "expected"),
    [
        (False, False, []),
        (True, True, []),
        (True, False, ["kyyeu.W004"]),
        (False, True, ["kyyeu.E005"]),
    ],
)
def test_proxy_and_address_fit_together(settings, is_https, is_behind_proxy, expected):
    settings.IS_HTTPS, settings.IS_BEHIND_PROXY = is_https, is_behind_proxy

    assert ids(checks.check_proxy(None)) == expected


@pytest.mark.django_db
def test_database_in_use_is_fine_and_is_not_asked_unless_it_is_to_be_used(django_assert_num_queries):
    assert checks.check_database(None, databases=["default"]) == []

    with django_assert_num_queries(0):
        assert checks.check_database(None) == []


@pytest.mark.django_db
def test_database_that_does_not_answer_is_an_error(monkeypatch):
    def gone(*args, **kwargs):
        raise OperationalError("The database cannot be reached. Hint: start it.")

    monkeypatch.setattr(connection, "cursor", gone)

    [error] = checks.check_database(None, databases=["default"])

    assert error.id == "kyyeu.E006"
    assert "Hint" in error.msg


@pytest.mark.django_db
def test_database_in_another_encoding_is_an_error(monkeypatch):
    class Cursor:
        def __enter__(self):
            return self

        def __exit__(self, *raised):
            return None

        def execute(self, sql):
            return None

        def fetchone(self):
            return ("SQL_ASCII",)

    monkeypatch.setattr(connection, "cursor", Cursor)

    assert ids(checks.check_database(None, databases=["default"])) == ["kyyeu.E007"]


def _keep_attachments_in(settings, folder):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": settings.STORAGES["default"]["BACKEND"], "OPTIONS": {"location": folder}},
    }


STARTED = """
import sys, django
from django.core.management import load_command_class
django.setup()
for name in sys.argv[1:]:
    load_command_class("proceedings", name)
    print(name, *sorted({"proceedings.urls", "submissions.tasks", "proceedings.publishing.tasks", "typst",
                         "proceedings.exports.drafts", "proceedings.text.structure"} & set(sys.modules)))
"""


def test_commands_that_serve_nothing_load_no_addresses_jobs_readers_nor_writers_of_drafts():
    names = ["verify_edition", "verify_integrity", "publish"]
    done = subprocess.run(
        [sys.executable, "-c", STARTED, *names],
        cwd=project.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "proceedings.settings"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )

    assert done.stdout.splitlines() == names


def test_a_worker_finds_every_job_though_commands_load_none():
    app.perform_import_paths()

    assert {"publish", "retry_stalled", "read_submission", "check_workbook", "import_workbook", "recognise_submission",
            "sweep_intake", "pick_up_mail"} <= set(app.tasks)  # fmt: skip
