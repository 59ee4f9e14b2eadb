"""From nothing to the founding workshop in a browser."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command

from proceedings.accounts.rights import Role
from proceedings.models import Edition, User, Workshop
from tests.benchmarks.commands import environment


@pytest.fixture
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    return tmp_path


@pytest.mark.django_db
def test_quickstart_sets_up_the_founding_workshop_and_says_how_to_sign_in(data_dir, capsys):
    call_command("quickstart", "--no-serve")

    printed = capsys.readouterr().out
    password = (data_dir / "sample-password").read_text()
    assert Workshop.objects.get().contributions.count() == 92
    assert Edition.objects.get().label == "1"
    assert "/admin/" in printed
    assert password in printed
    assert User.objects.get(username="thu-ky").check_password(password)
    assert User.objects.get(username="dai-bieu").groups.get().name == Role.DELEGATE.value
    assert stat.S_IMODE((data_dir / "sample-password").stat().st_mode) == 0o600


@pytest.mark.django_db
def test_quickstart_again_changes_nothing_and_shows_no_password_that_was_changed(data_dir, capsys):
    call_command("quickstart", "--no-serve")
    owner = User.objects.get(username="quan-tri")
    owner.set_password("mật khẩu khác 2026")
    owner.save()
    accounts = User.objects.count()
    capsys.readouterr()

    call_command("quickstart", "--no-serve")

    printed = capsys.readouterr().out
    assert Edition.objects.count() == 1
    assert User.objects.count() == accounts
    assert (data_dir / "sample-password").read_text() not in printed
    assert "mật khẩu đã được đổi" in printed


def test_quickstart_refuses_a_public_site(settings):
    settings.IS_HTTPS = True

    with pytest.raises(CommandError, match=r"deploy/README\.md"):
        call_command("quickstart", "--no-serve")


def test_quickstart_refuses_a_taken_port_before_it_sets_anything_up():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=f"PORT={port + 1}"):
            call_command("quickstart", "--port", str(port))


@pytest.mark.django_db(transaction=True)
def test_quickstart_serves_the_workshop_and_ends_all_it_started(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "manage.py", "quickstart", "--port", str(port)],
        cwd=project.BASE_DIR,
        env=environment(KYYEU_DATA_DIR=str(tmp_path)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        page = _wait_for(f"http://localhost:{port}/workshops/hoi-thao-2021-09-07/", process)
        assert "Hội thảo quy chế phối hợp" in page
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)

    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def _wait_for(address, process):
    for _attempt in range(600):
        assert process.poll() is None, "quickstart ended by itself"
        try:
            with urlopen(address) as answer:
                return answer.read().decode()
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
