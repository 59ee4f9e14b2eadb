import pytest
from django.conf import settings

from proceedings.publishing.specimens import GROUPS
from proceedings.publishing.styleguide import styleguide

PARTIALS = settings.BASE_DIR / "templates" / "components"
STYLES = settings.BASE_DIR / "static" / "css"
SPECIMENS = {specimen.name: specimen for group in GROUPS for specimen in group.specimens}
# Files that serve no single partial: what all pictures share, the guide's own page, the screens of the workbench.
SHARED_STYLES = {"answer", "groups", "ledger", "picture", "split", "styleguide"}


def partials():
    return {path.stem.removeprefix("_") for path in PARTIALS.glob("_*.html")}


def test_styleguide_shows_every_component():
    assert set(SPECIMENS) == partials()


def test_every_component_has_its_styles_or_a_reason():
    styled = {
        path.stem for room in ("components", "drafts", "desk") for path in (STYLES / room).glob("*.css")
    } - SHARED_STYLES

    assert styled == {name for name, specimen in SPECIMENS.items() if not specimen.no_css}


@pytest.mark.parametrize("specimen", SPECIMENS.values(), ids=SPECIMENS)
def test_specimen_renders_in_every_state(specimen):
    assert specimen.examples
    assert specimen.keyboard
    assert specimen.printed
    assert all(state.html.strip() or state.name == "none" for state in specimen.states)


def test_styleguide_marks_its_invented_text(rf):
    html = styleguide(rf.get("/styleguide/")).content.decode()

    assert "VĂN BẢN MẪU" in html
    assert html.index("VĂN BẢN MẪU") < html.index('id="reading"')


@pytest.mark.parametrize(
    ("query", "opening"),
    [
        ("", '<html lang="vi">'),
        ("?theme=dark", '<html lang="vi" data-theme="dark">'),
        ("?theme=light", '<html lang="vi" data-theme="light">'),
        ('?theme="><script>', '<html lang="vi">'),
    ],
)
def test_styleguide_holds_the_theme_asked_for(rf, query, opening):
    assert opening in styleguide(rf.get(f"/styleguide/{query}")).content.decode()


def test_styleguide_only_reads(rf):
    assert styleguide(rf.post("/styleguide/")).status_code == 405


def test_styleguide_uses_no_id_twice(rf):
    html = styleguide(rf.get("/styleguide/")).content.decode()
    ids = [part.split('"', 1)[0] for part in html.split(' id="')[1:]]

    assert sorted({name for name in ids if ids.count(name) > 1}) == []


def test_field_tells_the_control_which_help_and_error_are_its_own():
    wrong = {state.name: state.html for state in SPECIMENS["field"].states}["with an error"]

    assert 'aria-invalid="true"' in wrong
    assert 'aria-describedby="sample_wrong_title_helptext sample_wrong_title_error"' in wrong
    assert 'id="sample_wrong_title_helptext"' in wrong
    assert 'id="sample_wrong_title_error"' in wrong


def test_usage_names_the_partial_and_its_parameters():
    assert (
        SPECIMENS["breadcrumb"].usage == '{% include "components/_breadcrumb.html" with items=items only %}'
    )
    assert SPECIMENS["mark"].usage == '{% include "components/_mark.html" only %}'
