import hashlib

import pytest
from django.http import Http404

from proceedings.publishing.assets import public_assets, serve_asset


@pytest.mark.parametrize("role", ["stylesheet", "icon"])
def test_asset_is_named_by_its_bytes(role):
    asset = public_assets()[role]

    assert hashlib.sha256(asset.body).hexdigest()[:16] in asset.path


@pytest.mark.parametrize("role", ["stylesheet", "icon"])
def test_asset_is_served_for_ever(rf, role):
    asset = public_assets()[role]

    response = serve_asset(rf.get(asset.path), name=asset.path.removeprefix("/assets/"))

    assert response.content == asset.body
    assert response.headers["Content-Type"] == asset.media_type
    assert "immutable" in response.headers["Cache-Control"]


def test_asset_of_another_name_is_not_found(rf):
    with pytest.raises(Http404):
        serve_asset(rf.get("/assets/site-0.css"), name="site-0.css")


def test_asset_is_only_read(rf):
    assert serve_asset(rf.post("/assets/site-0.css"), name="site-0.css").status_code == 405
