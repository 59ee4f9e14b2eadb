"""Specimens of numbers and pictures, drawn from invented states."""

from collections.abc import Mapping
from itertools import cycle
from typing import Any

from proceedings.publishing.pictures.numbers import draw_bodies, draw_documents_bar
from proceedings.publishing.pictures.tilemap import Period, TileState, draw_tile_map, slugs_on
from proceedings.publishing.specimens.specimen import Specimen

TWIN = "Tab to “Xem dạng bảng”, Enter opens the table twin."
STATES: tuple[TileState, ...] = (
    *("contributed", "contributed", "live", "contributed", "silent", "contributed", "unasked"),
)

REGIONS = (("Vùng mẫu thứ nhất", 14, 12, 3), ("Vùng mẫu thứ hai", 11, 9, 0), ("Vùng mẫu có tên dài", 5, 5, 5))


def _map(period: Period) -> Mapping[str, Any]:
    committees = {
        slug: ("" if state == "unasked" else "#figures", state)
        for slug, state in zip(sorted(slugs_on(period)), cycle(STATES), strict=False)
    }
    caption = "Ví dụ với trạng thái tự đặt: mỗi ô là một cấp ủy, xếp theo hình đất nước từ bắc xuống nam."
    return {"id": f"map-{period}", "map": draw_tile_map(period, committees), "caption": caption}


FIGURES = (
    Specimen(
        "number_strip",
        "numbers (list of value, label; of, href, is_part for a subset of the number before it)",
        "Tab stops at the linked labels.",
        "Printed.",
        (
            (
                "documents, of them live, bodies",
                {
                    "numbers": (
                        {"value": 92, "label": "văn bản góp ý", "href": "#figures"},
                        {"value": 15, "label": "trong đó tham luận trực tiếp", "is_part": True},
                        {"value": 58, "of": 63, "label": "cấp ủy đã góp ý", "href": "#figures"},
                    )
                },
            ),
        ),
    ),
    Specimen(
        "documents_bar",
        "id, bar (draw_documents_bar), caption",
        TWIN,
        "Printed with its numbers, without the twin; dark and taller is live.",
        (
            (
                "92 with 15",
                lambda: {
                    "id": "bar-92",
                    "bar": draw_documents_bar(total=92, live=15),
                    "caption": "Mỗi vạch là một văn bản góp ý; vạch cao và đậm còn được trình bày trực tiếp.",
                },
            ),
            (
                "too many to draw singly",
                lambda: {
                    "id": "bar-1234",
                    "bar": draw_documents_bar(total=1234, live=120),
                    "caption": "Trên 160 văn bản thì thanh liền thay cho từng vạch.",
                },
            ),
        ),
    ),
    Specimen(
        "bodies_chart",
        "id, chart (draw_bodies), caption",
        TWIN,
        "Printed with its key, without the twin.",
        (
            (
                "three regions",
                lambda: {
                    "id": "bodies",
                    "chart": draw_bodies(REGIONS),
                    "caption": "Số cấp ủy theo vùng, ví dụ tự đặt.",
                },
            ),
        ),
    ),
    Specimen(
        "tilemap",
        "id, map (draw_tile_map), caption",
        "Tab goes from tile to tile, north to south, west to east; Enter follows. The twin has the same.",
        "Printed whole on one sheet, without the twin; fill and letter tell.",
        (("63 committees of 2021", lambda: _map("2021")), ("34 committees of today", lambda: _map("today"))),
    ),
)
