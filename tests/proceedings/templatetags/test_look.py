import pytest
from django.template import Context, Template

from proceedings.publishing.assets import public_assets


@pytest.mark.parametrize(("tag", "role"), [("stylesheet_url", "stylesheet"), ("icon_url", "icon")])
def test_page_links_the_assets_of_today(tag, role):
    page = Template(f"{{% load look %}}{{% {tag} %}}")

    assert page.render(Context()) == public_assets()[role].path


@pytest.mark.parametrize("tag", ["stylesheet_url", "icon_url"])
def test_frozen_page_brings_its_own_addresses(tag):
    page = Template(f"{{% load look %}}{{% {tag} %}}")

    assert page.render(Context({tag: "../own"})) == "../own"
