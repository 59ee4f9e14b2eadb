"""The receipt on paper: one PDF, the same bytes every time, set with the font that the editions are set with."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from proceedings.exports.files import chosen_fonts
from proceedings.exports.fonts import FontChoice, NoUsableFont
from proceedings.exports.printable import Lettering
from proceedings.exports.typesetting import Limits, PdfFailed, run_typesetter
from submissions.models import Batch
from submissions.receipts import Receipt, receipt_of

_TEMPLATE: Final = Path(__file__).with_name("receipt.typ")
_LIMITS: Final = Limits(memory=800_000_000, processor_seconds=30, wall_seconds=60)

NO_PDF: Final = (
    gettext_lazy("Chưa lập được bản PDF"),
    gettext_lazy("Đợt gửi đã được tiếp nhận đầy đủ; số phiếu và mã các tệp vẫn xem được trên trang của đợt."),
    gettext_lazy("Thử lại sau ít phút, hoặc in trang của đợt gửi."),
)


class NoReceipt(RuntimeError):
    """The PDF could not be made; what it says is on the page all the same."""


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


def _cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    """Return a tree of plain values with every text fit for print."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner, clean) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(inner, clean) for inner in value]
    return value
