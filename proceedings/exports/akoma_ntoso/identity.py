"""Which text and which draft of it an Akoma Ntoso document is: its FRBR names."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from proceedings.text.folding import fold

LANGUAGE: Final = "vie"


@dataclass(frozen=True, slots=True)
class Version:
    """One draft of a text: its number, from 1, and the day it was issued."""

    number: int
    issued_on: datetime.date


@dataclass(frozen=True, slots=True)
class Identity:
    """What is said of a draft in its metadata.

    ``workshop`` and ``text`` are slugs; ``body`` is who drafts it. ``versions`` are all drafts up to this one, in
    order, this one last. ``issued_number`` is that of the issued document ("12-QC/TU"), "" while it is a draft.
    """

    workshop: str
    text: str
    title: str
    body: str
    versions: tuple[Version, ...]
    issued_number: str = ""
    subtype: str = "quy-che"

    @property
    def draft(self) -> int:
        """The number of this draft."""
        return self.versions[-1].number

    @property
    def kind(self) -> str:
        """The document type: a proposal is a ``bill``, what is in force an ``act``."""
        return "act" if self.issued_number else "bill"

    @property
    def work(self) -> str:
        """The URI of the text whatever its draft: ``/akn/vn/bill/quy-che/<workshop>/<first draft's date>/<text>``."""
        first = self.versions[0].issued_on.isoformat()
        names = (self.subtype, self.workshop, first, self.text)
        return f"/akn/vn/{self.kind}/{'/'.join(quote(name, safe='') for name in names)}"

    def expression(self, draft: int | None = None) -> str:
        """The URI of one draft of it, of this one if none is named: ``…/vie@draft-2``."""
        return f"{self.work}/{LANGUAGE}@draft-{self.draft if draft is None else draft}"

    @property
    def manifestation(self) -> str:
        """The URI of this draft as Akoma Ntoso."""
        return f"{self.expression()}.akn.xml"


def agent_id(name: str) -> str:
    """Return the eId under which a body stands among the references."""
    return f"org_{re.sub(r'[^a-z0-9]+', '-', fold(name)).strip('-')}"
