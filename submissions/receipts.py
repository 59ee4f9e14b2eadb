"""Phiếu tiếp nhận: what a committee holds in hand once it has handed a batch in, on the page and as PDF."""

from __future__ import annotations

import datetime
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from proceedings.exports.files import chosen_fonts
from proceedings.exports.fonts import FontChoice, NoUsableFont
from proceedings.exports.printable import Lettering
from proceedings.exports.typesetting import Limits, PdfFailed, run_typesetter
from submissions.committee_words import refusal_of
from submissions.models import Batch, Submission
from submissions.vocabulary import Refusal, SubmissionState

_TEMPLATE: Final = Path(__file__).with_name("receipt.typ")
_LIMITS: Final = Limits(memory=800_000_000, processor_seconds=30, wall_seconds=60)

NO_PDF: Final = (
    gettext_lazy("Chưa lập được bản PDF"),
    gettext_lazy("Đợt gửi đã được tiếp nhận đầy đủ; số phiếu và mã các tệp vẫn xem được trên trang của đợt."),
    gettext_lazy("Thử lại sau ít phút, hoặc in trang của đợt gửi."),
)


class NoReceipt(RuntimeError):
    """The PDF could not be made; what it says is on the page all the same."""


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """A file that was received: its place, name, size in words, and its SHA-256 in eight groups of eight digits."""

    place: str
    name: str
    size: str
    hash: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A file that was not received, and why."""

    place: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says. ``check`` is a short hash of all of it, printed on the paper and shown on the page."""

    batch: Batch
    received: tuple[ReceivedLine, ...]
    refused: tuple[RefusedLine, ...]

    @property
    def check(self) -> str:
        """Return sixteen digits in groups of four: the beginning of the SHA-256 of number, sender, time and hashes."""
        batch = self.batch
        facts = [
            batch.workshop.slug,
            batch.receipt_number,
            batch.committee.slug if batch.committee else "",
            batch.confirmed_at.astimezone(datetime.UTC).isoformat() if batch.confirmed_at else "",
            [(line.name, "".join(line.hash)) for line in self.received],
            [line.name for line in self.refused],
        ]
        digest = hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()
        return " ".join(_groups(digest[:16], 4))


def receipt_of(batch: Batch) -> Receipt:
    """Return the receipt of a batch that was handed in, as things stood when its sender confirmed it.

    Only what never changes afterwards is on it: names, sizes, hashes, and what had been refused by then. The one
    exception is what was taken away for secrecy since: it has no name here either (law 6).
    """
    submissions = list(
        batch.submissions.exclude(refusal=Refusal.WITHDRAWN).select_related("known_as").in_order()
    )
    refused = [submission for submission in submissions if _was_refused(submission, batch)]
    received = [submission for submission in submissions if submission not in refused]
    return Receipt(
        batch,
        tuple(_received(place, submission) for place, submission in enumerate(received, start=1)),
        tuple(
            RefusedLine(str(place), _name(submission), " ".join(filter(None, refusal_of(submission))))
            for place, submission in enumerate(refused, start=1)
        ),
    )


def receipt_pdf(batch: Batch) -> bytes:
    """Return the receipt of a batch as PDF, in Vietnamese; equal rows and fonts give equal bytes.

    Raises :class:`NoReceipt` where there is no font or the compiler fails.
    """
    if batch.confirmed_at is None:
        raise NoReceipt
    try:
        fonts = chosen_fonts()
        with override("vi"), TemporaryDirectory(prefix="receipt-") as temporary:
            root, output = Path(temporary) / "root", Path(temporary) / "receipt.pdf"
            _lay_out(root, fonts, receipt_of(batch))
            timestamp = int(batch.confirmed_at.timestamp())
            run_typesetter(root, _TEMPLATE.name, output, timestamp=timestamp, limits=_LIMITS)
            return output.read_bytes()
    except (NoUsableFont, PdfFailed, OSError) as error:
        raise NoReceipt from error


def _lay_out(root: Path, fonts: FontChoice, receipt: Receipt) -> None:
    (root / "fonts").mkdir(parents=True)
    for file in fonts.files:
        shutil.copyfile(file, root / "fonts" / file.name)
    shutil.copyfile(_TEMPLATE, root / _TEMPLATE.name)
    data = {**_words(receipt), "family": fonts.family, "italics": fonts.has_italics}
    printed = _cleaned(data, Lettering(fonts.letters))
    (root / "receipt.json").write_text(json.dumps(printed, ensure_ascii=False), "utf-8")


def _words(receipt: Receipt) -> dict[str, Any]:
    batch = receipt.batch
    assert batch.confirmed_at is not None  # noqa: S101 - a batch that was handed in has both
    assert batch.committee is not None  # noqa: S101
    at = timezone.localtime(batch.confirmed_at)
    number = _("Phiếu số %(number)s") % {"number": batch.receipt_number}
    kind = _("PHIẾU TIẾP NHẬN")
    return {
        "full_title": f"{kind.capitalize()} – {number.lower()} – {batch.workshop.short_title}",
        "running": f"{kind.capitalize()} · {number} · {receipt.check}",
        "host": batch.workshop.host,
        "number": number,
        "confirmed_day": _("Ngày %(day)s tháng %(month)s năm %(year)s")
        % {"day": f"{at:%d}", "month": f"{at.month:02}" if at.month < 3 else at.month, "year": at.year},
        "kind": kind,
        "occasion": _("văn bản gửi %(workshop)s") % {"workshop": batch.workshop.title},
        "facts": [
            {"term": _("Cơ quan gửi"), "value": batch.committee.full_name},
            {"term": _("Cách gửi"), "value": _way(batch)},
            {"term": _("Xác nhận gửi lúc"), "value": f"{at:%H:%M:%S, %d/%m/%Y} (UTC{at.isoformat()[-6:]})"},
            {
                "term": _("Số tệp"),
                "value": _("%(received)s tệp đã nhận, %(refused)s tệp không nhận")
                % {"received": len(receipt.received), "refused": len(receipt.refused)},
            },
            {"term": _("Mã đối chiếu phiếu"), "value": receipt.check},
        ],
        "received": {
            "title": _("Tệp đã nhận"),
            "head": [_("TT"), _("Tên tệp"), _("Dung lượng"), "SHA-256"],
            "rows": [asdict(line) for line in receipt.received],
        },
        "refused": {
            "title": _("Tệp không nhận"),
            "head": [_("TT"), _("Tên tệp"), _("Lý do và cách khắc phục")],
            "rows": [asdict(line) for line in receipt.refused],
        },
        "notes": [
            _(
                "Phiếu này chứng nhận hệ thống đã nhận đúng từng byte của các tệp có mã SHA-256 nêu trên. Phiếu không "
                "xác nhận nội dung được chấp nhận: Ban Thư ký xem xét, vào sổ và trả lời riêng."
            ),
            _(
                "Kiểm tra một tệp: trên Windows, lệnh certutil -hashfile <tệp> SHA256; trên Linux, lệnh sha256sum "
                "<tệp>; kết quả trùng mã trên phiếu là đúng tệp đã nhận. Phiếu do hệ thống lập, không cần chữ ký."
            ),
        ],
    }


def _way(batch: Batch) -> str:
    if batch.link_id is not None:
        return _("Trang của cấp ủy, bằng liên kết riêng do Ban Thư ký cấp")
    return _("Trang của cấp ủy, bằng tài khoản của %(name)s") % {"name": str(batch.received_by)}


def _was_refused(submission: Submission, batch: Batch) -> bool:
    """Tell whether a file was refused before confirming: by the machine always, by a person if the time says so."""
    if submission.state != SubmissionState.REFUSED:
        return False
    if submission.refusal != Refusal.BY_PERSON:
        return True
    decided_at, confirmed_at = submission.decided_at, batch.confirmed_at
    return decided_at is not None and confirmed_at is not None and decided_at <= confirmed_at


def _received(place: int, submission: Submission) -> ReceivedLine:
    size = filesizeformat(submission.size).replace("\xa0", " ") if submission.sha256 else "–"
    return ReceivedLine(str(place), _name(submission), size, tuple(_groups(submission.sha256, 8)))


def _name(submission: Submission) -> str:
    return submission.name or _("(không giữ tên tệp)")


def _groups(digits: str, width: int) -> Iterator[str]:
    for start in range(0, len(digits), width):
        yield digits[start : start + width]


def _cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    """Return a tree of plain values with every text fit for print."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner, clean) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(inner, clean) for inner in value]
    return value
