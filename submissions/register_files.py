"""Files that are attached in the register itself pass the door, too: read and screened, and kept only after that."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from submissions.examination import Examined, examine
from submissions.readers.document import State
from submissions.screening.words import words_of, words_of_mark
from submissions.words import reason_of, remedy_of


def objection_to(file: UploadedFile[Any]) -> str:
    """Return why a file may not be attached and what to do; nothing where it may. Nothing of it is left on the disk.

    What the machine cannot read (a scan) needs a named person's word that it holds no secret; the intake desk asks for
    it, the register does not (law 6).
    """
    name = file.name or ""
    with tempfile.TemporaryDirectory(prefix="kyyeu-register-") as folder:
        path, scratch = Path(folder, "received"), Path(folder, "scratch")
        scratch.mkdir()
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        if not path.stat().st_size:
            return ""  # the operation has words of its own
        reason, remedy = _words(examine(path, name=name, scratch=scratch))
    return (
        _("%(name)s: %(reason)s %(remedy)s") % {"name": name, "reason": reason, "remedy": remedy}
        if reason
        else ""
    )


def _words(examined: Examined) -> tuple[str, str]:
    if examined.is_secret and examined.mark:
        return words_of_mark(examined.mark)
    if examined.document.state is State.REFUSED:
        return reason_of(examined.document), remedy_of(examined.document)
    if examined.stopping_flag:
        return words_of(examined.stopping_flag)
    if examined.document.state is State.NEEDS_PERSON:
        return reason_of(examined.document), _("Đưa tệp qua bàn tiếp nhận: ở đó có người đọc và xác nhận.")
    if examined.is_container:
        return _("Tệp chứa những tệp khác."), _(
            "Đưa tệp qua bàn tiếp nhận: từng tệp bên trong được đọc riêng."
        )
    return "", ""
