"""A regulation that is to be printed: its text and what stands around it, without a word about how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from proceedings.text.provisions import Provision


class Family(StrEnum):
    """Whose rules of layout hold; the two never mix in one document."""

    PARTY = "party"
    STATE = "state"


class Power(StrEnum):
    """By what right somebody signs; each family writes it in its own way (T/M, TM.)."""

    OWN = ""  # in the signer's own right: nothing is written before the post
    ON_BEHALF = "on_behalf"  # thay mặt
    FOR_CHIEF = "for_chief"  # ký thay
    BY_ORDER = "by_order"  # thừa lệnh
    BY_AUTHORITY = "by_authority"  # thừa ủy quyền; the Party has none
    ACTING = "acting"  # quyền


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs; in a draft any of it may be empty. `whose` is whom the power comes from: a body or a post."""

    power: Power = Power.OWN
    whose: str = ""
    post: str = ""  # several posts are parted by line ends
    name: str = ""


@dataclass(frozen=True, slots=True)
class RegulationDocument:
    """One text with its head and foot.

    `number` and `symbol` are the two halves of "90-QĐ/TW" and "15/QĐ-UBND"; a draft has no number, and a text that
    another document issues (`issued_with`, "Ban hành kèm theo Quyết định số …") has neither. `subject` is the
    trích yếu. `draft_mark` ("Dự thảo lần 2") and `sample_mark` stand on every page. Nodes of the role TITLE give way
    to `type_name` and `subject`, those of the role SIGNATURE to `signing` and `recipients`; without these they are
    printed as they are. `created` (aware) is the only time that goes into a file.
    """

    family: Family
    provisions: tuple[Provision, ...]
    created: datetime
    dated_on: date | None = None
    issuing_body: str = ""
    superior_body: str = ""
    place: str = ""
    number: str = ""
    symbol: str = ""
    type_name: str = ""
    subject: str = ""
    issued_with: str = ""
    draft_mark: str = ""
    sample_mark: str = ""
    signing: Signing | None = None
    recipients: tuple[str, ...] = ()
    is_two_sided: bool = False
    language: str = "vi"

    @property
    def full_title(self) -> str:
        """The title as the properties of a file give it: the type, the subject, and what is no final text."""
        name = " ".join(" ".join((self.type_name, self.subject)).split())
        return " – ".join(part for part in (name, self.draft_mark, self.sample_mark) if part)
