"""Runs the typesetter in a child process of its own group, and says in words why it failed."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.exports import typesetter
from proceedings.exports.fonts import FontChoice

_CHILD = Path(typesetter.__file__)
_OUT_OF_MEMORY = ("memory allocation", "MemoryError", "Cannot allocate memory", "failed to map")
_KEPT_OF_LOG = 2000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may take: bytes of address space, seconds of processor and of wall-clock time."""

    memory: int = 1_200_000_000
    processor_seconds: int = 300
    wall_seconds: int = 600


class Failure(StrEnum):
    """Why there is no PDF."""

    TIME = "time"
    COMPILER = "compiler"
    CRASH = "crash"


class PdfFailed(RuntimeError):
    """The PDF could not be made; `reason` says why, `log` is the child's own words for the log."""

    def __init__(self, message: str | Promise, reason: Failure, log: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        self.log = log


class PdfTooLarge(PdfFailed):
    """The child reached its memory limit."""


def set_up_press(root: Path, template: Path, fonts: FontChoice) -> None:
    """Make `root` a fresh folder that holds the template and the font files, and nothing else yet."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "fonts").mkdir(parents=True)
    for file in fonts.files:
        shutil.copyfile(file, root / "fonts" / file.name)
    shutil.copyfile(template, root / template.name)


def run_typesetter(root: Path, template: str, output: Path, *, timestamp: int, limits: Limits) -> None:
    """Compile `root/template` with the fonts of `root/fonts` to `output`.

    The child sees no environment of ours, and its whole group is killed when the time is over.
    Raises PdfTooLarge or PdfFailed; then `output` does not exist.
    """
    job = {
        "root": str(root),
        "template": str(root / template),
        "output": str(output),
        "fonts": str(root / "fonts"),
        "timestamp": timestamp,
        "memory": limits.memory,
        "seconds": limits.processor_seconds,
    }
    command = [sys.executable, "-I", str(_CHILD), json.dumps(job)]
    code, log = _run(command, root, limits.wall_seconds)
    if code == 0 and output.exists():
        return
    output.unlink(missing_ok=True)
    raise _failure(code, log)


def _run(command: list[str], folder: Path, seconds: int) -> tuple[int | None, str]:
    """Exit code (None when the time was over) and the end of what the child wrote."""
    with (folder / "log").open("w+b") as log:
        child = subprocess.Popen(  # noqa: S603 - our own file, run by our own interpreter
            command,
            cwd=folder,
            env={"LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "2"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            code: int | None = child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _kill_group(child)
        log.seek(0)
        return code, log.read()[-_KEPT_OF_LOG:].decode(errors="replace")


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _failure(code: int | None, log: str) -> PdfFailed:
    if code in (None, -signal.SIGXCPU, -signal.SIGKILL):
        return PdfFailed(
            _("Làm bản PDF quá lâu nên đã dừng. Dữ liệu vẫn nguyên vẹn; hãy thử lại, hoặc tải bản Word."),
            Failure.TIME,
            log,
        )
    if any(sign in log for sign in _OUT_OF_MEMORY):
        return PdfTooLarge(
            _(
                "Bản PDF quá lớn so với bộ nhớ cho phép nên đã dừng. "
                "Dữ liệu vẫn nguyên vẹn; hãy chia nhỏ tài liệu, hoặc tải bản Word."
            ),
            Failure.CRASH,
            log,
        )
    return PdfFailed(
        _("Không làm được bản PDF. Dữ liệu vẫn nguyên vẹn; hãy báo quản trị viên xem nhật ký."),
        Failure.COMPILER if code == typesetter.REFUSED else Failure.CRASH,
        log,
    )
