"""Numbered, frozen publications: pages and files by the hash of their content, and which edition is on the shelf."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models.accounts import User
from proceedings.models.guards import frozen, tracked
from proceedings.models.workshops import Workshop
from proceedings.vocabulary import Audience, PublicationState


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about editions."""

    def latest_first(self) -> EditionQuerySet:
        """Order by number, the newest first."""
        return self.order_by("-number", "-correction", "id")


class Edition(models.Model):
    """Ấn bản: all that was published of a workshop at one moment. A correction is a new one: 1, then 1.1."""

    workshop = models.ForeignKey(Workshop, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("số ấn bản"))
    correction = models.PositiveIntegerField(_("lần đính chính"), default=0)
    audience = models.CharField(_("đối tượng"), max_length=20, choices=Audience)
    issued_at = models.DateTimeField(_("công bố lúc"))
    issued_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="editions", verbose_name=_("người công bố")
    )
    note = models.TextField(_("ghi chú"), blank=True)
    facts = models.JSONField(
        help_text="What site-wide pages say of this edition: title, date, counts, committees."
    )
    manifest = models.TextField(help_text="JSON: every page and file with its SHA-256.")
    manifest_sha256 = models.CharField(max_length=64)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("ấn bản")
        verbose_name_plural = _("ấn bản")
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "number", "correction"], name="edition_number_unique"
            ),
            models.CheckConstraint(
                condition=Q(correction=0) | ~Q(note=""), name="edition_correction_has_erratum_note"
            ),
        ]
        triggers = frozen()

    def __str__(self) -> str:
        return f"{self.workshop}, {self.label}"

    @property
    def label(self) -> str:
        """Return the number as people cite it: ``1``, or ``1.2`` for its second correction."""
        return f"{self.number}.{self.correction}" if self.correction else str(self.number)


class PageBody(models.Model):
    """The bytes of one page, kept once however many editions have it."""

    sha256 = models.CharField(primary_key=True, max_length=64, help_text="Of the HTML before compression.")
    gzipped = models.BinaryField()

    class Meta:
        triggers = frozen()

    def __str__(self) -> str:
        return self.sha256


class EditionPage(models.Model):
    """One address of an edition in one language."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="pages")
    path = models.CharField(max_length=300, help_text="Without the language prefix, such as /workshops/x/.")
    language = models.CharField(max_length=5)
    is_site_page = models.BooleanField(
        default=False, help_text="Belongs to the whole site: home, committees."
    )
    input_sha256 = models.CharField(max_length=64, help_text="Of all that the page was made from.")
    body = models.ForeignKey(PageBody, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["path", "language", "edition"], name="page_address_unique"),
        ]
        indexes = [models.Index(fields=["input_sha256"], name="page_by_input")]
        triggers = frozen()

    def __str__(self) -> str:
        return f"{self.language} {self.path}"


class Asset(models.Model):
    """What pages are dressed in: a stylesheet, a mark. Its address holds its hash, so a page always finds its own."""

    path = models.CharField(primary_key=True, max_length=200)
    media_type = models.CharField(max_length=100)
    body = models.ForeignKey(PageBody, on_delete=models.PROTECT, related_name="+")

    class Meta:
        triggers = frozen()

    def __str__(self) -> str:
        return self.path


class FileBody(models.Model):
    """The content of one file, kept once; its bytes are in chunks so that a part can be read without the whole."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.PositiveBigIntegerField()

    class Meta:
        triggers = frozen()

    def __str__(self) -> str:
        return self.sha256


class FileChunk(models.Model):
    """One megabyte of a file, or its rest."""

    SIZE = 1024 * 1024

    body = models.ForeignKey(FileBody, on_delete=models.PROTECT, related_name="chunks")
    position = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "position"], name="file_chunk_unique")]
        triggers = frozen()

    def __str__(self) -> str:
        return f"{self.body_id}/{self.position}"


class EditionFile(models.Model):
    """One download of an edition."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=100)
    media_type = models.CharField(max_length=100)
    input_sha256 = models.CharField(max_length=64)
    body = models.ForeignKey(FileBody, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "name"], name="edition_file_unique")]
        indexes = [models.Index(fields=["input_sha256"], name="file_by_input")]
        triggers = frozen()

    def __str__(self) -> str:
        return self.name


class Passage(models.Model):
    """One thing that a search of an edition can find."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="passages")
    path = models.CharField(max_length=300)
    heading = models.CharField(max_length=500)
    text = models.TextField()
    vector = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["vector"], name="passage_by_vector")]
        triggers = frozen()

    def __str__(self) -> str:
        return self.heading


class Shelf(models.Model):
    """Which edition readers are handed: one place per workshop and audience, and one per audience for site pages."""

    workshop = models.ForeignKey(Workshop, on_delete=models.PROTECT, null=True, related_name="shelves")
    audience = models.CharField(max_length=20, choices=Audience)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="shelves")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "audience"], name="shelf_place_unique", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.workshop_id or 'site'}/{self.audience}: {self.edition_id}"


@tracked()
class Publication(models.Model):
    """One run of ``publish``: who asked for it, how far it is, how it ended. Not part of the edition it makes."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="publications")
    audience = models.CharField(_("đối tượng"), max_length=20, choices=Audience, default=Audience.PUBLIC)
    note = models.TextField(_("ghi chú"), blank=True)
    is_correction = models.BooleanField(_("là bản đính chính"), default=False)
    requested_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="publications")
    requested_at = models.DateTimeField()
    state = models.CharField(
        _("tình trạng"), max_length=20, choices=PublicationState, default=PublicationState.QUEUED
    )
    finished_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="publications"
    )

    class Meta:
        verbose_name = _("lần công bố")
        verbose_name_plural = _("các lần công bố")

    def __str__(self) -> str:
        return f"{self.workshop}: {self.get_state_display()}"


class PublicationProgress(models.Model):
    """How far a run is. A row of its own: it is noted outside the transaction that makes the edition."""

    publication = models.OneToOneField(
        Publication, on_delete=models.CASCADE, primary_key=True, related_name="progress"
    )
    done_count = models.PositiveIntegerField(default=0)
    total_count = models.PositiveIntegerField(default=0)
    current = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.done_count}/{self.total_count}" if self.total_count else ""
