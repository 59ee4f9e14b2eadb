"""What the office sends with a committee's link: the address, a letter, a list as workbook."""

from __future__ import annotations

import io
from collections.abc import Iterable
from urllib.parse import quote

import xlsxwriter
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from proceedings.models import Workshop
from submissions.models import UploadLink
from submissions.tokens import token_of


def address_of(link: UploadLink) -> str:
    """Return the whole address that a link has for its committee, always the Vietnamese page."""
    with override("vi"):
        return f"{settings.SITE_URL}{reverse('committee:link-page', args=[token_of(link)])}"


def subject_of(workshop: Workshop) -> str:
    """Return the subject of the letter."""
    return _("Liên kết gửi văn bản góp ý: %(workshop)s") % {"workshop": workshop.short_title}


def letter_of(link: UploadLink) -> str:
    """Return the letter to one committee as plain text."""
    workshop = link.workshop
    deadline = (
        _("Hạn gửi góp ý: %(day)s.") % {"day": f"{workshop.closes_on:%d/%m/%Y}"} if workshop.closes_on else ""
    )
    parts = (
        _("Kính gửi: %(committee)s") % {"committee": link.committee.full_name},
        _("%(host)s đề nghị cấp ủy gửi văn bản góp ý cho %(workshop)s tại địa chỉ dành riêng dưới đây:")
        % {"host": workshop.host, "workshop": workshop.title},
        address_of(link),
        deadline,
        _(
            "Mở địa chỉ, chọn tệp, xem lại những gì máy đã đọc, rồi bấm “Xác nhận gửi” và giữ phiếu tiếp nhận. "
            "Liên kết dùng được đến %(expires)s. Đây là liên kết riêng của cấp ủy: không chuyển cho nơi khác. "
            "Không gửi tài liệu có dấu chỉ mức độ mật."
        )
        % {"expires": f"{timezone.localtime(link.expires_at):%H:%M %d/%m/%Y}"},
    )
    return "\n\n".join(filter(None, parts))


def mail_to(link: UploadLink) -> str:
    """Return the address that opens the letter in the mail program of whoever sends it."""
    return f"mailto:?subject={quote(subject_of(link.workshop))}&body={quote(letter_of(link))}"


def letters_of(links: Iterable[UploadLink]) -> bytes:
    """Return all letters as one text file, UTF-8 with a mark that Notepad knows, a page each when printed."""
    return "\r\n\f\r\n".join(letter_of(link).replace("\n", "\r\n") for link in links).encode("utf-8-sig")


def workbook_of(workshop: Workshop, links: Iterable[UploadLink]) -> bytes:
    """Return the list of links as XLSX; every cell is text, so that nothing in it is a formula or followed."""
    target = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet(_("Liên kết"))
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet.write_row(0, 0, [_("TT"), _("Cấp ủy"), _("Địa chỉ"), _("Dùng được đến")], bold)
        for place, link in enumerate(links, start=1):
            expires = f"{timezone.localtime(link.expires_at):%H:%M %d/%m/%Y}"
            sheet.write_number(place, 0, place, wrapped)
            for column, text in enumerate((link.committee.full_name, address_of(link), expires), start=1):
                sheet.write_string(place, column, text, wrapped)
        sheet.set_column(0, 0, 5)
        sheet.set_column(1, 1, 34)
        sheet.set_column(2, 2, 70)
        sheet.set_column(3, 3, 18)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_header(f"&C{workshop.short_title.replace('&', '&&')[:200]}")
    return target.getvalue()
