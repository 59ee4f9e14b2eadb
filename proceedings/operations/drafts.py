"""Writes on drafts: begun from a file or from the last issued one, discarded, or issued: numbered, dated, frozen."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from proceedings.models import ConsultedText, Draft, Provision, User
from proceedings.models.provisions import LONGEST_HEADING, LONGEST_WORDS
from proceedings.operations.attachments import LONGEST_NAME, keep_under_hash, refuse_unfit
from proceedings.operations.contributions import refuse_cancelled
from proceedings.operations.draft_steps import lock_working
from proceedings.operations.draft_trees import Tree, close_ranks, copy_rows
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, checked, lock_unchanged, within_limit
from proceedings.operations.typed import clean_typed
from proceedings.queries.drafts import content_sha256, repeated_labels
from proceedings.text.cleaning import clean_line, clean_text
from proceedings.text.provisions import Provision as Node
from proceedings.text.provisions import walk, with_paths
from proceedings.vocabulary import DraftState, ProvisionKind

MOST_PROVISIONS = 30_000
LONGEST_SOURCE = 20_000_000
MOST_WARNINGS = 500
#: The longest number, mark and path of a provision, in characters.
LONGEST_LABELS = {"number": 100, "mark": 200, "path": 1000, "heading": LONGEST_HEADING, "text": LONGEST_WORDS}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a provision stands in the source text, in characters, and how sure its reading is (0 to 1)."""

    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a draft was read from, as it was received."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"


class Unacknowledged(Refused):
    """A draft has remarks that nobody has accepted yet; ``warnings`` are their words."""

    def __init__(self, warnings: list[str]) -> None:
        super().__init__(
            _("Dự thảo còn %(count)s lưu ý về cấu trúc. Xem lại, sửa hoặc xác nhận là đúng rồi phát hành."),
            field="acknowledged",
            count=len(warnings),
        )
        self.warnings = warnings


@operation
def start_from_outline(
    *,
    consulted_text: ConsultedText,
    provisions: Iterable[Node],
    source_text: str,
    source: Source | None = None,
    places: Mapping[str, Place] | None = None,
    reasons: Mapping[str, str] | None = None,
    removals: Mapping[str, str] | None = None,
    warnings: Iterable[str] = (),
    title: str = "",
    actor: User,
    now: datetime.datetime,
) -> Draft:
    """Begin a working draft from an uploaded or pasted text, as the structure engine read it.

    ``provisions`` is the tree of one text; ``source_text`` its paragraphs joined, kept exactly; ``source`` the file as
    received (``None`` for pasted text), kept under its hash; ``places`` the span of each path in the source text,
    ``reasons`` why its words differ from the draft before, ``removals`` why something of that, by its path there, was
    left out.
    Refuses while another draft of the text is worked on, a cancelled workshop, an outline without provisions, and
    sizes beyond the limits above.
    """
    text = _lock_text(consulted_text)
    nodes = with_paths(provisions)
    warnings = [str(warning)[:1000] for warning in warnings][:MOST_WARNINGS]
    _refuse_unfit_outline(nodes, source_text)
    draft = Draft(
        consulted_text=text,
        based_on=_last_issued(text),
        title=clean_line(title or text.title, limit=max(len(title), 500)).text[:500],
        source_text=source_text,
        warnings=warnings,
        is_sample=text.is_sample,
    )
    _keep_source(draft, source)
    draft.save(force_insert=True)
    tree = Tree(draft)
    tree.plant(nodes, _known_of(places or {}, reasons or {}))
    tree.removals = _removals_of(draft, removals or {})
    tree.save()
    return draft


@operation
def start_next(*, consulted_text: ConsultedText, actor: User, now: datetime.datetime) -> Draft:
    """Begin the next working draft as a copy of the last issued one; each row remembers the one it was copied from.

    Refuses a text of which no draft was issued, while another one is worked on, and a cancelled workshop.
    """
    text = _lock_text(consulted_text)
    last = _last_issued(text)
    if last is None:
        raise Refused(_("Văn bản này chưa phát hành dự thảo nào. Tải lên hoặc dán văn bản để bắt đầu."))
    draft = Draft(consulted_text=text, based_on=last, title=last.title, is_sample=text.is_sample)
    draft.save(force_insert=True)
    copy_rows(last, draft)
    return draft


@operation
def amend_draft(
    *, draft: Draft, changed: Iterable[str], version: int, actor: User, now: datetime.datetime
) -> Draft:
    """Save title and note of a working draft that was read at ``version``; refuses what changed meanwhile."""
    lock_working(draft)
    lock_unchanged(draft, version=version)
    clean_typed(draft)
    checked(draft)
    draft.save(update_fields=set(changed) & {"title", "note"})
    draft.refresh_from_db(fields=["version"])
    return draft


@operation
def discard(*, draft: Draft, actor: User, now: datetime.datetime) -> None:
    """Give up a working draft. Its rows stay in the history, its file on the disk. Refuses an issued draft."""
    locked = lock_working(draft)
    locked.lineages.all().delete()
    locked.changes.all().delete()
    locked.removals.all().delete()
    Provision.objects.filter(draft=locked).delete()
    locked.delete()


@operation
def issue(
    *, draft: Draft, note: str = "", acknowledged: bool = False, actor: User, now: datetime.datetime
) -> Draft:
    """Number, date and freeze a working draft; the number is given under a lock on its text, so that none is left out.

    Refuses one that was issued, one without articles, one whose predecessor is no longer the last issued, a cancelled
    workshop, and, until ``acknowledged``, one with remarks on its structure (:class:`Unacknowledged`).
    """
    text = _lock_text(draft.consulted_text, may_have_working=True)
    locked = lock_working(draft)
    if not locked.provisions.filter(kind=ProvisionKind.DIEU).exists():
        raise Refused(
            _("Dự thảo chưa có điều nào nên chưa phát hành được. Đặt loại “Điều” cho các mục của văn bản.")
        )
    last = _last_issued(text)
    if locked.based_on_id != (last.pk if last else None):
        raise Refused(
            _("Một dự thảo khác vừa được phát hành. Hủy bản đang soạn này và bắt đầu lại từ bản đó.")
        )
    warnings = remarks_on(locked)
    if warnings and not acknowledged:
        raise Unacknowledged(warnings)
    close_ranks(locked)
    locked.number = (text.drafts.aggregate(last=Max("number"))["last"] or 0) + 1
    locked.state, locked.issued_at, locked.issued_by = DraftState.ISSUED, now, actor
    locked.note = within_limit(clean_text, note, field="note") or locked.note
    locked.content_sha256 = content_sha256(locked)
    locked.save(
        update_fields=["number", "state", "issued_at", "issued_by", "note", "content_sha256"],
    )
    draft.refresh_from_db()
    return draft


def _known_of(places: Mapping[str, Place], reasons: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What is known of each path beside its words, as the columns have it."""
    known: dict[str, dict[str, Any]] = {path: asdict(place) for path, place in places.items()}
    for path, reason in reasons.items():
        known.setdefault(path, {})["change_note"] = _clean_reason(reason, "change_note")
    return known


def _removals_of(draft: Draft, reasons: Mapping[str, str]) -> dict[int, str]:
    """Why provisions of the draft before were left out, by their keys. Refuses a path that is not there."""
    before = Provision.objects.filter(draft=draft.based_on_id, path__in=reasons)
    keys = dict(before.values_list("path", "pk"))
    missing = next((path for path in reasons if path not in keys), None)
    if missing is not None:
        raise Refused(_("Không có mục “%(path)s” trong dự thảo."), field="removals", path=missing[:100])
    return {keys[path]: _clean_reason(reason, "removals") for path, reason in reasons.items() if reason}


def _clean_reason(reason: str, field: str) -> str:
    return within_limit(lambda words: clean_text(words, limit=LONGEST_HEADING), reason, field=field)


def remarks_on(draft: Draft) -> list[str]:
    """Return what a person should accept before a draft is issued: its reader's warnings, labels that repeat."""
    repeated = [
        str(_("“%(label)s” lặp lại trong văn bản.")) % {"label": label} for label in repeated_labels(draft)
    ]
    return [*map(str, draft.warnings), *repeated]


def _lock_text(consulted_text: ConsultedText, *, may_have_working: bool = False) -> ConsultedText:
    text = (
        ConsultedText.objects.select_for_update(of=("self",))
        .select_related("workshop")
        .get(pk=consulted_text.pk)
    )
    refuse_cancelled(text.workshop)
    if not may_have_working and text.drafts.working().exists():
        raise Refused(
            _("“%(text)s” đang có một dự thảo được soạn. Soạn tiếp, phát hành hoặc hủy bản đó trước."),
            text=text.title,
        )
    return text


def _last_issued(text: ConsultedText) -> Draft | None:
    issued: Draft | None = text.drafts.issued().without_source_text().order_by("-number").first()
    return issued


def _keep_source(draft: Draft, source: Source | None) -> None:
    if source is None:
        return
    refuse_unfit(source.name, source.content)
    sha256 = hashlib.sha256(source.content).hexdigest()
    draft.source = keep_under_hash(sha256, ContentFile(source.content), size=len(source.content))
    draft.source_name = clean_line(source.name, limit=len(source.name)).text[-LONGEST_NAME:] or sha256
    draft.source_media_type, draft.source_size = source.media_type, len(source.content)
    draft.source_sha256 = sha256


def _refuse_unfit_outline(nodes: tuple[Node, ...], source_text: str) -> None:
    count = 0
    for node in walk(nodes):
        count += 1
        for name, allowed in LONGEST_LABELS.items():
            if len(getattr(node, name)) > allowed:
                raise Refused(
                    _(
                        "Mục “%(path)s” dài quá %(allowed)s ký tự. Chia nhỏ đoạn này trong tệp gốc rồi gửi lại."
                    ),
                    field="source",
                    path=node.path[:80],
                    allowed=f"{allowed:,}".replace(",", "."),
                )
    if not count:
        raise Refused(_("Không tìm thấy điều, khoản hay đoạn văn nào trong văn bản này."), field="source")
    for measured, allowed, unit in (
        (count, MOST_PROVISIONS, _("mục")),
        (len(source_text), LONGEST_SOURCE, _("ký tự")),
    ):
        if measured > allowed:
            raise Refused(
                _("Văn bản có hơn %(allowed)s %(unit)s. Tách thành nhiều văn bản rồi gửi từng văn bản."),
                field="source",
                allowed=f"{allowed:,}".replace(",", "."),
                unit=unit,
            )
    if "\x00" in source_text or any("\x00" in f"{n.heading}{n.text}{n.mark}{n.number}" for n in walk(nodes)):
        raise Refused(
            _("Văn bản có ký tự không lưu được (NUL). Lưu lại tệp bằng Word rồi gửi lại."), field="source"
        )
