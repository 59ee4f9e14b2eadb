"""The document named behind a citation: this one, the draft, or another."""

import re
from typing import Final

from proceedings.text.citations.lookalikes import SENTENCE
from proceedings.text.citations.shapes import Document, Scope
from proceedings.text.citations.tokens import BREAK, Tokens

_TYPES: Final = tuple(
    tuple(name.split())
    for name in (
        "thông tư liên tịch", "nghị quyết liên tịch", "nghị định thư", "hiến pháp", "bộ luật", "luật", "pháp lệnh",
        "nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "quy chế", "quychế", "qui chế", "quy định",
        "qui định", "điều lệ", "hướng dẫn", "kết luận", "quy trình", "quy tắc", "nội quy", "đề án", "kế hoạch",
        "công ước", "hiệp định", "thông báo", "tờ trình", "công văn", "lệnh", "sắc lệnh", "quy chuẩn", "nđ", "tt",
        "qđ", "nq", "blds", "blhs", "văn bản", "hợp đồng",
    )
)  # fmt: skip
_BY_FIRST_WORD: Final = {words[0]: [other for other in _TYPES if other[0] == words[0]] for words in _TYPES}
_STATUTES: Final = frozenset(["luật", "bộ luật", "pháp lệnh", "hiến pháp"])
_INSIDE: Final = frozenset(["của", "tại", "trong", "thuộc", "ở", ","])
_VERBS: Final = frozenset(["quy định", "qui định", "hướng dẫn", "quyết định", "kết luận", "thông báo"])
_ONLY_ONE: Final = frozenset(["hiến pháp", "blds", "blhs", "điều lệ"])
_NAME_END = re.compile(r"[,;:()\n\"“”]|\.(?:\s|$)")
_STOPS: Final = frozenset([",", ".", ";", ":", ")", BREAK])
_LONGEST: Final = 160  # characters of a name
_MOST_WORDS: Final = 25


def read_document(tokens: Tokens, index: int) -> Document | None:
    """Read the document named from a token on, behind "của", a comma or nothing; None where none is named."""
    start = index
    for _ in range(2):
        if tokens[start] not in _INSIDE:
            break
        start += 1
    if (tokens[start], tokens[start + 1]) == ("ban", "hành"):
        start += 2
    if (tokens[start], tokens[start + 1]) == ("kèm", "theo"):
        start += 2
    is_draft, behind = _read_draft(tokens, start)
    name, after = _read_type(tokens, behind)
    if is_draft and name in _VERBS and not tokens.is_capital(behind):
        name, after = "", behind  # "dự thảo quy định thông tin …"
    if not name:
        return _cut(tokens, start, after, Scope.DRAFT) if is_draft else None
    if tokens[after] == "này":
        return _cut(tokens, start, after + 1, Scope.THIS)
    if is_draft:
        return _cut(tokens, start, after, Scope.DRAFT)
    return _read_name(tokens, start, after, name, is_inside=start > index and tokens[start - 1] != ",")


def read_document_before(tokens: Tokens, index: int, after: int) -> Document | None:
    """Read the document before a citation: ``Luật Đất đai năm 2024 (khoản 2 Điều 5)``, ``Luật Nhà ở, Điều 5.``

    Behind a comma only where the citation ends the clause: "theo Luật Nhà ở, Điều 5 cần sửa" speaks of the draft.
    """
    ends_clause = not tokens[after].isalnum()
    if tokens[index - 1] != "(" and not (tokens[index - 1] == "," and ends_clause):
        return None
    for start in range(index - 2, max(-1, index - 2 - _MOST_WORDS), -1):
        if tokens[start] in _STOPS:
            return None
        if tokens.is_capital(start) and (found := read_document(tokens, start)):
            is_whole = found.scope is Scope.NAMED and found.end == tokens.ends[index - 2]
            return found if is_whole else None
    return None


def _read_draft(tokens: Tokens, index: int) -> tuple[bool, int]:
    after = index + (tokens[index] == "bản")
    if tokens[after] == "dự" and tokens[after + 1] == "thảo":
        return True, after + 2
    return False, index


def _read_type(tokens: Tokens, index: int) -> tuple[str, int]:
    for words in _BY_FIRST_WORD.get(tokens[index], ()):
        if all(tokens[index + place] == word for place, word in enumerate(words)):
            return " ".join(words), index + len(words)
    return "", index


def _read_name(tokens: Tokens, start: int, after: int, name: str, *, is_inside: bool) -> Document | None:
    """Read a name behind its type; a type in small letters is one only with a number, or as a statute."""
    following = tokens[after]
    has_number = following == "số" or following.isdigit()
    if not tokens.is_capital(start) and not has_number and not (name in _STATUTES and is_inside):
        return None
    is_bare = not (following.isalnum() and (has_number or following not in SENTENCE)) or (
        following == "quy" and tokens[after + 1] == "định" and not tokens.is_capital(after)
    )
    if following == "ban" and tokens[after + 1] == "hành":
        is_bare = False
    if following == "sửa" and any(
        (tokens[place], tokens[place + 1]) == ("một", "số") for place in range(after, after + 7)
    ):
        return _cut(tokens, start, _end_of_name(tokens, after + 1), Scope.NAMED)
    if following in ("nêu", "nói", "trên") and tokens[after + (following != "trên")] == "trên":
        return _cut(tokens, start, after + 1 + (following != "trên"), Scope.NAMED)
    if is_bare:
        return _cut(tokens, start, after, Scope.NAMED if name in _ONLY_ONE else Scope.BARE)
    return _cut(tokens, start, _end_of_name(tokens, after), Scope.NAMED)


def _end_of_name(tokens: Tokens, after: int) -> int:
    """Return the index behind a name: it ends at a sign, a paragraph or a word that goes on with the sentence."""
    place = tokens.ends[after - 1]
    stop = _NAME_END.search(tokens.text, place, place + _LONGEST)
    limit = stop.start() if stop else place + _LONGEST
    last = after + 1
    for index in range(after, after + _MOST_WORDS):
        word = tokens[index]
        if not word or word == BREAK or tokens.ends[index] > limit or word in SENTENCE:
            break
        last = index + 1
    return last


def _cut(tokens: Tokens, start: int, after: int, scope: Scope) -> Document:
    first, last = tokens.starts[start], tokens.ends[min(after, len(tokens)) - 1]
    return Document(first, last, tokens.text[first:last], scope)
