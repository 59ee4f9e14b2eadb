import csv
from itertools import combinations
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from proceedings.publishing.pictures.grids import PLACES
from proceedings.publishing.pictures.tilemap import TILE, UnknownCommittee, draw_tile_map, slugs_on

COMMITTEES = Path(__file__).parents[5] / "shared" / "data" / "committees.csv"
DAY = {"2021": "2021-09-07", "today": "2025-07-01"}

# Pairs that share a border on the ground and touch on the drawing; moving a tile must not lose them.
BORDERS = {
    "2021": (
        "ha-giang cao-bang|ha-giang tuyen-quang|lao-cai lai-chau|lao-cai yen-bai|lai-chau dien-bien|"
        "dien-bien son-la|yen-bai son-la|cao-bang bac-kan|cao-bang lang-son|bac-kan thai-nguyen|"
        "lang-son bac-giang|bac-giang quang-ninh|quang-ninh hai-phong|quang-ninh hai-duong|"
        "ha-noi vinh-phuc|ha-noi thai-nguyen|ha-noi bac-ninh|ha-noi ha-nam|ha-noi hung-yen|ha-noi hoa-binh|"
        "hai-duong hai-phong|hung-yen thai-binh|ha-nam ninh-binh|ninh-binh thanh-hoa|hoa-binh thanh-hoa|"
        "thanh-hoa nghe-an|nghe-an ha-tinh|ha-tinh quang-binh|quang-binh quang-tri|quang-tri thua-thien-hue|"
        "thua-thien-hue da-nang|thua-thien-hue quang-nam|da-nang quang-nam|quang-nam kon-tum|"
        "quang-nam quang-ngai|kon-tum gia-lai|quang-ngai binh-dinh|gia-lai dak-lak|binh-dinh phu-yen|"
        "dak-lak dak-nong|phu-yen khanh-hoa|khanh-hoa ninh-thuan|ninh-thuan binh-thuan|lam-dong ninh-thuan|"
        "dak-nong binh-phuoc|lam-dong dong-nai|binh-phuoc tay-ninh|binh-duong thanh-pho-ho-chi-minh|"
        "dong-nai ba-ria-vung-tau|ba-ria-vung-tau thanh-pho-ho-chi-minh|long-an tien-giang|"
        "long-an dong-thap|an-giang can-tho|vinh-long tra-vinh|ben-tre tra-vinh|tien-giang ben-tre|"
        "kien-giang bac-lieu|hau-giang soc-trang|soc-trang bac-lieu|bac-lieu ca-mau"
    ),
    "today": (
        "lai-chau lao-cai-2025|lai-chau dien-bien|dien-bien son-la|son-la phu-tho-2025|"
        "lao-cai-2025 tuyen-quang-2025|tuyen-quang-2025 cao-bang|cao-bang lang-son|"
        "thai-nguyen-2025 lang-son|thai-nguyen-2025 bac-ninh-2025|lang-son quang-ninh|"
        "bac-ninh-2025 quang-ninh|ha-noi phu-tho-2025|ha-noi thai-nguyen-2025|ha-noi bac-ninh-2025|"
        "ha-noi ninh-binh-2025|ha-noi hung-yen-2025|bac-ninh-2025 hai-phong-2025|quang-ninh hai-phong-2025|"
        "hung-yen-2025 hai-phong-2025|ninh-binh-2025 thanh-hoa|thanh-hoa nghe-an|nghe-an ha-tinh|"
        "ha-tinh quang-tri-2025|quang-tri-2025 hue|hue da-nang-2025|da-nang-2025 quang-ngai-2025|"
        "quang-ngai-2025 gia-lai-2025|gia-lai-2025 dak-lak-2025|dak-lak-2025 khanh-hoa-2025|"
        "dak-lak-2025 lam-dong-2025|khanh-hoa-2025 lam-dong-2025|lam-dong-2025 dong-nai-2025|"
        "lam-dong-2025 thanh-pho-ho-chi-minh-2025|dong-nai-2025 tay-ninh-2025|"
        "dong-nai-2025 thanh-pho-ho-chi-minh-2025|tay-ninh-2025 dong-thap-2025|"
        "thanh-pho-ho-chi-minh-2025 dong-thap-2025|dong-thap-2025 an-giang-2025|"
        "dong-thap-2025 vinh-long-2025|an-giang-2025 can-tho-2025|can-tho-2025 vinh-long-2025|"
        "can-tho-2025 ca-mau-2025"
    ),
}


def cells(period):
    return {tile.slug: (tile.x // TILE, tile.y // TILE) for tile in draw_tile_map(period, {}).tiles}


def touch(one, other):
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) == 1


def committees_on(day):
    if not COMMITTEES.exists():
        pytest.skip("the reference data stands beside a checkout, not in it")
    with COMMITTEES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {
        row["slug"]: row["name_vi"]
        for row in rows
        if row["valid_from"] <= day and (not row["valid_to"] or row["valid_to"] >= day)
    }


@pytest.mark.parametrize(("period", "count"), [("2021", 63), ("today", 34)])
def test_map_has_one_tile_for_every_committee_in_force(period, count):
    expected = committees_on(DAY[period])

    drawn = {tile.slug: tile.label for tile in draw_tile_map(period, {}).committees}

    assert drawn == expected
    assert len(drawn) == count


@pytest.mark.parametrize("period", ["2021", "today"])
def test_map_is_at_most_seven_columns_wide(period):
    assert draw_tile_map(period, {}).width <= 7 * TILE


@pytest.mark.parametrize("period", ["2021", "today"])
def test_map_puts_no_two_tiles_in_one_cell(period):
    places = list(cells(period).values())

    assert len(set(places)) == len(places)


@pytest.mark.parametrize("period", ["2021", "today"])
def test_map_lets_neighbours_touch(period):
    place = cells(period)

    apart = [
        pair for pair in BORDERS[period].split("|") if not touch(*(place[slug] for slug in pair.split()))
    ]

    assert apart == []


@pytest.mark.parametrize("period", ["2021", "today"])
def test_map_always_shows_both_archipelagos_alone_in_the_sea(period):
    place = cells(period)
    islands = {"hoang-sa", "truong-sa"}

    beside = [
        pair
        for pair in combinations(place, 2)
        if islands & set(pair)
        and sum(abs(a - b) for a, b in zip(*(place[s] for s in pair), strict=True)) == 1
    ]

    assert islands <= set(place)
    assert {place[slug][0] for slug in islands} == {max(column for column, _row in place.values())}
    assert beside == []


def test_archipelagos_lead_where_their_province_leads_and_are_not_counted():
    committees = {"da-nang": ("/da-nang/", "live"), "khanh-hoa": ("/khanh-hoa/", "contributed")}

    picture = draw_tile_map("2021", committees)

    tiles = {tile.slug: tile for tile in picture.tiles}
    assert tiles["hoang-sa"].href == "/da-nang/"
    assert tiles["hoang-sa"].name == "Hoàng Sa: quần đảo thuộc Đà Nẵng"
    assert tiles["truong-sa"].href == "/khanh-hoa/"
    assert tiles["truong-sa"].belongs_to == "Khánh Hòa"
    assert len(picture.committees) == 63


def test_tile_says_in_words_what_a_committee_did():
    committees = {"bac-ninh": ("/bac-ninh/", "live"), "ca-mau": ("/ca-mau/", "silent")}

    tiles = {tile.slug: tile for tile in draw_tile_map("2021", committees).tiles}

    assert tiles["bac-ninh"].name == "Bắc Ninh: tham luận trực tiếp"
    assert tiles["ca-mau"].name == "Cà Mau: chưa có văn bản góp ý"
    assert tiles["ha-noi"].name == "Hà Nội: không thuộc diện lấy ý kiến"


def test_tile_breaks_its_name_into_two_short_lines():
    tiles = draw_tile_map("2021", {}).tiles

    assert {len(tile.lines) for tile in tiles} == {2}
    assert all(len(line.text) <= 8 for tile in tiles for line in tile.lines)


def test_key_counts_each_state_and_leaves_out_what_does_not_occur():
    committees = dict.fromkeys(slugs_on("today"), ("", "contributed")) | {"hue": ("", "live")}

    key = draw_tile_map("today", committees).key

    assert [(entry.state, entry.count) for entry in key] == [("live", 1), ("contributed", 33)]


def test_map_refuses_a_committee_it_has_no_tile_for():
    with pytest.raises(UnknownCommittee, match="bac-ninh-2025"):
        draw_tile_map("2021", {"bac-ninh-2025": ("", "live")})


def test_places_have_unique_slugs():
    assert len({slug for slug, _name in PLACES.values()}) == len(PLACES) == 64


def test_drawing_has_a_link_in_the_picture_and_one_in_the_table_twin():
    picture = draw_tile_map("2021", {"bac-ninh": ("/bac-ninh/", "live")})

    html = render_to_string("components/_tilemap.html", {"id": "m", "map": picture, "caption": "C"})

    assert html.count('href="/bac-ninh/"') == 2
    assert 'aria-label="Bắc Ninh: tham luận trực tiếp"' in html
    assert 'viewBox="-2 -2 704 1904"' in html
