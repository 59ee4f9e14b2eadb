"""A run of units as it stands in the text: each with its list of numbers, and what parts it from the one before."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from proceedings.text.citations.lookalikes import COUNTED, MEASURES, SEVERAL
from proceedings.text.citations.shapes import Form, Label, Level, Part, label_key, order
from proceedings.text.citations.tokens import Tokens
from proceedings.text.citations.units import Unit, is_figures, read_dotted, read_number, read_unit

MOST_PIECES: Final = 40
MOST_LABELS: Final = 60
_MOST_BRACKETED: Final = 3
_AND: Final = frozenset(["và", "hoặc", "hay", "cùng", "lẫn", "&"])
_INSIDE: Final = frozenset(["của", "tại", "thuộc", "trong", "ở", "vào"])
_PLURALS: Final = frozenset(["các", "những"])


class Joint(IntEnum):
    """What stands between two units."""

    NONE = 0
    INSIDE = 1  # "của", "tại"
    COMMA = 2
    AND = 3  # "và", "hoặc"


@dataclass(slots=True)
class Piece:
    """One unit read: the indexes of its first token and of the one behind it."""

    part: Part
    start: int
    end: int
    joint: Joint = Joint.NONE
    forms: set[Form] = field(default_factory=set)

    @property
    def level(self) -> Level:
        return self.part.level


def read_pieces(tokens: Tokens, index: int) -> list[Piece]:
    """Read the longest run of units that begins at a token; empty where none does."""
    pieces = read_piece(tokens, index)
    while pieces and len(pieces) < MOST_PIECES:
        if bracketed := _read_bracketed(tokens, pieces[-1]):
            pieces += bracketed
            continue
        joint, after = read_joint(tokens, pieces[-1].end)
        following = read_piece(tokens, after)
        if not following or not _goes_on(tokens, pieces[-1], following[0], joint):
            break
        following[0].joint = joint
        pieces += following
    return pieces


def _read_bracketed(tokens: Tokens, last: Piece) -> list[Piece]:
    """Read the larger or smaller units in brackets: ``khoản 2 (Điều 5)``, ``điểm a (khoản 2 Điều 5)``."""
    if tokens[last.end] != "(":
        return []
    inside = read_piece(tokens, last.end + 1)
    while inside and len(inside) < _MOST_BRACKETED and (following := read_piece(tokens, inside[-1].end)):
        inside += following
    if not inside or tokens[inside[-1].end] != ")" or inside[0].level is last.level:
        return []
    inside[0].joint = Joint.INSIDE
    inside[-1].end += 1
    return inside


def _goes_on(tokens: Tokens, last: Piece, following: Piece, joint: Joint) -> bool:
    """Return whether a unit on a new line still belongs to the run: the line is wrapped, not begun."""
    if not tokens.follows_line_end(following.start) or not tokens.is_capital(following.start):
        return True
    return joint is not Joint.NONE or (following.level > last.level and following.level >= Level.DIEU)


def read_joint(tokens: Tokens, index: int) -> tuple[Joint, int]:
    """Read what may stand between two units and return it with the index behind it."""
    joint = Joint.NONE
    for _ in range(3):
        word = tokens[index]
        if word in _AND:
            joint = Joint.AND
        elif word in (",", "/", "-", "–"):
            joint = max(joint, Joint.COMMA)
        elif word in _INSIDE:
            joint = max(joint, Joint.INSIDE)
        else:
            break
        index += 1
    return joint, index


def read_piece(tokens: Tokens, index: int) -> list[Piece]:
    """Read one unit with its numbers; two or three pieces for ``Điều 5.2.a``, none where no unit stands."""
    after = index
    while tokens[after] in _PLURALS or tokens[after] == "từ":
        after += 1
        if after - index > 2:
            return []
    unit = read_unit(tokens, after)
    if unit is None:
        return []
    piece = Piece(Part(unit.level), index, unit.after)
    if unit.form:
        piece.forms.add(unit.form)
    if tokens[unit.after] == "này":
        if tokens[after - 1] in SEVERAL and tokens[after - 2] != "thứ":
            return []  # "các khoản này", "hai khoản này"
        piece.part, piece.end = Part(unit.level, is_this=True), unit.after + 1
        return [piece]
    return _read_numbered(tokens, unit, piece)


def _read_numbered(tokens: Tokens, unit: Unit, piece: Piece) -> list[Piece]:
    labels, end = _read_labels(tokens, unit)
    if not labels:
        return []
    piece.part, piece.end = Part(unit.level, tuple(labels)), end
    dotted = read_dotted(tokens, end) if unit.level is Level.DIEU and len(labels) == 1 else []
    if not dotted:
        return [] if tokens[end] in MEASURES else [piece]
    inner = [
        Piece(Part(level, (Label(number),)), end, behind, forms={Form.DOTTED})
        for level, number, behind in dotted
    ]
    return [piece, *inner]


def _read_labels(tokens: Tokens, unit: Unit) -> tuple[list[Label], int]:
    index = unit.after
    if tokens[index] == "từ":  # "các điều từ Điều 5 đến Điều 7"
        index = _skip_same_unit(tokens, index + 1, unit.level)
    first = read_number(tokens, index, unit.level)
    if first is None:
        return _read_nameless(tokens, unit)
    labels, index = [Label(first[0])], first[1]
    while len(labels) < MOST_LABELS:
        if end := _read_range_end(tokens, index, unit.level, labels[-1]):
            labels[-1], index = Label(labels[-1].number, end[0]), end[1]
        if following := _read_next_label(tokens, index, unit.level, labels[-1]):
            labels.append(Label(following[0]))
            index = following[1]
        else:
            break
    return labels, index


def _read_nameless(tokens: Tokens, unit: Unit) -> tuple[list[Label], int]:
    """Read the one appendix of a text: ``Phụ lục kèm theo``, ``Phụ lục ban hành kèm theo``."""
    word = tokens[unit.after]
    is_attached = (word, tokens[unit.after + 1]) in {("kèm", "theo"), ("ban", "hành")}
    if unit.level is Level.PHU_LUC and is_attached and tokens.is_capital(unit.after - 2):
        return [Label("")], unit.after
    return [], unit.after


def _skip_same_unit(tokens: Tokens, index: int, level: Level) -> int:
    unit = read_unit(tokens, index)
    return unit.after if unit and unit.level is level else index


def _read_range_end(tokens: Tokens, index: int, level: Level, first: Label) -> tuple[str, int] | None:
    word = tokens[index]
    if word in ("đến", "tới"):
        after = index + 1 + (tokens[index + 1] == "hết")
        return read_number(tokens, _skip_same_unit(tokens, after, level), level)
    if word not in ("-", "–") or first.until:
        return None
    after = _skip_same_unit(tokens, index + 1, level)
    end = read_number(tokens, after, level)
    if end is None or order(level, label_key(level, end[0])) <= order(level, label_key(level, first.number)):
        return None
    is_tight = after > index + 1 or (tokens.is_glued(index) and tokens.is_glued(index + 1))
    return end if is_tight or not tokens[end[1]].isalnum() else None  # "Điều 5 - 7 ý kiến" is no range


def _read_next_label(tokens: Tokens, index: int, level: Level, last: Label) -> tuple[str, int] | None:
    """Read a further number of a list that does not repeat its unit: ``, 2`` and ``và 3``."""
    joint, after = read_joint(tokens, index)
    if joint not in (Joint.COMMA, Joint.AND) or any(
        tokens[place] not in _AND and tokens[place] != "," for place in range(index, after)
    ):
        return None
    found = read_number(tokens, after, level)
    if not found or not _same_shape(last.number, found[0]) or _is_counted(tokens, found[1]):
        return None
    return None if tokens[found[1]] == "/" and is_figures(tokens[found[1] + 1]) else found


def _same_shape(first: str, following: str) -> bool:
    """Return whether two numbers can stand in one list: figures with figures, letters with letters."""
    return first[:1].isdigit() == following[:1].isdigit()


def _is_counted(tokens: Tokens, index: int) -> bool:
    """Return whether the word behind a number makes it a count: ``và 3 thành viên``."""
    return tokens[index] in COUNTED and not tokens.is_capital(index)
