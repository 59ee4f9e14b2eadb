"""DOC, RTF and ODT → DOCX by LibreOffice, walled in: no network, one file to read, one folder to write."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Final

from submissions.jail.limits import CONVERTER, Limits
from submissions.jail.process import End, environment, run
from submissions.readers.document import Problem

_LAUNCH: Final = Path(__file__).with_name("launch.py")
_SYSTEM: Final = (
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/opt",
    "/etc/fonts",
    "/etc/libreoffice",
)
_SYSTEM_FILES: Final = (
    "/etc/ld.so.cache",
    "/etc/alternatives",
    "/etc/passwd",
    "/etc/localtime",
    "/nix/store",
)
_PLACES: Final = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_TEMPORARY: Final = "/tmp"  # noqa: S108 - inside the walls, where nobody else is
_HOME_SIZE: Final = 200_000_000


def find_converter() -> str | None:
    """Return the path of LibreOffice's program, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


@lru_cache(maxsize=1)
def has_walls() -> bool:
    """Tell whether bwrap works here (tried once): in many containers it is there and may not do its work."""
    program = shutil.which("bwrap")
    if program is None:
        return False
    tried = subprocess.run(  # noqa: S603 - a command of ours
        [program, "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--proc", "/proc", "true"],
        capture_output=True,
        timeout=30,
        check=False,
    )
    return tried.returncode == 0


def convert_to_docx(path: Path, *, into: Path, limits: Limits = CONVERTER) -> Path | Problem:
    """Return the DOCX that LibreOffice made of a file in the folder ``into``, or what went wrong.

    NO_CONVERTER where it is not installed; TOOK_TOO_LONG; TOOK_TOO_MUCH_MEMORY; CONVERTER_FAILED. LibreOffice returns 0
    even when it failed, so only the file it made is believed.
    """
    converter = find_converter()
    if converter is None:
        return Problem.NO_CONVERTER
    with tempfile.TemporaryDirectory(prefix="convert-", dir=into) as place:
        folder = Path(place)
        source, made = folder / "in" / "document", folder / "out" / "document.docx"
        for each in (source.parent, made.parent, folder / "home"):
            each.mkdir()
        shutil.copyfile(path, source)
        walled = has_walls()
        command = _walled(converter, folder) if walled else _open(converter, folder)
        job = json.dumps({"limits": asdict(limits), "command": command, "cut_off": not walled})
        ended = run(
            [sys.executable, "-I", str(_LAUNCH), job],
            folder=folder / "home",
            environment=environment(folder / "home"),
            limits=limits,
        )
        if ended.end is End.TIME:
            return Problem.TOOK_TOO_LONG
        if not made.is_file() or made.is_symlink() or not zipfile.is_zipfile(made):
            return Problem.TOOK_TOO_MUCH_MEMORY if ended.end is End.MEMORY else Problem.CONVERTER_FAILED
        result = into / "converted.docx"
        shutil.move(made, result)
        return result


def _walled(converter: str, folder: Path) -> list[str]:
    """The command under bwrap: system folders to read, the input to read, one folder to write, no network."""
    bound = [part for place in (*_SYSTEM, *_SYSTEM_FILES) for part in ("--ro-bind-try", place, place)]
    return [
        shutil.which("bwrap") or "bwrap",
        "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
        *bound,
        "--proc", "/proc", "--dev", "/dev",
        "--size", str(_HOME_SIZE), "--tmpfs", _TEMPORARY,
        "--size", str(_HOME_SIZE), "--tmpfs", "/home",
        "--ro-bind", str(folder / "in"), "/in",
        "--bind", str(folder / "out"), "/out",
        "--setenv", "HOME", "/home", "--setenv", "TMPDIR", _TEMPORARY,
        "--chdir", "/home",
        *_conversion(converter, "/home", "/in/document", "/out"),
    ]  # fmt: skip


def _open(converter: str, folder: Path) -> list[str]:
    return _conversion(converter, str(folder / "home"), str(folder / "in" / "document"), str(folder / "out"))


def _conversion(converter: str, home: str, source: str, target: str) -> list[str]:
    return [
        converter,
        f"-env:UserInstallation=file://{home}/profile",
        "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        "--convert-to", "docx:Office Open XML Text", "--outdir", target, source,
    ]  # fmt: skip
