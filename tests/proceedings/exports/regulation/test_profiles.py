"""The layout is chosen by family and date, every figure keeps to its source, and the families never mix."""

from datetime import date

import pytest

from proceedings.exports.regulation.document import Family, Power
from proceedings.exports.regulation.looks import Component
from proceedings.exports.regulation.profiles import PARTY_2018, PARTY_2026, PROFILES, STATE, profile_for

PARTY = (PARTY_2018, PARTY_2026)


@pytest.mark.parametrize(
    ("family", "dated_on", "profile"),
    [
        (Family.STATE, date(2021, 9, 7), STATE),
        ("state", None, STATE),
        ("party", date(2018, 4, 3), PARTY_2018),
        ("party", date(2011, 1, 1), PARTY_2018),
        ("party", date(2026, 5, 26), PARTY_2018),
        ("party", date(2026, 5, 27), PARTY_2026),
        (Family.PARTY, None, PARTY_2026),
    ],
)
def test_profile_is_chosen_by_family_and_date(family, dated_on, profile):
    assert profile_for(family, dated_on) is profile


def test_profile_of_an_unknown_family_is_refused():
    with pytest.raises(ValueError, match="church"):
        profile_for("church", None)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.key)
def test_every_figure_keeps_to_its_source(profile):
    margins, paragraphs = profile.margins, profile.paragraphs
    sides = {side: getattr(margins, side) for side in ("top", "bottom", "left", "right")}

    for component, look in profile.looks.items():
        assert look.source
        assert look.allowed[0] <= look.size <= look.allowed[1], component
    for side, width in sides.items():
        assert margins.allowed[side][0] <= width <= margins.allowed[side][1]
    assert margins.source
    assert paragraphs.source
    assert paragraphs.between >= 6
    if paragraphs.exact:
        assert paragraphs.allowed_exact[0] <= paragraphs.exact <= paragraphs.allowed_exact[1]
    else:
        assert paragraphs.allowed_multiple[0] <= paragraphs.multiple <= paragraphs.allowed_multiple[1]


def test_every_component_has_a_look_but_the_motto_in_the_party():
    assert set(STATE.looks) == set(Component)
    assert {frozenset(profile.looks) for profile in PARTY} == {frozenset(Component) - {Component.MOTTO}}


def test_signs_of_the_state():
    signs = STATE.signs

    assert (signs.nation, signs.motto) == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    )
    assert list(signs.powers.values()) == ["TM.", "KT.", "TL.", "TUQ.", "Q."]
    assert (signs.end, signs.issuer_sign, signs.subject_sign, signs.letter_subject) == ("./.", "", "", "V/v ")
    assert 1 / 3 <= signs.issuer_rule <= 1 / 2
    assert 1 / 3 <= signs.subject_rule <= 1 / 2


@pytest.mark.parametrize("profile", PARTY, ids=lambda profile: profile.key)
def test_signs_of_the_party(profile):
    signs = profile.signs

    assert (signs.nation, signs.motto) == ("ĐẢNG CỘNG SẢN VIỆT NAM", "")
    assert list(signs.powers.values()) == ["T/M", "K/T", "T/L", "Q."]
    assert (signs.end, signs.issuer_sign, signs.subject_sign) == (".", "*", "-----")
    assert (signs.issuer_rule, signs.subject_rule) == (0, 0)
    assert Power.BY_AUTHORITY not in signs.powers


def test_what_changed_in_the_party_on_27_may_2026():
    assert (PARTY_2018.paragraphs.exact, PARTY_2026.paragraphs.exact) == (18, 20)
    assert (PARTY_2018.signs.letter_subject, PARTY_2026.signs.letter_subject) == ("", "về việc ")
    assert PARTY_2018.signs.addressee_of_submission == "Kính gửi"
    assert PARTY_2026.signs.addressee_of_submission == "Kính trình"
    assert (PARTY_2018.margins.may_mirror, PARTY_2026.margins.may_mirror) == (False, True)
    assert PARTY_2018.looks[Component.SECTION_TITLE].is_capitals
    assert not PARTY_2026.looks[Component.SECTION_TITLE].is_capitals
    assert (PARTY_2018.clause_marks, PARTY_2026.clause_marks) == (("{}-", "{}."), ("{}.",))
