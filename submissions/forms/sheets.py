"""What a person says of a table: which sheets are used, where the heading is, what each column holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from submissions.models import Workbook
from submissions.readers.spreadsheets.cells import letters
from submissions.sheets.columns import Content, heading_of
from submissions.sheets.jobs import layout_of
from submissions.sheets.mapping import Layout

_CHOICES: Final = [("", _("(không nhập)")), *((content.value, heading_of(content)) for content in Content)]
_HEADING_ROWS: Final = [("1", _("1 dòng")), ("2", _("2 dòng"))]


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column as the page shows it: its letter, its heading, the first values below it, and what it holds."""

    letter: str
    heading: str
    values: list[str]
    field: BoundField


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """One sheet as the page shows it."""

    name: str
    row_count: int
    is_hidden: bool
    is_used: BoundField
    heading_row: BoundField
    heading_rows: BoundField
    columns: list[ColumnChoice]


class MappingForm(forms.Form):
    """A field for each column of each sheet that has rows; what was chosen last stands in them."""

    def __init__(self, data: Any = None, *, workbook: Workbook) -> None:
        super().__init__(data)
        self.layouts = [layout_of(stored) for stored in workbook.layouts]
        self.sheets = workbook.report.get("sheets", [{}] * len(self.layouts))
        for place, layout in enumerate(self.layouts):
            self._add_sheet(place, layout)

    def chosen(self) -> list[Layout]:
        """Return the layouts as chosen; where the heading stands elsewhere now, its columns are found anew."""
        return [self._chosen(place, layout) for place, layout in enumerate(self.layouts)]

    @property
    def has_title(self) -> bool:
        """Tell whether a used sheet has a column of titles."""
        return any(layout.is_used and Content.TITLE in layout.contents for layout in self.layouts)

    def sheet_choices(self) -> Iterator[SheetChoice]:
        """Yield the sheets with their fields, for the page."""
        for place, (layout, sheet) in enumerate(zip(self.layouts, self.sheets, strict=False)):
            if layout.contents:
                yield SheetChoice(
                    layout.sheet,
                    sheet.get("rows", 0),
                    sheet.get("is_hidden", False),
                    self[f"used-{place}"],
                    self[f"heading-{place}"],
                    self[f"lines-{place}"],
                    [
                        ColumnChoice(
                            letters(column + 1),
                            heading,
                            [
                                row[column]
                                for row in sheet.get("first", [])
                                if column < len(row) and row[column]
                            ],
                            self[f"column-{place}-{column}"],
                        )
                        for column, heading in enumerate(layout.headings)
                    ],
                )

    def _add_sheet(self, place: int, layout: Layout) -> None:
        self.fields[f"used-{place}"] = forms.BooleanField(
            label=_("Nhập trang tính “%(name)s”") % {"name": layout.sheet},
            required=False,
            initial=layout.is_used,
        )
        self.fields[f"heading-{place}"] = forms.IntegerField(
            label=_("Dòng tiêu đề"),
            help_text=_("0 nếu bảng không có dòng tiêu đề"),
            min_value=0,
            max_value=20_000,
            initial=layout.heading_row,
        )
        self.fields[f"lines-{place}"] = forms.ChoiceField(
            label=_("Tiêu đề chiếm"), choices=_HEADING_ROWS, initial=str(layout.heading_rows)
        )
        for column, content in enumerate(layout.contents):
            self.fields[f"column-{place}-{column}"] = forms.ChoiceField(
                label=_("Cột %(letter)s chứa") % {"letter": letters(column + 1)},
                choices=_CHOICES,
                required=False,
                initial=str(content),
            )

    def _chosen(self, place: int, layout: Layout) -> Layout:
        data = self.cleaned_data
        heading_row, heading_rows = data[f"heading-{place}"], int(data[f"lines-{place}"])
        is_used = data[f"used-{place}"]
        if (heading_row, heading_rows) != (layout.heading_row, layout.heading_rows):
            return Layout(layout.sheet, is_used, heading_row, heading_rows, (), ())
        contents = tuple(data[f"column-{place}-{column}"] for column in range(len(layout.contents)))
        return replace(layout, is_used=is_used, contents=contents)
