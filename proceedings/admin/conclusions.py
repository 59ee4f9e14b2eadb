"""What was concluded, and the work it orders."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.admin.operated import OperatedAdmin, OperatedForm, OrderedAdmin, PartForm, call_of
from proceedings.admin.workshop_parts import PartInline
from proceedings.models import Conclusion, Delegate, Site, Task, Workshop
from proceedings.operations import conclusions, workshops
from proceedings.text.folding import fold
from proceedings.vocabulary import TASK_MOVES, TaskState


class TaskLine(PartForm):
    """A task; its state moves as the table allows."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _limit_states(self)


def _limit_states(form: forms.ModelForm[Any]) -> None:
    field: Any = form.fields.get("state")
    if field is not None:
        here = TaskState(form.instance.state)
        allowed = {here} | TASK_MOVES[here]
        field.choices = [(value, label) for value, label in TaskState.choices if value in allowed]


class TaskInline(PartInline):
    """Nhiệm vụ."""

    model = Task
    form = TaskLine
    fields = ("position", "text", "owner", "owner_committee", "due_on", "state", "evidence")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Keep the lines low."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name in {"text", "evidence"}:
            field.widget.attrs["rows"] = 3
        return field


@admin.register(Conclusion)
class ConclusionAdmin(OrderedAdmin):
    """Kết luận."""

    list_display = ("title", "workshop", "kind", "symbol", "concluded_on", "task_count")
    sortable_by = ("title", "kind", "concluded_on")
    list_select_related = ("workshop",)
    list_filter = ("workshop", "kind")
    search_fields = ("title",)
    search_help_text = _("Tên kết luận, số ký hiệu")
    ordering = ("-workshop", "position")
    inlines = (TaskInline,)
    history_parts = {Task: "conclusion"}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("workshop", "position"),
                    "kind",
                    ("symbol", "concluded_on"),
                    "title",
                    ("speaker", "site"),
                )
            },
        ),
        (_("Nội dung"), {"fields": ("text",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Conclusion]:
        """Count the tasks."""
        rows: QuerySet[Conclusion] = super().get_queryset(request)
        match = request.resolver_match
        return rows.annotate(tasks_count=Count("tasks")) if match and not match.kwargs else rows

    @admin.display(description=_("Nhiệm vụ"))
    def task_count(self, row: Any) -> int:
        """How many tasks it orders."""
        return int(row.tasks_count)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Conclusion], search_term: str
    ) -> tuple[QuerySet[Conclusion], bool]:
        """Find by title or symbol."""
        term = search_term[:200].replace("\x00", "").strip()
        return queryset.filter(Q(title__icontains=term) | Q(symbol__icontains=term)), False

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Offer people and sites with their workshop."""
        match = request.resolver_match
        object_id = match.kwargs.get("object_id", "") if match else ""
        own = {"workshop__conclusions": object_id} if object_id.isdigit() else {}
        if db_field.name == "speaker":
            options["queryset"] = Delegate.objects.filter(**own).order_by("-workshop", "position")
        if db_field.name == "site":
            options["queryset"] = Site.objects.filter(**own).order_by("-workshop", "position")
        if db_field.name == "workshop":
            options["queryset"] = Workshop.objects.latest_first()
            options["initial"] = options["queryset"].first()
        return super().formfield_for_foreignkey(db_field, request, **options)

    def enter(self, request: HttpRequest, form: OperatedForm, call: dict[str, Any]) -> Conclusion:
        """Record the conclusion; its tasks follow with the lines below."""
        return conclusions.conclude(**self.entered(form), **call)

    def amend(
        self, request: HttpRequest, obj: Conclusion, form: OperatedForm, call: dict[str, Any]
    ) -> Conclusion:
        """Save what was touched."""
        if not form.changed_columns:
            return obj
        return conclusions.amend(
            conclusion=obj, changed=form.changed_columns, version=form.read_version, **call
        )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Arrange the tasks that were touched."""
        for formset in formsets:
            formset.instance = form.instance
            saved = formset.save(commit=False)
            for part in saved:
                part.conclusion_id = form.instance.pk
            if saved or formset.deleted_objects:
                workshops.arrange(saved=saved, removed=formset.deleted_objects, **call_of(request))


class DueFilter(admin.SimpleListFilter):
    """Open, and overdue."""

    title = _("thời hạn")
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The lists that the first page leads to."""
        return [("open", _("Đang mở")), ("overdue", _("Quá hạn"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Task]) -> QuerySet[Task]:
        """Keep what is open, or late."""
        if self.value() == "open":
            return queryset.open()  # type: ignore[attr-defined,no-any-return]
        if self.value() == "overdue":
            return queryset.overdue(timezone.localdate())  # type: ignore[attr-defined,no-any-return]
        return queryset


class TaskForm(OperatedForm):
    """How far a task has come."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _limit_states(self)


@admin.register(Task)
class TaskAdmin(OperatedAdmin):
    """Nhiệm vụ: looked up here and reported on; ordered on the page of the conclusion."""

    form = TaskForm
    list_display = ("__str__", "owner", "owner_committee", "due_on", "state", "conclusion")
    sortable_by = ("owner", "due_on", "state")
    list_select_related = ("owner_committee", "conclusion")
    list_filter = (DueFilter, "state", "conclusion__workshop")
    search_fields = ("text",)
    ordering = ("due_on", "pk")
    fields = ("conclusion", "text", "owner", "owner_committee", "due_on", "state", "evidence")
    readonly_fields = ("conclusion", "text", "owner", "owner_committee", "due_on")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Tasks are ordered by a conclusion."""
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Task], search_term: str
    ) -> tuple[QuerySet[Task], bool]:
        """Find by words of the task or of its owner."""
        term = search_term[:200].replace("\x00", "").strip()
        owner = Q(owner__icontains=term) | Q(owner_committee__search_key__contains=fold(term))
        return queryset.filter(Q(text__icontains=term) | owner), False

    def amend(self, request: HttpRequest, obj: Task, form: OperatedForm, call: dict[str, Any]) -> Task:
        """Report how far it has come."""
        cleaned = form.cleaned_data
        return conclusions.report(
            task=obj, state=TaskState(cleaned["state"]), evidence=cleaned["evidence"], **call
        )
