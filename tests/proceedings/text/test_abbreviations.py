from proceedings.text.abbreviations import EXPANSIONS, MEANINGS, SHORT_FORMS


def test_expansions_are_folded():
    assert EXPANSIONS["ducatw"] == ("dang", "uy", "cong", "an", "trung", "uong")


def test_meanings_are_pairs_and_never_expansions_too():
    assert all(len(meaning) == 2 for meanings in MEANINGS.values() for meaning in meanings)
    assert not MEANINGS.keys() & EXPANSIONS.keys()


def test_short_forms_lead_back_from_a_meaning():
    assert SHORT_FORMS["tinh", "uy"] == SHORT_FORMS["thanh", "uy"] == ("tu",)
    assert SHORT_FORMS["qui", "dinh"] == ("qd", "qid")
