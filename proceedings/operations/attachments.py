"""Writes on attachments: files are kept as they were received, under the hash of their content."""

from __future__ import annotations

import datetime
import hashlib

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _

from proceedings.models import Attachment, Contribution, User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.text.cleaning import clean_line

LONGEST_ATTACHMENT = 50 * 1024 * 1024
LONGEST_NAME = 255


@operation
def attach(
    *,
    contribution: Contribution,
    name: str,
    content: bytes,
    media_type: str,
    actor: User,
    now: datetime.datetime,
) -> Attachment:
    """Keep a file as it was received, under the hash of its content; the same file twice is kept once.

    Refuses an empty file and one above 50 MB.
    """
    refuse_unfit(name, content)
    Contribution.objects.select_for_update(of=("self",)).get(pk=contribution.pk)
    sha256 = hashlib.sha256(content).hexdigest()
    known = contribution.attachments.filter(sha256=sha256).first()
    if known:
        return known
    attachment = kept_file(name=name, content=content, media_type=media_type, sha256=sha256)
    attachment.contribution = contribution
    attachment.save(force_insert=True)
    return attachment


def refuse_unfit(name: str, content: bytes) -> None:
    """Refuse an empty file and one above 50 MB."""
    if not content:
        raise Refused(
            _("Tệp “%(name)s” không có nội dung. Kiểm tra lại tệp gốc rồi gửi lại."), field="file", name=name
        )
    if len(content) > LONGEST_ATTACHMENT:
        raise Refused(
            _("Tệp “%(name)s” lớn hơn 50 MB. Chia thành nhiều tệp nhỏ hơn rồi gửi lại."),
            field="file",
            name=name,
        )


def kept_file(*, name: str, content: bytes, media_type: str, sha256: str) -> Attachment:
    """Keep the bytes of a file under their hash; return its attachment, of no contribution yet and unsaved."""
    return Attachment(
        file=keep_under_hash(sha256, ContentFile(content), size=len(content)),
        name=clean_line(name, limit=len(name)).text[-LONGEST_NAME:],
        media_type=media_type,
        size=len(content),
        sha256=sha256,
    )


def keep_under_hash(sha256: str, content: File[bytes], *, size: int) -> str:
    """Keep bytes under their hash and return where; what a killed process left half-written is written anew."""
    path = f"{sha256[:2]}/{sha256}"
    if default_storage.exists(path):
        if default_storage.size(path) == size:
            return path
        default_storage.delete(path)
    return default_storage.save(path, content)
