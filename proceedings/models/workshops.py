"""One consultation with its event: its outline, its sites, who was asked, who came, and its programme."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proceedings.models.committees import Committee
from proceedings.models.guards import Fold, counts_versions, lasting, tracked
from proceedings.vocabulary import AgendaKind, DelegateRole, ParticipationState, WorkshopStage

if TYPE_CHECKING:
    from proceedings.models.accounts import User


class WorkshopQuerySet(models.QuerySet["Workshop"]):
    """Questions about workshops."""

    def visible_to(self, user: User) -> WorkshopQuerySet:
        """Keep what a person may see of the working record: staff all, others nothing (they read editions)."""
        return self if user.has_perm("proceedings.view_workshop") else self.none()

    def latest_first(self) -> WorkshopQuerySet:
        """Order by the day of the event, undated plans first."""
        return self.order_by(F("held_on").desc(nulls_first=True), "-id")


@tracked(exclude=["version", "search_key"])
class Workshop(models.Model):
    """Hội thảo: a central body asks, committees answer, the event is held, the proceedings are published."""

    slug = models.SlugField(_("định danh trong địa chỉ"), max_length=100, unique=True)
    title = models.CharField(_("tên hội thảo"), max_length=500)
    short_title = models.CharField(_("tên ngắn"), max_length=200)
    host = models.CharField(_("cơ quan tổ chức"), max_length=300)
    held_on = models.DateField(_("ngày tổ chức"), null=True, blank=True)
    place = models.CharField(_("địa điểm"), max_length=300, blank=True)
    opens_on = models.DateField(_("nhận góp ý từ ngày"), null=True, blank=True)
    closes_on = models.DateField(_("hạn gửi góp ý"), null=True, blank=True)
    stage = models.CharField(
        _("giai đoạn"), max_length=20, choices=WorkshopStage, default=WorkshopStage.PLANNED
    )
    summary = models.TextField(_("tóm tắt"), blank=True)
    preface = models.TextField(_("lời nói đầu của kỷ yếu"), blank=True)
    opening = models.TextField(_("phát biểu khai mạc"), blank=True)
    source_note = models.TextField(_("nguồn thông tin"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    search_key = models.GeneratedField(
        expression=Fold("title"), output_field=models.TextField(), db_persist=True
    )

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        verbose_name = _("hội thảo")
        verbose_name_plural = _("hội thảo")
        permissions = [
            ("publish_workshop", _("Công bố ấn bản của hội thảo")),
            ("read_delegates_edition", _("Đọc ấn bản dành cho đại biểu")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_on__isnull=True)
                | Q(closes_on__isnull=True)
                | Q(closes_on__gte=F("opens_on")),
                name="workshop_closes_after_it_opens",
                violation_error_message=_("Hạn gửi góp ý phải sau ngày bắt đầu nhận góp ý."),
            ),
        ]
        triggers = [counts_versions(), *lasting()]

    def __str__(self) -> str:
        return self.short_title

    def get_absolute_url(self) -> str:
        return reverse("public:workshop", args=[self.slug])

    @property
    def next_date(self) -> tuple[str, datetime.date] | None:
        """Return what comes next and when: the deadline while opinions are collected, else the event; None after it."""
        if self.stage == WorkshopStage.COLLECTING and self.closes_on:
            return "closes", self.closes_on
        if self.held_on and self.stage in {
            WorkshopStage.SCHEDULED,
            WorkshopStage.COLLECTING,
            WorkshopStage.CLOSED,
        }:
            return "held", self.held_on
        return None


@tracked()
class Theme(models.Model):
    """Nhóm vấn đề: a heading of the outline that was sent with the draft."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.CASCADE, related_name="themes", verbose_name=_("hội thảo")
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    slug = models.SlugField(_("định danh"), max_length=80)
    title = models.CharField(_("tên nhóm vấn đề"), max_length=500)

    class Meta:
        verbose_name = _("nhóm vấn đề")
        verbose_name_plural = _("nhóm vấn đề")
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "position"],
                name="theme_position_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=["workshop", "slug"], name="theme_slug_unique"),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class Site(models.Model):
    """Điểm cầu: a place linked by video; the first level is the main site, others may hang below a province's."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.CASCADE, related_name="sites", verbose_name=_("hội thảo")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("thuộc điểm cầu"),
    )
    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sites",
        verbose_name=_("cấp ủy"),
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    name = models.CharField(_("tên điểm cầu"), max_length=200)
    place = models.CharField(_("nơi đặt"), max_length=300, blank=True)
    headcount = models.PositiveIntegerField(_("số đại biểu"), null=True, blank=True)

    class Meta:
        verbose_name = _("điểm cầu")
        verbose_name_plural = _("điểm cầu")
        constraints = [
            models.UniqueConstraint(fields=["workshop", "name"], name="site_name_unique"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="site_hangs_below_another"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Participation(models.Model):
    """Thành phần: what one committee did in one workshop."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.CASCADE, related_name="participations", verbose_name=_("hội thảo")
    )
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, related_name="participations", verbose_name=_("cấp ủy")
    )
    state = models.CharField(
        _("tình trạng"), max_length=20, choices=ParticipationState, default=ParticipationState.NOT_SENT
    )
    attended = models.BooleanField(_("dự hội thảo"), null=True, blank=True)

    class Meta:
        verbose_name = _("thành phần tham dự")
        verbose_name_plural = _("thành phần tham dự")
        constraints = [
            models.UniqueConstraint(fields=["workshop", "committee"], name="participation_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.committee}: {self.get_state_display()}"


@tracked()
class Reminder(models.Model):
    """A line of the reminder log: when a committee was asked again, and how."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="reminders")
    reminded_on = models.DateField(_("ngày nhắc"))
    note = models.CharField(_("hình thức, nội dung"), max_length=300)

    class Meta:
        verbose_name = _("lần nhắc")
        verbose_name_plural = _("các lần nhắc")

    def __str__(self) -> str:
        return f"{self.reminded_on:%d/%m/%Y}: {self.note}"


@tracked()
class Delegate(models.Model):
    """Đại biểu: a person with posts as at the event; never overwritten with today's."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.CASCADE, related_name="delegates", verbose_name=_("hội thảo")
    )
    site = models.ForeignKey(
        Site,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("điểm cầu"),
    )
    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("cấp ủy"),
    )
    position = models.PositiveIntegerField(_("thứ tự lễ tân"))
    full_name = models.CharField(_("họ và tên"), max_length=150)
    posts = ArrayField(models.CharField(max_length=300), verbose_name=_("chức vụ"), default=list, blank=True)
    role = models.CharField(_("vai trò"), max_length=20, choices=DelegateRole, default=DelegateRole.DELEGATE)
    sort_key = models.CharField(_("khóa sắp xếp theo tên"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("đại biểu")
        verbose_name_plural = _("đại biểu")
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "position"],
                name="delegate_position_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def posts_line(self) -> str:
        """Return the posts in protocol order on one line."""
        return ", ".join(self.posts)


@tracked()
class AgendaItem(models.Model):
    """Mục chương trình: a line of the programme. A contribution that is presented points at its line."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.CASCADE, related_name="agenda", verbose_name=_("hội thảo")
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    starts_at = models.TimeField(_("giờ"), null=True, blank=True)
    kind = models.CharField(_("loại"), max_length=20, choices=AgendaKind, default=AgendaKind.OTHER)
    title = models.CharField(_("nội dung"), max_length=500)
    speaker = models.ForeignKey(
        Delegate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda",
        verbose_name=_("người trình bày"),
    )
    site = models.ForeignKey(
        Site,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda",
        verbose_name=_("điểm cầu"),
    )

    class Meta:
        verbose_name = _("mục chương trình")
        verbose_name_plural = _("chương trình")
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "position"],
                name="agenda_position_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.title
