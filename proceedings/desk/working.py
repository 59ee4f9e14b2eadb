"""The draft of a text that is worked on, as the pages of writing ask for it; one that is gone is told."""

from __future__ import annotations

import functools
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from proceedings.models import ConsultedText, Draft

View = Callable[..., HttpResponseBase]


class Gone(Http404):
    """No draft of the text is worked on; ``words`` say so."""

    def __init__(self, text: ConsultedText) -> None:
        super().__init__()
        self.words = _("Bản đang soạn của “%(text)s” đã được phát hành hoặc hủy.") % {"text": text.title}


def working_of(text: ConsultedText) -> Draft:
    """Return the draft of a text that is worked on, without its source text; raises :class:`Gone`, a 404."""
    rows = (
        text.drafts.working().without_source_text().select_related("based_on").defer("based_on__source_text")
    )
    draft: Draft | None = rows.first()
    if draft is None:
        raise Gone(text)
    draft.consulted_text = text
    return draft


def told_if_gone(view: View) -> View:
    """Where the draft was issued or given up meanwhile, lead to the list, which says so."""

    @functools.wraps(view)
    def enter(request: HttpRequest, slug: str, text: str, **more: int) -> HttpResponseBase:
        try:
            return view(request, slug, text, **more)
        except Gone as gone:
            messages.warning(request, gone.words)
            return redirect("desk:draft-list", slug)

    return enter
