"""The regions of the country: six at the time of the 63 provinces, six others since the 34."""

import datetime
from collections.abc import Mapping

#: The day on which the provinces of today began, and with them the regions of Resolution 306/NQ-CP.
NEW_MAP = datetime.date(2025, 7, 1)

#: Committees that were not merged carry the region of today; before the new map theirs had another name.
BEFORE: Mapping[str, str] = {"Bắc Trung Bộ": "Bắc Trung Bộ và Duyên hải miền Trung"}

#: From north to south, the regions of both times.
NORTH_TO_SOUTH = (
    "Trung du và miền núi phía Bắc",
    "Đồng bằng sông Hồng",
    "Bắc Trung Bộ",
    "Bắc Trung Bộ và Duyên hải miền Trung",
    "Duyên hải Nam Trung Bộ và Tây Nguyên",
    "Tây Nguyên",
    "Đông Nam Bộ",
    "Đồng bằng sông Cửu Long",
)


def region_on(region: str, day: datetime.date | None) -> str:
    """Return what a committee's region was called on a day (today where there is none): domain notes, E."""
    return BEFORE.get(region, region) if day and day < NEW_MAP else region


def southward(region: str) -> tuple[int, str]:
    """Return the key that sorts regions from north to south; one that is not known comes last."""
    known = region in NORTH_TO_SOUTH
    return NORTH_TO_SOUTH.index(region) if known else len(NORTH_TO_SOUTH), region
