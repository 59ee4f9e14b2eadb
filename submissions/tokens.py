"""The secret part of a personal link's address: signed, so that nobody makes one up."""

from __future__ import annotations

import datetime

from django.core.signing import BadSignature, Signer

from submissions.models import UploadLink

#: A point parts the signature: mail programs break addresses at a colon.
_SIGNER = Signer(salt="submissions.upload-link", sep=".")


def token_of(link: UploadLink) -> str:
    """Return what stands in the address of a link: its key and its nonce, signed."""
    return _SIGNER.sign(f"{link.pk}-{link.nonce}")


def link_of(token: str, *, now: datetime.datetime) -> UploadLink | None:
    """Return the link that a token opens at a moment; None for a wrong, expired and revoked one alike."""
    try:
        key, _, nonce = _SIGNER.unsign(token).partition("-")
    except BadSignature:
        return None
    if not key.isdecimal():
        return None
    return (
        UploadLink.objects.usable(now)
        .filter(pk=int(key), nonce=nonce)
        .select_related("workshop", "committee")
        .first()
    )
