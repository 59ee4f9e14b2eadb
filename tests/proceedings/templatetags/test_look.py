import pytest
from django.template import Context, Template

from proceedings.publishing.icon import icon_path
from proceedings.publishing.stylesheet import desk_stylesheet_path, draft_stylesheet_path, stylesheet_path


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ("stylesheet_url", stylesheet_path),
        ("draft_stylesheet_url", draft_stylesheet_path),
        ("desk_stylesheet_url", desk_stylesheet_path),
        ("icon_url", icon_path),
    ],
)
def test_page_links_the_assets_of_today(tag, path):
    page = Template(f"{{% load look %}}{{% {tag} %}}")

    assert page.render(Context()) == path()


@pytest.mark.parametrize("tag", ["stylesheet_url", "draft_stylesheet_url", "desk_stylesheet_url", "icon_url"])
def test_frozen_page_brings_its_own_addresses(tag):
    page = Template(f"{{% load look %}}{{% {tag} %}}")

    assert page.render(Context({tag: "../own"})) == "../own"
