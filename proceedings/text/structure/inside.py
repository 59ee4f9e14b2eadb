"""What stands inside an article: khoản, điểm, dashes, tables, leads and closing words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings.text.provisions import LETTERS, Kind, Role
from proceedings.text.structure.branches import Branch
from proceedings.text.structure.growing import GrowingText
from proceedings.text.structure.manuscript import Manuscript
from proceedings.text.structure.markers import (
    Marker,
    Strength,
    dash_length,
    diem_marker,
    khoan_marker,
    sub_marker,
)
from proceedings.text.structure.numbers import BEFORE_FIRST, Relation, Value, relate
from proceedings.text.structure.outline import Doubt
from proceedings.text.structure.quotes import Quoted

_AHEAD: Final = 300
"""Lines that are looked at for the number that confirms another."""
_ENDS: Final = (".", ";", "!", "?", "”", '"', "…", ")", "/")


@dataclass(slots=True, eq=False)
class ArticleReader:
    """Places the lines of articles; ``items`` are the khoản and điểm that could begin in each line."""

    manuscript: Manuscript
    doubts: list[Doubt]
    items: list[Marker | None]

    @classmethod
    def of(cls, manuscript: Manuscript, doubts: list[Doubt]) -> ArticleReader:
        """Return the reader of a manuscript."""
        return cls(manuscript, doubts, [item_of(line.clean) for line in manuscript.lines])

    def place_line(self, text: GrowingText, place: int) -> None:
        """Put a line of an article where it belongs."""
        line = self.manuscript.lines[place]
        if self.manuscript.quoted[place] is not Quoted.NO or text.article is None:
            text.extend(line)
            return
        item = self.items[place]
        tabs = line.clean.count("\t")
        is_row = tabs > 0 and text.cursor is not None and text.cursor.role is Role.TABLE
        if item is not None and tabs < 2 and not is_row and self._open_item(text, place, item):
            return
        if tabs and (item is None or tabs > 1 or is_row):
            self._place_row(text, place)
        elif (length := dash_length(line.clean)) and not self.manuscript.is_cut_before(place):
            text.add_text(line, Role.DASH, mark_length=length)
        else:
            self._place_words(text, place)

    def confirms(self, place: int, item: Marker, value: Value) -> bool:
        """Tell whether a number of the same row stands further down in the article."""
        return any(found.value == value for found in self._following(place, item))

    def _open_item(self, text: GrowingText, place: int, item: Marker) -> bool:
        is_upper = item.rest[:1].isupper() or item.rest[:1] in "“\"'(" or item.rest[:1].isdigit()
        if self.manuscript.is_cut_before(place) or (not is_upper and self.manuscript.may_go_on(place)):
            return False
        if item.style == "1.1":
            return self._open_sub(text, place, item)
        if item.kind is Kind.KHOAN:
            return self._open_khoan(text, place, item)
        return self._open_diem(text, place, item)

    def _open_khoan(self, text: GrowingText, place: int, item: Marker) -> bool:
        article, khoan = text.article, text.khoan
        if article is None or (khoan is None and text.diem is not None):
            return False
        relation = relate(article.last_khoan, item.value)
        is_same_row = not article.style or item.style == article.style
        if not is_same_row and (text.diem is not None or item.style == text.nested or item.value == (1, "")):
            text.nested = item.style
            return False
        doubt = self._doubt_of_row(place, item, article.last_khoan, relation, is_inside=text.diem is not None)
        if doubt is None:
            return False
        branch = self._branch(
            place,
            item,
            self._noted(place, doubt, f"Khoản {item.number} {_place_of(text)}", article.last_khoan),
        )
        article.last_khoan, article.style, text.nested = item.value, article.style or item.style, ""
        text.open_unit(branch)
        return True

    def _open_diem(self, text: GrowingText, place: int, item: Marker) -> bool:
        parent = text.khoan or text.article
        if parent is None:
            return False
        last, open_style = parent.last_diem, text.diem.style if text.diem else ""
        relation = relate(last, item.value)
        if open_style and open_style != item.style and relation is not Relation.NEXT:
            return False
        if item.value[1] == item.number and relation is Relation.INSERTED:
            doubt: str | None = "unusual_letter"
        elif (last[0], item.value) == (4, (6, "")) and not self.confirms(place, item, (5, "")):
            doubt = "gap"
        else:
            doubt = self._doubt_of_row(place, item, last, relation, is_inside=False)
        if doubt is None:
            return False
        label = f"Điểm {item.number} {_place_of(text)}"
        branch = self._branch(place, item, self._noted(place, doubt, label, last))
        parent.last_diem = (item.value[0], "") if doubt == "unusual_letter" else item.value
        text.open_unit(branch)
        return True

    def _open_sub(self, text: GrowingText, place: int, item: Marker) -> bool:
        article, khoan = text.article, text.khoan
        if (
            article is not None
            and (khoan is None or khoan.style == "1.1")
            and item.above == article.value[:1]
        ):
            if relate(article.last_khoan, item.value) is not Relation.NEXT:
                return False
            branch = self._branch(place, item, "")
            branch.kind, branch.above = Kind.KHOAN, (*item.above, item.value[0])
            article.last_khoan, article.style = item.value, "1.1"
        elif khoan is not None and item.above == (khoan.above or khoan.value[:1]):
            if relate(khoan.last_diem, item.value) is not Relation.NEXT:
                return False
            branch = self._branch(place, item, "")
            khoan.last_diem = item.value
        else:
            return False
        text.open_unit(branch)
        return True

    def _doubt_of_row(
        self, place: int, item: Marker, last: Value, relation: Relation, *, is_inside: bool
    ) -> str | None:
        """Return the doubt about a number of a row, "" for none, or None where it opens nothing."""
        count = item.value[0]
        if relation is Relation.NEXT or (relation is Relation.INSERTED and item.rest):
            return ""
        if is_inside:
            return None
        if relation is Relation.AHEAD:
            is_confirmed = self.confirms(place, item, (count + 1, "")) or (
                last != BEFORE_FIRST and count == last[0] + 2
            )
            return "gap" if is_confirmed and not self.confirms(place, item, (last[0] + 1, "")) else None
        if count == 1 or relation is Relation.SAME:
            return "repeated" if self.confirms(place, item, (count + 1, "")) else None
        return None

    def _noted(self, place: int, doubt: str, label: str, last: Value) -> str:
        """Note a doubt about a number and return it."""
        if doubt:
            due = ""
            if doubt == "gap":
                due = _letter_after(last) if label.startswith("Điểm") else str(last[0] + 1)
            self.doubts.append(Doubt(doubt, label, due, self.manuscript.lines[place].start))
        return doubt

    def _branch(self, place: int, item: Marker, doubt: str) -> Branch:
        line = self.manuscript.lines[place]
        body = line.after(item.length)
        return Branch(
            item.kind,
            line.start,
            line.end,
            number=item.number,
            mark=line.raw[: body - line.start].strip(),
            body=body,
            confidence=0.65 if doubt else 0.95,
            value=item.value,
            style=item.style,
        )

    def _place_row(self, text: GrowingText, place: int) -> None:
        line = self.manuscript.lines[place]
        if text.cursor is not None and text.cursor.role is Role.TABLE:
            text.extend(line)
        else:
            text.add_text(line, Role.TABLE)

    def _place_words(self, text: GrowingText, place: int) -> None:
        """Words without a mark go on with what is open, or close the unit above the last điểm."""
        line, before = self.manuscript.lines[place], self.manuscript.text_before(place)
        begins = not line.clean[:1].islower() and before.endswith(_ENDS)
        if begins and text.diem is not None and not self._has_sibling(place, text.diem):
            text.stack.remove(text.diem)
            text.add_text(line, Role.CLOSING, confidence=0.7)
        elif text.cursor is not None and (
            text.cursor.role is Role.TABLE or (begins and text.cursor.role is Role.DASH)
        ):
            text.add_text(line, Role.PLAIN, confidence=0.8)
        else:
            text.extend(line)

    def _has_sibling(self, place: int, diem: Branch) -> bool:
        for found in self._following(place, None):
            if found.kind is Kind.DIEM and relate(diem.value, found.value) in (
                Relation.NEXT,
                Relation.INSERTED,
            ):
                return True
            if found.kind is Kind.KHOAN:
                return False
        return False

    def _following(self, place: int, item: Marker | None) -> Iterator[Marker]:
        manuscript = self.manuscript
        for index in range(place + 1, min(place + _AHEAD, len(manuscript.lines))):
            heading = manuscript.heading(index)
            if heading is not None and heading.strength is Strength.FULL:
                return
            found = self.items[index]
            if found is None or manuscript.quoted[index] is not Quoted.NO:
                continue
            if item is None or (found.kind is item.kind and found.style == item.style):
                yield found
            elif item.kind is Kind.DIEM and found.kind is Kind.KHOAN and found.style == ".":
                return


def item_of(clean: str) -> Marker | None:
    """Return the khoản or điểm that a line may open."""
    return sub_marker(clean) or khoan_marker(clean) or diem_marker(clean)


def _place_of(text: GrowingText) -> str:
    article = text.article
    return f"Điều {article.number}" if article is not None else ""


def _letter_after(last: Value) -> str:
    return LETTERS[last[0]] if last[0] < len(LETTERS) else ""
