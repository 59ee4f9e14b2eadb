"""The secretariat's pages of personal links: who has one, make, hand on, take back."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from proceedings.models import Committee, User, Workshop
from proceedings.operations.refusals import Refused
from submissions import link_letters
from submissions.forms.links import IssueForm
from submissions.models import UploadLink
from submissions.operations import links
from submissions.queries.links import link_rows, usable_links
from submissions.views.entrance import private

View = Callable[..., HttpResponse]


def at_the_desk(permission: str) -> Callable[[View], View]:
    """Let in who signed in and has a right of the door; hand the workshop to the view."""

    def guard(view: View) -> View:
        @login_required
        @functools.wraps(view)
        def enter(request: HttpRequest, slug: str) -> HttpResponse:
            if not request.user.has_perm(f"submissions.{permission}"):
                raise PermissionDenied
            workshop = get_object_or_404(Workshop.objects.visible_to(acting(request)), slug=slug)
            return private(view(request, workshop))

        return enter

    return guard


@require_safe
@at_the_desk("view_uploadlink")
def listed(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """Show every asked committee and how its link stands; the addresses themselves are on a page of their own."""
    return _listed(request, workshop, IssueForm())


@require_POST
@at_the_desk("add_uploadlink")
def issue(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """Make links for the chosen committees and lead to their addresses."""
    form = IssueForm(request.POST)
    chosen = [int(key) for key in request.POST.getlist("committees") if key.isdecimal() and len(key) < 18]
    if not form.is_valid():
        return _listed(request, workshop, form, chosen)
    committees = Committee.objects.filter(pk__in=chosen, participations__workshop=workshop).alphabetical()
    try:
        made = links.issue_many(
            workshop=workshop,
            committees=committees,
            days=form.cleaned_data["days"],
            actor=acting(request),
            now=timezone.now(),
        )
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return _listed(request, workshop, form, chosen)
    told = ngettext("Đã lập %(count)s liên kết.", "Đã lập %(count)s liên kết.", len(made))
    messages.success(request, told % {"count": len(made)})
    return redirect("links:addresses", workshop.slug)


@require_POST
@at_the_desk("change_uploadlink")
def revoke(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """Close the link of a committee at once."""
    key = request.POST.get("link", "")
    link = get_object_or_404(
        UploadLink, workshop=workshop, pk=int(key) if key.isdecimal() and len(key) < 18 else 0
    )
    links.revoke(link=link, actor=acting(request), now=timezone.now())
    told = _("Đã thu hồi liên kết của %(committee)s: mở ra sẽ không thấy gì.")
    messages.success(request, told % {"committee": link.committee.full_name})
    return redirect("links:list", workshop.slug)


@require_safe
@at_the_desk("add_uploadlink")
def addresses(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """Show the addresses of the links that are in use, to be copied, printed or mailed by the office."""
    rows = [
        {
            "link": link,
            "anchor": f"address-{link.pk}",
            "address": link_letters.address_of(link),
            "mail": link_letters.mail_to(link),
        }
        for link in _usable(workshop)
    ]
    crumbs = [
        {"label": _("Liên kết của cấp ủy"), "href": reverse("links:list", args=[workshop.slug])},
        {"label": _("Địa chỉ")},
    ]
    context = {"workshop": workshop, "rows": rows, "crumbs": crumbs}
    return render(request, "intake/link_addresses.html", context)


@require_safe
@at_the_desk("add_uploadlink")
def workbook(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """Hand out the list of addresses as XLSX."""
    content = link_letters.workbook_of(workshop, _usable(workshop))
    return _download(
        content,
        f"lien-ket-{workshop.slug}.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )


@require_safe
@at_the_desk("add_uploadlink")
def letters(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """Hand out one letter for each committee, as a text file."""
    content = link_letters.letters_of(_usable(workshop))
    return _download(content, f"thu-gui-lien-ket-{workshop.slug}.txt", "text/plain; charset=utf-8")


def acting(request: HttpRequest) -> User:
    """Return the person who signed in."""
    assert isinstance(request.user, User)  # noqa: S101 - the guard has let nobody else in
    return request.user


def _listed(request: HttpRequest, workshop: Workshop, form: IssueForm, chosen: Any = ()) -> HttpResponse:
    rows = link_rows(workshop, now=timezone.now())
    context = {
        "workshop": workshop,
        "rows": rows,
        "form": form,
        "chosen": set(chosen) or {row.committee.pk for row in rows if row.state != "usable"},
        "error_title": _("Chưa lập liên kết nào. Cần sửa chỗ sau:"),
        "usable": sum(row.state == "usable" for row in rows),
        "may_issue": request.user.has_perm("submissions.add_uploadlink"),
        "may_revoke": request.user.has_perm("submissions.change_uploadlink"),
    }
    return render(request, "intake/links.html", context)


def _usable(workshop: Workshop) -> list[UploadLink]:
    found = usable_links(workshop, now=timezone.now())
    for link in found:
        link.workshop = workshop
    return found


def _download(content: bytes, name: str, media_type: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": disposition})
