"""The three layouts: the State's, the Party's of 2018 and the Party's of 2026. Every figure names its source.

The figures are those of public copies of the rules (`domain.md` C); what no copy confirms has the source UNVERIFIED.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from proceedings.exports.regulation.document import Family, Power
from proceedings.exports.regulation.looks import (
    Component,
    LayoutProfile,
    Look,
    Margins,
    Paragraphs,
    Signs,
)

DECREE_30 = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
GUIDE_36 = "Hướng dẫn 36-HD/VPTW (03/4/2018), Phụ lục 3"
GUIDE_36_PRACTICE = "Hướng dẫn 36-HD/VPTW (03/4/2018), theo bản thực hành"
GUIDE_05 = "Hướng dẫn 05-HD/VPTW (27/5/2026), theo bản sao công khai"
UNVERIFIED = "thông lệ, chưa đối chiếu với văn bản gốc"
GUIDE_05_SINCE = date(2026, 5, 27)

_POINTS_13_14 = (13, 14)
_POINTS_14_15 = (14, 15)
_ONLY_14 = (14, 14)

_STATE_LOOKS: Mapping[Component, Look] = {
    Component.NATION: Look(13, (12, 13), DECREE_30, is_bold=True, is_capitals=True),
    Component.MOTTO: Look(14, _POINTS_13_14, DECREE_30, is_bold=True),
    Component.SUPERIOR: Look(13, (12, 13), DECREE_30, is_capitals=True),
    Component.ISSUER: Look(13, (12, 13), DECREE_30, is_bold=True, is_capitals=True),
    Component.NUMBER: Look(13, (13, 13), DECREE_30),
    Component.PLACE_DATE: Look(14, _POINTS_13_14, DECREE_30, is_italic=True),
    Component.TYPE_NAME: Look(14, _POINTS_13_14, DECREE_30, is_bold=True, is_capitals=True),
    Component.SUBJECT: Look(14, _POINTS_13_14, DECREE_30, is_bold=True),
    Component.LETTER_SUBJECT: Look(13, (12, 13), DECREE_30),
    Component.ISSUED_WITH: Look(14, _POINTS_13_14, UNVERIFIED, is_italic=True),
    Component.ENACTING: Look(14, _POINTS_13_14, UNVERIFIED, is_bold=True),
    Component.PREAMBLE: Look(14, _POINTS_13_14, UNVERIFIED, is_italic=True),
    Component.BODY: Look(14, _POINTS_13_14, DECREE_30),
    Component.DIVISION: Look(14, _POINTS_13_14, DECREE_30, is_bold=True),
    Component.DIVISION_TITLE: Look(14, _POINTS_13_14, DECREE_30, is_bold=True, is_capitals=True),
    Component.SECTION: Look(14, _POINTS_13_14, DECREE_30, is_bold=True),
    Component.SECTION_TITLE: Look(14, _POINTS_13_14, DECREE_30, is_bold=True, is_capitals=True),
    Component.ARTICLE: Look(14, _POINTS_13_14, DECREE_30, is_bold=True),
    Component.CLAUSE: Look(14, _POINTS_13_14, DECREE_30),
    Component.POINT: Look(14, _POINTS_13_14, DECREE_30),
    Component.TABLE: Look(13, (12, 14), UNVERIFIED),
    Component.APPENDIX: Look(14, _POINTS_13_14, UNVERIFIED, is_bold=True),
    Component.APPENDIX_TITLE: Look(14, _POINTS_13_14, UNVERIFIED, is_bold=True, is_capitals=True),
    Component.POWER: Look(14, _POINTS_13_14, DECREE_30, is_bold=True, is_capitals=True),
    Component.POST: Look(14, _POINTS_13_14, DECREE_30, is_bold=True, is_capitals=True),
    Component.NAME: Look(14, _POINTS_13_14, DECREE_30, is_bold=True),
    Component.RECIPIENTS_HEAD: Look(12, (12, 12), DECREE_30, is_bold=True, is_italic=True),
    Component.RECIPIENTS: Look(11, (11, 11), DECREE_30),
    Component.SIGNATURE: Look(14, _POINTS_13_14, UNVERIFIED),
    Component.DRAFT_MARK: Look(13, _POINTS_13_14, UNVERIFIED, is_bold=True),
    Component.URGENCY: Look(13, _POINTS_13_14, UNVERIFIED, is_bold=True, is_capitals=True),
    Component.PAGE_NUMBER: Look(14, _POINTS_13_14, DECREE_30),
}

_PARTY_2018_LOOKS: Mapping[Component, Look] = {
    Component.NATION: Look(15, (15, 15), GUIDE_36, is_bold=True, is_capitals=True),
    Component.SUPERIOR: Look(14, _ONLY_14, GUIDE_36, is_capitals=True),
    Component.ISSUER: Look(14, _ONLY_14, GUIDE_36, is_bold=True, is_capitals=True),
    Component.NUMBER: Look(14, _ONLY_14, GUIDE_36),
    Component.PLACE_DATE: Look(14, _ONLY_14, GUIDE_36, is_italic=True),
    Component.TYPE_NAME: Look(16, (15, 16), GUIDE_36, is_bold=True, is_capitals=True),
    Component.SUBJECT: Look(15, _POINTS_14_15, GUIDE_36, is_bold=True),
    Component.LETTER_SUBJECT: Look(12, (12, 12), GUIDE_36, is_italic=True),
    Component.ISSUED_WITH: Look(14, _ONLY_14, UNVERIFIED, is_italic=True),
    Component.ENACTING: Look(14, _POINTS_14_15, UNVERIFIED, is_bold=True),
    Component.PREAMBLE: Look(14, _POINTS_14_15, UNVERIFIED, is_italic=True),
    Component.BODY: Look(14, _POINTS_14_15, GUIDE_36_PRACTICE),
    Component.DIVISION: Look(14, _POINTS_14_15, GUIDE_36_PRACTICE, is_bold=True),
    Component.DIVISION_TITLE: Look(14, _POINTS_14_15, GUIDE_36_PRACTICE, is_bold=True, is_capitals=True),
    Component.SECTION: Look(14, _POINTS_14_15, GUIDE_36_PRACTICE, is_bold=True),
    Component.SECTION_TITLE: Look(14, _POINTS_14_15, GUIDE_36_PRACTICE, is_bold=True, is_capitals=True),
    Component.ARTICLE: Look(14, _POINTS_14_15, GUIDE_36_PRACTICE, is_bold=True),
    Component.CLAUSE: Look(14, _POINTS_14_15, GUIDE_36_PRACTICE),
    Component.POINT: Look(14, _POINTS_14_15, GUIDE_36_PRACTICE),
    Component.TABLE: Look(13, (12, 15), UNVERIFIED),
    Component.APPENDIX: Look(14, _POINTS_14_15, UNVERIFIED, is_bold=True),
    Component.APPENDIX_TITLE: Look(14, _POINTS_14_15, UNVERIFIED, is_bold=True, is_capitals=True),
    Component.POWER: Look(14, _ONLY_14, GUIDE_36_PRACTICE, is_bold=True, is_capitals=True),
    Component.POST: Look(14, _ONLY_14, UNVERIFIED, is_capitals=True),
    Component.NAME: Look(14, _ONLY_14, GUIDE_36_PRACTICE, is_bold=True),
    Component.RECIPIENTS_HEAD: Look(14, _ONLY_14, UNVERIFIED, is_underlined=True),
    Component.RECIPIENTS: Look(12, (12, 12), UNVERIFIED),
    Component.SIGNATURE: Look(14, _POINTS_14_15, UNVERIFIED),
    Component.DRAFT_MARK: Look(14, _ONLY_14, UNVERIFIED, is_bold=True),
    Component.URGENCY: Look(14, _ONLY_14, UNVERIFIED, is_bold=True, is_capitals=True),
    Component.PAGE_NUMBER: Look(14, _ONLY_14, UNVERIFIED),
}


def _renewed(look: Look) -> Look:
    return look if look.source == UNVERIFIED else replace(look, source=GUIDE_05)


_PARTY_2026_LOOKS: Mapping[Component, Look] = {
    component: _renewed(look) for component, look in _PARTY_2018_LOOKS.items()
} | {
    Component.SECTION_TITLE: Look(14, _POINTS_14_15, GUIDE_05, is_bold=True),
    Component.POST: Look(14, _ONLY_14, GUIDE_05, is_capitals=True),
    Component.RECIPIENTS_HEAD: Look(14, _ONLY_14, GUIDE_05, is_underlined=True),
    Component.RECIPIENTS: Look(12, (12, 12), GUIDE_05),
    Component.URGENCY: Look(14, _ONLY_14, GUIDE_05, is_bold=True, is_capitals=True),
}

_PARTY_MARGINS = Margins(
    20,
    20,
    30,
    15,
    {"top": (20, 20), "bottom": (20, 20), "left": (30, 30), "right": (15, 15)},
    GUIDE_36_PRACTICE,
)
_PARTY_SIGNS = Signs(
    nation="ĐẢNG CỘNG SẢN VIỆT NAM",
    nation_rule=72.7,
    motto="",
    issuer_rule=0,
    issuer_sign="*",
    number="Số {number}-{symbol}",
    subject_rule=0,
    subject_sign="-----",
    letter_subject="",
    starts_lower=True,
    end=".",
    powers={Power.ON_BEHALF: "T/M", Power.FOR_CHIEF: "K/T", Power.BY_ORDER: "T/L", Power.ACTING: "Q."},
    addressee="Kính gửi",
    addressee_of_submission="Kính gửi",
    source=f"{GUIDE_36}; {GUIDE_36_PRACTICE}",
)

STATE = LayoutProfile(
    key="state-2020",
    name="Văn bản của cơ quan nhà nước",
    family=Family.STATE,
    valid_from=None,
    valid_until=None,
    margins=Margins(
        20,
        20,
        30,
        15,
        {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)},
        DECREE_30,
    ),
    paragraphs=Paragraphs(12.7, 6, DECREE_30, multiple=1.1, allowed_multiple=(1, 1.5)),
    signs=Signs(
        nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        nation_rule=60.4,
        motto="Độc lập - Tự do - Hạnh phúc",
        issuer_rule=0.42,
        issuer_sign="",
        number="Số: {number}/{symbol}",
        subject_rule=0.42,
        subject_sign="",
        letter_subject="V/v ",
        starts_lower=False,
        end="./.",
        powers={
            Power.ON_BEHALF: "TM.",
            Power.FOR_CHIEF: "KT.",
            Power.BY_ORDER: "TL.",
            Power.BY_AUTHORITY: "TUQ.",
            Power.ACTING: "Q.",
        },
        addressee="Kính gửi:",
        addressee_of_submission="Kính gửi:",
        source=DECREE_30,
    ),
    looks=_STATE_LOOKS,
    left_share=0.415,
    number_from_edge=10,
    clause_marks=("{}.",),
    source=DECREE_30,
)

PARTY_2018 = LayoutProfile(
    key="party-2018",
    name="Văn bản của Đảng (Hướng dẫn 36-HD/VPTW)",
    family=Family.PARTY,
    valid_from=None,
    valid_until=GUIDE_05_SINCE - timedelta(days=1),
    margins=_PARTY_MARGINS,
    paragraphs=Paragraphs(10, 6, GUIDE_36_PRACTICE, exact=18, allowed_exact=(18, 99)),
    signs=_PARTY_SIGNS,
    looks=_PARTY_2018_LOOKS,
    left_share=0.48,
    number_from_edge=10,
    clause_marks=("{}-", "{}."),
    source=GUIDE_36,
)

PARTY_2026 = replace(
    PARTY_2018,
    key="party-2026",
    name="Văn bản của Đảng (Hướng dẫn 05-HD/VPTW)",
    valid_from=GUIDE_05_SINCE,
    valid_until=None,
    margins=replace(_PARTY_MARGINS, source=GUIDE_05, may_mirror=True),
    paragraphs=Paragraphs(10, 6, GUIDE_05, exact=20, allowed_exact=(18, 22)),
    signs=replace(
        _PARTY_SIGNS, letter_subject="về việc ", addressee_of_submission="Kính trình", source=GUIDE_05
    ),
    looks=_PARTY_2026_LOOKS,
    clause_marks=("{}.",),
    source=GUIDE_05,
)

PROFILES = (STATE, PARTY_2018, PARTY_2026)


def profile_for(family: Family | str, dated_on: date | None) -> LayoutProfile:
    """The layout of a document by its family and its own date; one without a date is yet to be issued: the newest.

    Documents older than the rules we know are printed by the oldest of their family. Raises ValueError on an
    unknown family.
    """
    known = [profile for profile in PROFILES if profile.family is Family(family)]
    if dated_on is None:
        return known[-1]
    return next(p for p in known if p.valid_until is None or dated_on <= p.valid_until)
