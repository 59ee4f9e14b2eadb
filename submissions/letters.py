"""The letter that tells a sender why a document was not registered, and what to do."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from proceedings.exports.tree import Block, ContentsPlace, Document, Role, paragraph
from submissions import outcomes
from submissions.models import Submission
from submissions.vocabulary import Refusal


@dataclass(frozen=True)
class Letter:
    """A letter in its parts; ``paragraphs`` is what stands between the address and the signature."""

    sender: str
    subject: str
    addressee: str
    paragraphs: tuple[str, ...]
    on: datetime.date
    signature: str


@override("vi")  # it is sent in Vietnamese, in whatever language the desk is read
def letter_of(submission: Submission, *, now: datetime.datetime) -> Letter:
    """Write the letter about a refused submission.

    About a secret it says nothing of the document: neither whose it was, nor its name, number or subject (law 6).
    """
    workshop = submission.batch.workshop
    received = f"{timezone.localtime(submission.batch.received_at):%d/%m/%Y}"
    is_secret = submission.refusal == Refusal.SECRECY
    return Letter(
        sender=workshop.host or workshop.title,
        subject=_("V/v văn bản gửi %(workshop)s") % {"workshop": workshop.short_title or workshop.title},
        addressee=_("Cơ quan gửi tài liệu") if is_secret else submission.body or _("Cơ quan gửi văn bản"),
        paragraphs=_of_secret(received) if is_secret else _of_document(submission, received),
        on=timezone.localdate(now),
        signature=_("TM. BAN THƯ KÝ"),
    )


@override("vi")
def as_document(letter: Letter, *, now: datetime.datetime) -> Document:
    """Return a letter as the neutral document that becomes a Word file."""
    blocks: list[Block] = [
        paragraph(letter.sender, Role.ORGANISATION),
        paragraph(_("Ngày %(day)s tháng %(month)s năm %(year)s") % _parts(letter.on), Role.POST),
        paragraph(letter.subject, Role.KICKER),
        paragraph(_("Kính gửi: %(addressee)s") % {"addressee": letter.addressee}, Role.LEAD),
        *(paragraph(text) for text in letter.paragraphs),
        paragraph(letter.signature, Role.AUTHOR),
        paragraph(_("(Ký, ghi rõ họ tên)"), Role.POST),
    ]
    return Document(title=letter.subject, blocks=blocks, created=now, contents=ContentsPlace.NONE)


def _of_secret(received: str) -> tuple[str, ...]:
    return (
        _("Ngày %(day)s, Ban Thư ký nhận được qua hệ thống một tài liệu có dấu chỉ mức độ mật.")
        % {"day": received},
        _(
            "Hệ thống này không được tiếp nhận bí mật nhà nước. Tài liệu đã bị xóa ngay: tệp, tên tệp và nội dung đều "
            "không được lưu lại; chỉ ghi thời điểm, người nhận và lý do."
        ),
        _(
            "Đề nghị cơ quan gửi tài liệu qua văn thư, cơ yếu theo quy định về bảo vệ bí mật nhà nước. Nếu văn bản "
            "không thuộc phạm vi bí mật nhà nước, đề nghị bỏ dấu chỉ mức độ mật theo đúng thẩm quyền rồi gửi lại."
        ),
    )


def _of_document(submission: Submission, received: str) -> tuple[str, ...]:
    reason, remedy = outcomes.words_of(submission)
    return (
        _("Ngày %(day)s, Ban Thư ký đã nhận %(document)s gửi %(workshop)s.")
        % {"day": received, "document": _named(submission), "workshop": submission.batch.workshop.title},
        _("Văn bản chưa được đưa vào sổ vì lý do sau: %(reason)s") % {"reason": _sentence(reason)},
        _("Đề nghị: %(remedy)s") % {"remedy": _sentence(remedy)},
        _("Ban Thư ký trân trọng cảm ơn sự phối hợp của cơ quan."),
    )


def _named(submission: Submission) -> str:
    """Name a document by what is known of it: number, date and subject, and always its file."""
    parts = [_("văn bản")]
    if submission.symbol:
        parts.append(_("số %(symbol)s") % {"symbol": submission.symbol})
    if submission.document_on:
        parts.append(_("ngày %(day)s") % {"day": f"{submission.document_on:%d/%m/%Y}"})
    if submission.title:
        parts.append(f"“{submission.title}”")
    name = submission.name.rsplit("/", 1)[-1]
    return f"{' '.join(parts)} ({_('tệp')} “{name}”)" if name else " ".join(parts)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _parts(day: datetime.date) -> dict[str, str]:
    return {"day": f"{day:%d}", "month": f"{day:%m}", "year": f"{day:%Y}"}
