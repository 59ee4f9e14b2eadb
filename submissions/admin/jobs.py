"""The dead letters: background jobs that failed, each with the way to try it again or to leave it at that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from proceedings.models import Publication
from proceedings.operations.refusals import Refused
from submissions.models import BackgroundJob, Submission
from submissions.models.jobs import waiting_for_people
from submissions.operations import jobs


class Jobs(ChangeList):
    """The list of jobs; what each was for is asked for all of them together."""

    def get_results(self, request: HttpRequest) -> None:
        """Tell every row what it was for, with the way there."""
        super().get_results(request)
        rows = list(self.result_list)
        submissions = Submission.objects.select_related("batch__workshop").in_bulk(
            _asked(rows, "submission_id")
        )
        publications = Publication.objects.select_related("workshop").in_bulk(_asked(rows, "publication_id"))
        for row in rows:
            args = row.args or {}
            row.subject = "–"
            if submission := submissions.get(args.get("submission_id")):
                address = reverse("intake:table", args=[submission.batch.workshop.slug])
                row.subject = _link(address, submission.name or _("hồ sơ không giữ tên"))
            elif publication := publications.get(args.get("publication_id")):
                address = reverse("admin:proceedings_publication_progress", args=[publication.pk])
                row.subject = _link(address, str(publication.workshop))
        self.result_list = rows


def _asked(rows: Iterable[BackgroundJob], key: str) -> list[int]:
    return [row.args[key] for row in rows if key in (row.args or {})]


def _link(address: str, words: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', address, words)


@admin.register(BackgroundJob)
class BackgroundJobAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Việc chạy nền không xong: only those that failed and that nothing tries again by itself."""

    list_display = ("task", "subject", "attempts_in_words", "actions_in_words")
    list_display_links = None
    actions = ("retry", "give_up")
    actions_on_bottom = False
    show_full_result_count = False
    list_per_page = 50
    ordering = ("-id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[BackgroundJob]:
        """Keep what waits for a person."""
        return super().get_queryset(request).filter(waiting_for_people())

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[ChangeList]:
        """List the jobs with what they were for."""
        return Jobs

    def get_actions(self, request: HttpRequest) -> Any:
        """Leave out what deletes: the library's rows are never deleted here."""
        offered = super().get_actions(request)
        offered.pop("delete_selected", None)
        return offered

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Jobs are asked for by what people do, never by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is lost (law 1)."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Say what these are."""
        return super().changelist_view(
            request, {"title": _("Việc chạy nền không xong"), **(extra_context or {})}
        )

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **options: Any) -> Any:
        """A job has no page of its own: the list says all, and its actions do all."""
        return self._lead_back(request)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """A job has no history: it is the library's row."""
        return self._lead_back(request)

    def _lead_back(self, request: HttpRequest) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return redirect("admin:submissions_backgroundjob_changelist")

    @admin.display(description=pgettext_lazy("việc chạy nền", "Việc"))
    def task(self, row: BackgroundJob) -> str:
        """What was to be done."""
        return str(row)

    @admin.display(description=gettext_lazy("Cho"))
    def subject(self, row: BackgroundJob) -> str:
        """What it was to be done for, with the way there."""
        told: str = row.subject  # type: ignore[attr-defined]  # by the list, for all its rows at once
        return told

    @admin.display(description=gettext_lazy("Đã thử"))
    def attempts_in_words(self, row: BackgroundJob) -> str:
        """How often it was tried."""
        return _("%(count)s lần") % {"count": row.attempts}

    @admin.display(description=gettext_lazy("Cần làm"))
    def actions_in_words(self, row: BackgroundJob) -> str:
        """What a person may do."""
        return _("Chạy lại; nếu vẫn không xong, báo người quản trị xem nhật ký máy chủ.")

    @admin.action(description=gettext_lazy("Chạy lại"), permissions=["change"])
    def retry(self, request: HttpRequest, rows: QuerySet[BackgroundJob]) -> None:
        """Put the chosen jobs back in the queue."""
        done = self._each(request, rows, jobs.retry)
        messages.success(request, _("Đã đưa %(count)s việc vào hàng chờ để chạy lại.") % {"count": done})

    @admin.action(description=gettext_lazy("Thôi, không chạy nữa"), permissions=["change"])
    def give_up(self, request: HttpRequest, rows: QuerySet[BackgroundJob]) -> None:
        """Leave the chosen jobs at that."""
        done = self._each(request, rows, jobs.give_up)
        messages.success(
            request, _("Đã bỏ %(count)s việc; hồ sơ và ấn bản liên quan giữ nguyên.") % {"count": done}
        )

    def _each(self, request: HttpRequest, rows: QuerySet[BackgroundJob], act: Any) -> int:
        done = 0
        for row in rows:
            try:
                act(job=row, actor=request.user, now=timezone.now())
            except Refused as refusal:
                messages.warning(request, str(refusal))
            else:
                done += 1
        return done
