"""Who was asked and who answered: one line per committee and workshop, with the log of reminders."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.admin.operated import OperatedAdmin, OperatedForm, call_of
from proceedings.models import Participation, Reminder
from proceedings.operations import workshops
from proceedings.operations.refusals import Refused
from proceedings.text.folding import fold
from proceedings.vocabulary import ParticipationState

WAITING = (ParticipationState.NOT_SENT, ParticipationState.INVITED, ParticipationState.NO_REPLY)


class AnswerFilter(admin.SimpleListFilter):
    """Answered or not."""

    title = gettext_lazy("trả lời")
    parameter_name = "answer"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The list that the first page leads to."""
        return [("waiting", gettext_lazy("Chưa trả lời"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Participation]) -> QuerySet[Participation]:
        """Keep those that have not answered."""
        return queryset.filter(state__in=WAITING) if self.value() == "waiting" else queryset


@admin.action(description=gettext_lazy("Ghi đã nhắc hôm nay"), permissions=["remind"])
def remind(model_admin: Any, request: HttpRequest, queryset: QuerySet[Participation]) -> None:
    """Write one line into the log of each committee that has not answered; all of them or none."""
    rows = list(queryset.select_related("committee", "workshop"))
    try:
        workshops.remind_all(participations=rows, note=_("Nhắc từ sổ đăng ký"), **call_of(request))
    except Refused as refusal:
        told = _("%(reason)s Chưa ghi lần nhắc nào; bỏ chọn nơi đó rồi thử lại.") % {"reason": refusal}
        model_admin.message_user(request, told, messages.ERROR)
    else:
        model_admin.message_user(
            request, _("Đã ghi nhắc %(count)s cấp ủy.") % {"count": len(rows)}, messages.SUCCESS
        )


class ReminderInline(admin.TabularInline):  # type: ignore[type-arg]
    """The log, to be read."""

    model = Reminder
    template = "admin/proceedings/lines.html"
    fields = ("reminded_on", "note")
    ordering = ("-reminded_on", "-pk")
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Lines are written by the action."""
        return False

    has_change_permission = has_delete_permission = has_add_permission


@admin.register(Participation)
class ParticipationAdmin(OperatedAdmin):
    """Thành phần tham dự."""

    form = OperatedForm
    list_display = ("committee", "workshop", "state", "attended", "reminder_count")
    sortable_by = ("committee", "state")
    list_select_related = ("committee", "workshop")
    list_filter = (AnswerFilter, "workshop", "state", "attended")
    list_per_page = 100
    ordering = ("-workshop", "committee__sort_key")
    search_fields = ("committee__search_key",)
    search_help_text = gettext_lazy("Tên cấp ủy; có dấu hoặc không dấu")
    actions = (remind,)
    inlines = (ReminderInline,)
    history_parts = {Reminder: "participation"}
    fields = ("workshop", "committee", "state", "attended")
    readonly_fields = ("workshop", "committee")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Committees are asked from the workshop's page."""
        return False

    def has_remind_permission(self, request: HttpRequest) -> bool:
        """Who may write into the log."""
        return request.user.has_perm("proceedings.add_reminder")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participation]:
        """Count the reminders."""
        rows: QuerySet[Participation] = super().get_queryset(request)
        return rows.annotate(reminders_count=Count("reminders"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Participation], search_term: str
    ) -> tuple[QuerySet[Participation], bool]:
        """Find by the committee's name, with or without accents."""
        folded = fold(search_term[:200].replace("\x00", ""))
        return queryset.filter(committee__search_key__contains=folded), False

    @admin.display(description=gettext_lazy("Số lần nhắc"))
    def reminder_count(self, row: Any) -> int:
        """How often it was reminded."""
        return int(row.reminders_count)

    def amend(
        self, request: HttpRequest, obj: Participation, form: OperatedForm, call: dict[str, Any]
    ) -> Participation:
        """Save what was touched."""
        workshops.arrange(saved=[obj], **call)
        return obj

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The log is only read here."""
