"""The two ways to a committee's own page: its personal link, and the account of its delegate."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.models import Committee, User, Workshop
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import WorkshopStage
from proceedings.web.errors import Problem, page, too_many_requests
from submissions.models import Batch, Submission, UploadLink
from submissions.models.batches import BatchQuerySet
from submissions.models.submissions import SubmissionQuerySet
from submissions.operations import links, receiving
from submissions.queries.asked import asked_through
from submissions.tokens import link_of, token_of
from submissions.vocabulary import Source

#: One page for every link that opens nothing: who guesses is not told whether there ever was such a one.
NO_SUCH_LINK = Problem(
    404,
    _("Liên kết không dùng được"),
    _(
        "Liên kết này không đúng, đã hết hạn hoặc đã được thu hồi. Những gì cấp ủy đã gửi trước đó vẫn được giữ nguyên."
    ),
    _("Đề nghị Ban Thư ký hội thảo gửi liên kết mới; mở đúng liên kết trong thư mới nhất, không chép thiếu."),
)

#: Guessing is hopeless by the signature; the limits keep a place from wearing the machine out.
RATES: Final = {"guess": "30/m/ip", "send": "120/m/key", "receipt": "30/m/key"}

_FORM_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,40}")


@dataclass(frozen=True, slots=True)
class Entrance:
    """Somebody at the page of one committee in one workshop; ``root`` is the page's address."""

    workshop: Workshop
    committee: Committee
    root: str
    link: UploadLink | None = None
    delegate: User | None = None

    @property
    def actor(self) -> User:
        """Return in whose name is written: the delegate's, or the machine's for a link, which is nobody's account."""
        return self.delegate or User.objects.system()

    @property
    def is_open(self) -> bool:
        """Tell whether something may be sent: by a link while it lives, by a delegate while opinions are collected."""
        if self.link is not None:
            return self.workshop.stage != WorkshopStage.CANCELLED
        return self.workshop.stage == WorkshopStage.COLLECTING

    @property
    def batches(self) -> BatchQuerySet:
        """Return what this committee handed in here, and nothing of anybody else."""
        return Batch.objects.handed_in_by(self.committee, workshop=self.workshop)

    @property
    def submissions(self) -> SubmissionQuerySet:
        """Return the files of this committee's batches."""
        return Submission.objects.handed_in_by(self.committee, workshop=self.workshop)

    def address(self, *parts: object) -> str:
        """Return the address of a page below this one."""
        return self.root + "".join(f"{part}/" for part in parts)

    def open_batch(self, form_token: str) -> Batch:
        """Begin a batch, or return the one that the same form has begun; refuse a form that is not ours."""
        if not _FORM_TOKEN.fullmatch(form_token):
            raise Refused(_("Trang này đã cũ. Tải lại trang rồi chọn tệp lại."))
        if not self.is_open:
            raise Refused(
                _("Hội thảo không còn nhận văn bản ở trang này. Liên hệ Ban Thư ký nếu cần gửi thêm.")
            )
        return receiving.open_batch(
            workshop=self.workshop,
            source=Source.LINK,
            link=self.link,
            committee=self.committee,
            idempotency_key=f"page:{self.committee.pk}:{form_token}",
            actor=self.actor,
            now=timezone.now(),
        )

    def is_within(self, action: str, request: HttpRequest) -> bool:
        """Tell whether this entrance may do something costly once more; it is counted."""
        key = f"{self.workshop.pk}:{self.committee.pk}"
        return bool(consume(request, action, key=key))


View = Callable[..., HttpResponse]


def by_link(view: View) -> View:
    """Let a personal link in; whatever opens nothing gets the same page, byte for byte."""

    @functools.wraps(view)
    def enter(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        link = link_of(token, now=now)
        if link is None:
            allowed = consume(request, "guess")
            return private(page(request, NO_SUCH_LINK) if allowed else too_many_requests(request))
        root = reverse("committee:link-page", args=[token_of(link)])
        entrance = Entrance(link.workshop, link.committee, root, link=link)
        if request.method == "POST":
            if not entrance.is_within("send", request):
                return private(too_many_requests(request))
            links.note_use(link=link, actor=entrance.actor, now=now)
        return private(view(request, entrance, **kwargs))

    return enter


def by_delegate(view: View) -> View:
    """Let the delegate of a committee in that was asked, or of the one that succeeded it; all others see nothing."""

    @login_required
    @functools.wraps(view)
    def enter(request: HttpRequest, slug: str, asked: str, **kwargs: Any) -> HttpResponse:
        delegate = delegate_of(request)
        found = next(
            (
                row
                for row in asked_through(delegate)
                if (row.workshop.slug, row.committee.slug) == (slug, asked)
            ),
            None,
        )
        if found is None:
            raise Http404
        root = reverse("committee:delegate-page", args=[slug, asked])
        return private(
            view(request, Entrance(found.workshop, found.committee, root, delegate=delegate), **kwargs)
        )

    return enter


def delegate_of(request: HttpRequest) -> User:
    """Return the person who signed in for a committee; refuse who belongs to none."""
    user = request.user
    if not isinstance(user, User) or user.committee_id is None:
        raise PermissionDenied
    return user


def private(response: HttpResponse) -> HttpResponse:
    """Keep a page out of every cache and every search engine.

    The referrer policy of the house (same-origin) keeps the address from other sites; ``no-referrer`` would make
    browsers send forms from nowhere, and they would be refused.
    """
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def consume(request: HttpRequest, action: str, *, key: str | None = None) -> Any:
    """Count an act by its place or key; the answer is empty where there were too many."""
    return ratelimit.consume(
        request, app="submissions", action=action, config=dict(RATES), key=key, limit_get=True
    )
