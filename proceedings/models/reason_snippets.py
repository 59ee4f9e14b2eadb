"""Words that editors write again and again when they answer points, kept once."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models.guards import counts_versions, lasting, tracked
from proceedings.models.workshops import Workshop
from proceedings.vocabulary import Decision


@tracked(exclude=["version"])
class ReasonSnippet(models.Model):
    """Mẫu giải trình: words that are written again and again, kept once; a workshop has its own."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, related_name="reason_snippets", verbose_name=_("hội thảo")
    )
    name = models.CharField(_("tên gọi tắt"), max_length=100)
    text = models.TextField(_("nội dung"))
    decision = models.CharField(_("dùng cho"), max_length=10, choices=Decision, blank=True)
    is_retired = models.BooleanField(_("thôi dùng"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("mẫu giải trình")
        verbose_name_plural = _("mẫu giải trình")
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "name"],
                name="reasonsnippet_name_unique",
                violation_error_message=_("Hội thảo đã có mẫu với tên này."),
            ),
            models.CheckConstraint(condition=~Q(text="") & ~Q(name=""), name="reasonsnippet_says_something"),
        ]
        triggers = [counts_versions(), *lasting()]

    def __str__(self) -> str:
        return self.name
