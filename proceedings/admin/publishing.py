"""Publishing from the register: see what would be published, ask for it, follow its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.models import Publication, User, Workshop
from proceedings.operations import editions
from proceedings.operations.refusals import Refused
from proceedings.queries.publishing import comparisons_of
from proceedings.vocabulary import Audience, PublicationState

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite

#: Seconds after which a run that nobody has taken up is remarked on.
PATIENCE = 20


class PublishForm(forms.Form):
    """Who it is for, and what is printed with it."""

    audience = forms.ChoiceField(
        label=gettext_lazy("Dành cho"), choices=Audience.choices, initial=Audience.PUBLIC
    )
    note = forms.CharField(
        label=gettext_lazy("Ghi chú in cùng ấn bản"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Bắt buộc khi đính chính: nêu rõ chỗ sửa."),
    )
    is_correction = forms.BooleanField(
        label=gettext_lazy("Đây là bản đính chính của ấn bản hiện hành"), required=False
    )


def urls(site: AdminSite) -> list[URLPattern]:
    """Return the addresses of the two pages."""
    return [
        path(
            "proceedings/workshop/<int:pk>/publish/",
            site.admin_view(lambda request, pk: publish(site, request, pk)),
            name="proceedings_workshop_publish",
        ),
        path(
            "proceedings/publication/<int:pk>/progress/",
            site.admin_view(lambda request, pk: progress(site, request, pk)),
            name="proceedings_publication_progress",
        ),
    ]


def publish(site: AdminSite, request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would be published, and ask for it."""
    _refuse_without(request, "proceedings.publish_workshop")
    workshop = get_object_or_404(Workshop, pk=pk)
    form = PublishForm(request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            publication = editions.request(
                workshop=workshop,
                audience=Audience(form.cleaned_data["audience"]),
                note=form.cleaned_data["note"],
                is_correction=form.cleaned_data["is_correction"],
                actor=cast("User", request.user),
                now=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return HttpResponseRedirect(
                reverse("admin:proceedings_publication_progress", args=[publication.pk])
            )
    return _page(
        site,
        request,
        "admin/proceedings/publish.html",
        title=_("Công bố ấn bản"),
        workshop=workshop,
        form=form,
        comparisons=comparisons_of(workshop),
        latest=workshop.publications.order_by("-requested_at", "-pk").first(),
    )


def progress(site: AdminSite, request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a run is; the page asks again by itself until the run has ended."""
    _refuse_without(request, "proceedings.view_publication")
    publication = get_object_or_404(
        Publication.objects.select_related("workshop", "edition", "requested_by", "progress"), pk=pk
    )
    waited = (timezone.now() - publication.requested_at).total_seconds()
    return _page(
        site,
        request,
        "admin/proceedings/publication_progress.html",
        title=_("Tiến độ công bố"),
        workshop=publication.workshop,
        publication=publication,
        is_over=publication.state in {PublicationState.DONE, PublicationState.FAILED},
        is_forgotten=publication.state == PublicationState.QUEUED and waited > PATIENCE,
    )


def _page(site: AdminSite, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return TemplateResponse(
        request, template, {**site.each_context(request), "opts": Workshop._meta, **context}
    )


def _refuse_without(request: HttpRequest, right: str) -> None:
    if not request.user.has_perm(right):
        raise PermissionDenied
