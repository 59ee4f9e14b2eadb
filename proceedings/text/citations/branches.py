"""From a run of units to branches: which khoản belong to which điều, whichever way round they are named."""

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
    for piece in pieces[1:]:
        if piece.level < built[-1][-1].level:
            built[-1].append(piece.part)
        elif not _merge(built[-1], piece.part):
            above = [part for part in built[-1] if part.level > piece.level]
            built.append([*above, piece.part])
    return built


def _ascend(pieces: list[Piece]) -> list[Parts]:
    built = [[pieces[0].part]]
    for place, piece in enumerate(pieces[1:], 1):
        current = built[-1]
        if piece.level > current[-1].level and piece.joint in _TIGHT:
            current.append(piece.part)
        elif len(current) == 1 and _merge(current, piece.part):
            continue
        elif _goes_down(pieces, place, current):
            current.append(piece.part)
        else:
            built.append([piece.part])
    return built


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
    """Return whether the run that begins at a piece goes up to a level."""
    highest = pieces[place].level
    for piece in pieces[place + 1 :]:
        if piece.level < highest or (piece.level > highest and piece.joint is Joint.AND):
            return False
        highest = piece.level
        if highest >= level:
            return True
    return False


def _share(built: list[Parts]) -> list[Parts]:
    """Give each branch what stands above the branch behind it: ``khoản 2 và khoản 3 Điều 31``."""
    for current, following in zip(built[-2::-1], built[:0:-1], strict=True):
        top = max(part.level for part in current)
        lowest = min(part.level for part in following)
        is_below_dieu = top < Level.DIEU and lowest < Level.DIEU and len(following) > 1
        if lowest <= top or is_below_dieu:
            current += [part for part in following if part.level > top]
    return built
