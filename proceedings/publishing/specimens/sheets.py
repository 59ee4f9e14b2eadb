"""Specimens: what belongs to a table of contributions."""

from typing import Any

from django import forms

from proceedings.publishing.specimens.specimen import Specimen


class _Sample(forms.Form):
    """The fields of one sheet with two columns."""

    used = forms.BooleanField(label="Nhập trang tính “Góp ý”", initial=True, required=False)
    heading = forms.IntegerField(
        label="Dòng tiêu đề", help_text="0 nếu bảng không có dòng tiêu đề", initial=3
    )
    lines = forms.ChoiceField(label="Tiêu đề chiếm", choices=[("1", "1 dòng"), ("2", "2 dòng")])
    first = forms.ChoiceField(label="Cột A chứa", choices=[("committee", "Cấp ủy")])
    second = forms.ChoiceField(label="Cột B chứa", choices=[("", "(không nhập)")], required=False)


def _sheet() -> dict[str, Any]:
    form = _Sample(auto_id="sheet-%s")
    columns = [
        {
            "letter": "A",
            "heading": "Đơn vị",
            "values": ["Cấp ủy mẫu", "Cấp ủy mẫu khác"],
            "field": form["first"],
        },
        {"letter": "B", "heading": "", "values": [], "field": form["second"]},
    ]
    return {
        "sheet": {
            "name": "Góp ý",
            "row_count": 92,
            "is_hidden": False,
            "is_used": form["used"],
            "heading_row": form["heading"],
            "heading_rows": form["lines"],
            "columns": columns,
        }
    }


SHEETS = (
    Specimen(
        "sheet_mapping",
        "sheet (name, row_count, is_hidden, fields is_used, heading_row, heading_rows; columns)",
        "Tab goes through the head, then down the column of choices; the table scrolls by the arrow keys.",
        "The choices as they stand.",
        (("two columns", _sheet),),
    ),
    Specimen(
        "cell_problems",
        "problems (cell, sheet, column, found, reason, remedy), count",
        "The table takes the keyboard and scrolls by the arrow keys.",
        "All rows, the head on every page.",
        (
            (
                "two faults",
                {
                    "count": 2,
                    "problems": [
                        {
                            "cell": "B12",
                            "sheet": "Góp ý",
                            "column": "Cấp ủy",
                            "found": "Cấp ủy mẩu",
                            "reason": "Không có cấp ủy nào mang tên này.",
                            "remedy": "Có phải là Cấp ủy mẫu? Nếu đúng, ghi lại đúng tên đó.",
                        },
                        {
                            "cell": "E12",
                            "sheet": "Góp ý",
                            "column": "Trích yếu",
                            "found": "",
                            "reason": "Chưa có trích yếu hoặc tên tham luận.",
                            "remedy": "Ghi trích yếu như trên văn bản.",
                        },
                    ],
                },
            ),
        ),
    ),
)
