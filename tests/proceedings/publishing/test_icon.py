import hashlib

from proceedings.publishing.assets import assets
from proceedings.publishing.icon import icon, icon_path


def test_icon_is_named_by_its_bytes():
    assert icon_path() == f"/assets/icon-{hashlib.sha256(icon().encode()).hexdigest()[:16]}.svg"


def test_icon_is_among_the_assets_an_edition_keeps():
    assert (icon_path(), "image/svg+xml") in [(path, media_type) for path, media_type, _bytes in assets()]


def test_icon_holds_neither_script_nor_style():
    assert "<script" not in icon()
    assert "style" not in icon()
