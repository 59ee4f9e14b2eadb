"""What is met on the way through a document besides its text: notes, boxes, pictures, hidden words, commands."""

from __future__ import annotations

from dataclasses import dataclass, field

from submissions.readers.docx.names import number_of
from submissions.readers.docx.number_forms import write_number
from submissions.readers.docx.numbering import Numbering
from submissions.readers.docx.styles import Styles


@dataclass(slots=True)
class Notes:
    """Footnotes or endnotes in the order of their references, and how their marks are written."""

    form: str
    places: dict[int, int] = field(default_factory=dict)
    """The place of each note, from 1, by its number in the file."""

    def mark(self, reference: str | None) -> str:
        """Return the mark of a reference, "[1]", giving the next number to a note that is new."""
        number = number_of(reference)
        if number is None:
            return ""
        place = self.places.setdefault(number, len(self.places) + 1)
        return f"[{write_number(place, self.form)}]"


@dataclass(slots=True)
class Surroundings:
    """What all stories of one document share while they are read."""

    styles: Styles
    numbering: Numbering
    footnotes: Notes
    endnotes: Notes
    hidden_characters: int = 0
    pictures: int = 0
    tables: int = 0
    chunks: int = 0
    commands: list[str] = field(default_factory=list)
    """The instructions of fields, such as INCLUDEPICTURE and DDE."""
