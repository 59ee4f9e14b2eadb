"""From a run of units to branches: which khoản belong to which điều, whichever way round they are named."""

from itertools import pairwise

from proceedings.text.citations.pieces import Joint, Piece
from proceedings.text.citations.shapes import Branch, Level, Part

_TIGHT = (Joint.NONE, Joint.INSIDE, Joint.COMMA)
Parts = list[Part]


def is_reversed(pieces: list[Piece]) -> bool:
    """Return whether a run goes from the largest unit to the smallest: ``Điều 5, khoản 2, điểm a``."""
    largest = pieces[0].level
    if len(pieces) < 2 or pieces[1].level >= largest or pieces[1].joint is Joint.AND:
        return False
    return pieces[-1].level < largest and all(piece.level <= largest for piece in pieces)


def build_branches(pieces: list[Piece]) -> tuple[Branch, ...]:
    """Return the branches of a run in its order, each from its smallest unit to its largest."""
    built = _descend(pieces) if is_reversed(pieces) else _share(_ascend(pieces))
    return tuple(Branch(tuple(sorted(parts, key=lambda part: part.level))) for parts in built)


def _merge(into: Parts, part: Part) -> bool:
    """Add the numbers of a part to the last one where both are lists of one level; return whether they were."""
    last = into[-1]
    if last.level is not part.level or last.is_this or part.is_this:
        return False
    into[-1] = Part(last.level, last.labels + part.labels)
    return True


def _descend(pieces: list[Piece]) -> list[Parts]:
    built = [[pieces[0].part]]
    for before, piece in pairwise(pieces):
        if piece.level < built[-1][-1].level:
            _go_down(built, before.part, piece.part)
        elif not _merge(built[-1], piece.part):
            above = [part for part in built[-1] if part.level > piece.level]
            built.append([*above, piece.part])
    return built


def _go_down(built: list[Parts], before: Part, part: Part) -> None:
    """Add a smaller unit to the unit right before it only: khoản 2 of ``Điều 3, Điều 5 khoản 2`` is of Điều 5."""
    *above, last = built[-1]
    if last.level is before.level and len(last.labels) > len(before.labels):
        built[-1] = [*above, Part(last.level, last.labels[: -len(before.labels)])]
        built.append([*above, before])
    built[-1].append(part)


def _ascend(pieces: list[Piece]) -> list[Parts]:
    built = [[pieces[0].part]]
    for place, piece in enumerate(pieces[1:], 1):
        current = built[-1]
        if _goes_up(pieces, place, current):
            current.append(piece.part)
        elif len(current) == 1 and _merge(current, piece.part):
            continue
        elif _goes_down(pieces, place, current):
            _go_down(built, pieces[place - 1].part, piece.part)
        else:
            built.append([piece.part])
    return built


def _goes_up(pieces: list[Piece], place: int, current: Parts) -> bool:
    """Return whether a larger unit holds what was read before; ``Điều 4, Chương IV và Chương V`` is a list of three."""
    piece, top = pieces[place], max(part.level for part in current)
    if piece.level <= top or piece.joint not in _TIGHT:
        return False
    if piece.joint is not Joint.COMMA or top > Level.DIEU or piece.level <= Level.DIEU:
        return True
    following = pieces[place + 1 : place + 2]
    return not any(other.level is piece.level and other.joint is Joint.AND for other in following)


def _goes_down(pieces: list[Piece], place: int, current: Parts) -> bool:
    """Return whether a smaller unit belongs to the one before it: nothing larger follows that it could belong to."""
    piece = pieces[place]
    if piece.joint not in _TIGHT or piece.level > min(part.level for part in current):
        return False
    if piece.level is current[-1].level or (len(current) > 1 and not _is_down(current)):
        return False
    return not _reaches(pieces, place, current[-1].level)


def _is_down(parts: Parts) -> bool:
    return len(parts) > 1 and parts[-1].level < parts[0].level


def _reaches(pieces: list[Piece], place: int, level: Level) -> bool:
    """Return whether a smaller unit belongs to a unit of a level further on: ``Điều 5, khoản 2 Điều 6``."""
    above = next((piece for piece in pieces[place + 1 :] if piece.level >= level), None)
    if above is None or above.joint is Joint.AND:
        return False
    return above.joint is not Joint.COMMA or pieces[place].joint is Joint.COMMA


def _share(built: list[Parts]) -> list[Parts]:
    """Give each branch what stands above the branch behind it: ``khoản 2 và khoản 3 Điều 31``."""
    for current, following in zip(built[-2::-1], built[:0:-1], strict=True):
        top = max(part.level for part in current)
        lowest = min(part.level for part in following)
        is_below_dieu = top < Level.DIEU and lowest < Level.DIEU and len(following) > 1
        if lowest <= top or is_below_dieu:
            current += [part for part in following if part.level > max(top, lowest)]
    return built
