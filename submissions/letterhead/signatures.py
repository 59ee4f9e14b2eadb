"""The signature: rights, posts and name, in one column or two, before or after "Nơi nhận"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from submissions.letterhead import marks
from submissions.letterhead.found import Found
from submissions.letterhead.people import read_person
from submissions.letterhead.pieces import Piece

LONGEST: Final = 160
#: How many pieces a signature may run over: a list of receivers may be read in between.
_REACH: Final = 45

_POWER: Final = re.compile(
    r"(?:t\s?[/.]\s?[ml]\.?|k\s?[/.]\s?t\.?|t[ml]\.|kt\.|tuq\.?|t\s?/\s?uq\.?|t\.u\.q\.?|q\.|(?:t[ml]"
    r"|kt)(?=\s))\s{0,2}(?=[a-z])"
)
_POWER_INSIDE: Final = re.compile(
    r"(?<=[\s;,.:])(?:T/M|K/T|T/L|T/UQ|TM\.|KT\.|TL\.|TUQ\.)\s{0,3}(?=[^\W\d_])"
)
_POST: Final = re.compile(
    r"(?:(?:pho|quyen|q\.|kiem|nguyen)\s*(?:,\s*)?)*(?:bi thu|chu tich|tong bi thu|tong giam doc"
    r"|tong bien tap|tong thu ky|"
    r"thu tuong|bo truong|thu truong|thong doc|giam doc|chanh|truong|cuc truong|vu truong|vien truong"
    r"|hieu truong|vien|chu nhiem|"
    r"uy vien|thuong truc|tu ienh|chinh uy|thu ky|chu tri|chu toa|doi truong|hieu pho|doc iap"
    r"|tong thanh tra|tong kiem toan|"
    r"iien doi truong|pho thu tuong|nguoi dung dau|dai dien|nguoi ghi|ton chu|truong doan|phu trach)(?!\w)"
)
_GLANCE: Final = re.compile(
    r"T\s?[/.]\s?[MmLlUu]|K\s?[/.]\s?[Tt]|T[ML][.\s\xa0]|KT[.\s\xa0]|TUQ|Q\.|N[oơOƠ]\u031b?[iIl]\s+[nN]h|N[oơOƠ]\u031b?[IlL]\s+NH"
)
_POST_INSIDE: Final = re.compile(r"(?<=\s)[a-z]")
_NOTE: Final = re.compile(
    r"[\W_]*(?:da\s+ky\b|ky\s+ten|chu\s+ky|dong\s+dau|ky\s+va\s+ghi|ky\s*,|ky\s+so|ky\s+boi"
    r"|ky\s*[)\W]*$|thoi\s+gian\s+ky)[^):]*[):]*\s*"
)
_ITEM: Final = re.compile(
    r"[-+•*]|[0-9]|nhu\s(?:tren|dieu|kinh)|[(\[\"“]|iuu\s*(?:[:;,]|vt|vp|van thu|ho so)"
)
_CHAIR: Final = re.compile(r"chu tri|chu toa|truong doan")
_ENDS: Final = re.compile(r"(?:phu iuc|quy che|quy dinh|de an|danh sach)\b")


@dataclass(slots=True)
class Signature:
    """What was read of one signature, in the order read."""

    powers: list[Piece] = field(default_factory=list)
    posts: list[list[Piece]] = field(default_factory=list)
    names: list[tuple[Piece, float]] = field(default_factory=list)
    between: int = 0


@dataclass(frozen=True, slots=True)
class Signed:
    """The candidates for signer, posts and rights."""

    signers: tuple[Found[str], ...] = ()
    posts: tuple[Found[str], ...] = ()
    powers: tuple[Found[str], ...] = ()


def find_signature(lines: Iterable[Piece]) -> Signed:
    """Find the first signature with rights in the lines after the head, else the last post with a name below it."""
    pieces: list[Piece] = []
    squeezed: set[int] = set()
    for line in lines:
        if len(line.text) <= LONGEST:
            parts = _split(line)
            if len(parts) > 1 and any(_joined_at(piece) for piece in line.gaps()):
                squeezed.update(range(len(pieces), len(pieces) + len(parts)))
            pieces += parts
    for at, piece in enumerate(pieces):
        if _is_power(piece):
            reach = range(at, at + _REACH)
            return _worded(_read(pieces[at : at + _REACH]), 0.1 if squeezed.intersection(reach) else 0.0)
    return _without_power(pieces)


def may_sign(text: str) -> bool:
    """Tell at a glance, before any reading, whether a paragraph may begin a signature or a list of receivers."""
    return _GLANCE.search(text[:400]) is not None


def _without_power(pieces: Sequence[Piece]) -> Signed:
    references = [at for at, piece in enumerate(pieces) if marks.REFERENCES.match(piece.skeleton)]
    first = max(0, min(references) - 12) if references else max(0, len(pieces) - 14)
    for at in range(first, len(pieces)):
        piece = pieces[at]
        if piece.is_capitals and len(piece.text) < 90 and _POST.match(piece.words):
            signed = _read(pieces[at : at + _REACH])
            if signed.names or references:
                return _worded(signed, 0.0 if references else 0.12)
    return Signed()


def _split(line: Piece) -> list[Piece]:
    """Part a line where gaps part it, and where one blank joins a list of receivers to a signature."""
    pieces = []
    for piece in line.gaps():
        at = _joined_at(piece)
        pieces += [piece.part(0, at), piece.part(at, len(piece.text))] if at else [piece]
    return [piece for piece in pieces if piece.text]


def _joined_at(piece: Piece) -> int:
    """Return where a signature begins that one blank joins to what stands left of it, or 0."""
    for match in _POWER_INSIDE.finditer(piece.text):
        if piece.part(match.start(), len(piece.text)).is_capitals:
            return match.start()
    if not (_ITEM.match(piece.words) or marks.REFERENCES.match(piece.words)):
        return 0
    for match in _POST_INSIDE.finditer(piece.plain):
        rest = piece.part(match.start(), len(piece.text))
        if rest.is_capitals and _POST.match(rest.words) and not piece.text[: match.start()].isupper():
            return match.start()
    last = re.search(r"[,;.:]\s+(?=[^,;.:]+$)", piece.text)
    if last and read_person(piece.part(last.end(), len(piece.text))):
        return last.end()
    return 0


def _is_power(piece: Piece) -> bool:
    match = _POWER.match(piece.plain)
    if match is None or len(piece.text) > 110:
        return False
    power = piece.text[: match.end()]
    rest = piece.text[match.end() :]
    if (
        not power[0].isupper()
        or (power != power.upper() and "/" not in power)
        or not rest[:1].isupper()
        or rest.rstrip().endswith((";", ".", ",", ":"))
    ):
        return False
    return piece.is_capitals or (power.rstrip()[-1:] in "./MTLmtl" and len(rest.split()) <= 6)


def _read(pieces: Sequence[Piece]) -> Signature:
    signature = Signature()
    last: list[Piece] | None = None
    for piece in pieces:
        skeleton = piece.words
        if note := _NOTE.match(piece.skeleton):
            piece = piece.part(note.end(), len(piece.text))
            skeleton = piece.words
        if marks.is_rule(piece.text) or marks.REFERENCES.match(skeleton) or marks.ASIDE.fullmatch(skeleton):
            continue
        if piece.text.startswith(("(", "[")):
            signature.between += 1
            continue
        if _is_power(piece):
            if signature.names:
                break
            signature.powers.append(piece)
            last = [piece]
            continue
        is_post = _POST.match(skeleton) is not None and (piece.is_capitals or len(piece.text) < 60)
        if (
            is_post
            and not signature.names
            and not piece.text.endswith((";", "."))
            and not _ITEM.match(skeleton)
        ):
            last = [piece]
            signature.posts.append(last)
            continue
        if _ITEM.match(skeleton) and not piece.is_capitals:
            signature.between += 1
            continue
        person = read_person(piece)
        if person and (person[1] > 0.8 or signature.posts):
            signature.names.append(person)
            if len(signature.names) >= max(1, _signers(signature)):
                break
            continue
        if piece.is_capitals and last is not None and not signature.names and len(piece.text) < 80:
            if _ENDS.match(skeleton) or marks.is_motto(skeleton) or len(last) > 2:
                break
            if last and signature.posts and last is signature.posts[-1]:
                last.append(piece)
            elif signature.powers and not signature.posts:
                signature.powers.append(piece)
            continue
        signature.between += 1
        if signature.names or len(piece.text) > 100 or marks.BODY.match(skeleton):
            break
    return signature


def _signers(signature: Signature) -> int:
    """Return how many persons sign: two columns of posts have no rights above them."""
    return 1 if signature.powers else len(signature.posts)


def _worded(signature: Signature, doubt: float) -> Signed:
    several = len(signature.names) > 1 and len(signature.names) == len(signature.posts)
    if several:
        return _several(signature)
    if not signature.posts:  # "Q. CHÁNH VĂN PHÒNG" is both a right and a post
        signature.posts += [[power] for power in signature.powers if power.words.startswith("q.")][-1:]
    doubt += 0.1 if signature.between > 25 else 0.0
    doubt += 0.1 if len(signature.posts) > 2 and not signature.powers else 0.0
    reason = "signature" if signature.powers else "post_and_name"
    signers = tuple(
        name.found(" ".join(name.text.split()), round(certainty - doubt, 3), reason)
        for name, certainty in signature.names[:1]
    )
    posts: tuple[Found[str], ...] = ()
    if signature.posts:
        words = ", ".join(
            " ".join(" ".join(line.text.split()) for line in post).rstrip(" ,;") for post in signature.posts
        )
        confidence = (0.93 if signature.powers else 0.9) if signers else 0.8
        posts = (
            signature.posts[0][0].found(words.replace(" -,", " -"), round(confidence - doubt, 3), reason),
        )
    powers: tuple[Found[str], ...] = ()
    if signature.powers:
        words = ", ".join(" ".join(power.text.split()) for power in _joined(signature.powers))
        powers = (
            signature.powers[0].found(words, round((0.95 if signature.names else 0.85) - doubt, 3), reason),
        )
    return Signed(signers, posts, powers)


def _several(signature: Signature) -> Signed:
    """Two persons sign in two columns: the chair is the likelier one, and a person looks at it."""
    pairs = list(zip(signature.posts, signature.names, strict=True))
    pairs.sort(key=lambda pair: not _CHAIR.match(pair[0][0].words))
    chances = [0.65 if _CHAIR.match(pairs[0][0][0].words) else 0.5] + [0.4] * (len(pairs) - 1)
    signers = tuple(
        name.found(" ".join(name.text.split()), chance, "several_sign")
        for (_, (name, _)), chance in zip(pairs, chances, strict=True)
    )
    posts = tuple(
        post[0].found(" ".join(post[0].text.split()), chance, "several_sign")
        for (post, _), chance in zip(pairs, chances, strict=True)
    )
    return Signed(signers, posts)


def _joined(powers: Sequence[Piece]) -> list[Piece]:
    return [power for power in powers if _is_power(power)]
