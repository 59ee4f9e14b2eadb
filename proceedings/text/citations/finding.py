"""Every citation of a text, with its exact span."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from proceedings.text.citations.branches import build_branches, is_reversed
from proceedings.text.citations.documents import read_document, read_document_before
from proceedings.text.citations.pieces import Joint, Piece, read_pieces
from proceedings.text.citations.shapes import Citation, Document, Form, Level
from proceedings.text.citations.tokens import Tokens
from proceedings.text.citations.units import is_figures

#: The words that a citation may begin with; all other tokens are passed over at once.
_OPENINGS: Final = frozenset([
    "các", "những", "từ", "tiết", "đoạn", "điểm", "khoản", "khỏan", "điều", "đìêu", "mục", "chương", "phần",
    "tiểu", "phụ", "gạch", "diem", "khoan", "dieu", "đ", "k",
])  # fmt: skip
_SUPPORTS: Final = frozenset(["tại", "ở", "theo", "của", "các", "về", "sửa", "bỏ"])


def find_citations(text: str) -> list[Citation]:
    """Return the citations of a text in reading order; they never overlap and ``text[start:end]`` is each.

    Reads every form of domain notes D and I, NFC and NFD, any blanks, wrapped lines; words that only look like
    units ("quan điểm", "tài khoản", "Điều lệ") open none. Takes time in proportion to the length of the text.
    """
    tokens = Tokens(text)
    found: list[Citation] = []
    index = 0
    while index < len(tokens):
        pieces = read_pieces(tokens, index) if tokens[index] in _OPENINGS else []
        if pieces and _is_citation(tokens, pieces):
            found.append(_make(tokens, pieces))
        index = pieces[-1].end if pieces else index + 1
    return _share_documents(text, found)


def _share_documents(text: str, found: list[Citation]) -> list[Citation]:
    """Give "khoản 1 Điều 5; Điều 6 của Luật Đất đai" one document: nothing but a semicolon stands between."""
    for place in range(len(found) - 2, -1, -1):
        current, following = found[place], found[place + 1]
        if current.document is None and following.document is not None:
            between = text[current.end : following.start]
            if len(between) < 10 and between.strip() == ";":
                found[place] = replace(current, document=following.document)
    return found


def _make(tokens: Tokens, pieces: list[Piece]) -> Citation:
    start, end = tokens.starts[_first_token(tokens, pieces[0])], tokens.ends[pieces[-1].end - 1]
    return Citation(
        start=start,
        end=end,
        text=tokens.text[start:end],
        branches=build_branches(pieces),
        document=_document(tokens, pieces),
        forms=frozenset(_forms(pieces)),
    )


def _document(tokens: Tokens, pieces: list[Piece]) -> Document | None:
    end = pieces[-1].end
    return read_document(tokens, end) or read_document_before(tokens, pieces[0].start, end)


def _first_token(tokens: Tokens, piece: Piece) -> int:
    """Return where a citation begins: "từ" belongs to it before a range only."""
    is_range = any(label.until for label in piece.part.labels)
    return piece.start + (tokens[piece.start] == "từ" and not is_range)


def _forms(pieces: list[Piece]) -> set[Form]:
    forms = {form for piece in pieces for form in piece.forms}
    if is_reversed(pieces):
        return forms if Form.DOTTED in forms else forms | {Form.REVERSED}
    has_comma = any(
        piece.joint is Joint.COMMA and piece.level > before.level for before, piece in pairwise(pieces)
    )
    return forms | {Form.COMMAS} if has_comma else forms


def _is_citation(tokens: Tokens, pieces: list[Piece]) -> bool:
    """Return whether a run is a citation: what could be a common word needs a larger unit beside it."""
    levels = {piece.level for piece in pieces}
    forms = {form for piece in pieces for form in piece.forms}
    if Form.ABBREVIATED in forms and Level.DIEU not in levels:
        return False
    if Form.UNACCENTED in forms and not levels & {Level.DIEU, Level.KHOAN}:
        return False
    return len(levels) > 1 or all(_stands_alone(tokens, piece) for piece in pieces)


def _stands_alone(tokens: Tokens, piece: Piece) -> bool:
    if piece.part.is_this:
        return _this_stands_alone(tokens, piece)
    number = piece.part.labels[0].number
    is_supported = tokens[piece.start - 1] in _SUPPORTS or tokens.is_capital(piece.start)
    if piece.level is Level.DIEM:
        return not is_figures(number) or is_supported or read_document(tokens, piece.end) is not None
    if piece.level is Level.KHOAN:
        return tokens[piece.start - 1] != "chuyển"  # a payment
    if piece.level is Level.PHAN:
        return not is_figures(number) or is_supported
    if piece.level is Level.TIET:
        return not is_figures(number)
    return piece.level is not Level.DOAN or number[:1].isdigit()


def _this_stands_alone(tokens: Tokens, piece: Piece) -> bool:
    """Return whether "Điều này" is the unit and not "this thing", "phần này" the unit and not "this part"."""
    if piece.level in (Level.KHOAN, Level.DIEM, Level.CHUONG, Level.PHU_LUC, Level.TIEU_MUC):
        return True
    if piece.level in (Level.TIET, Level.DOAN, Level.DASH) or not tokens.is_capital(piece.start):
        return False
    if not tokens.opens_sentence(piece.start):
        return True
    return piece.level is Level.DIEU and (tokens[piece.end], tokens[piece.end + 1]) == ("quy", "định")
