"""Which font prints, and that it is never a silent choice."""

import shutil

import pytest

from proceedings.exports import fonts
from proceedings.exports.fonts import NoUsableFont, Origin, find_fonts, missing_letters, vietnamese_letters
from proceedings.exports.opentype import NotAFont, read_face

try:
    INSTALLED = find_fonts(allow_last_resort=False)
except NoUsableFont:
    INSTALLED = None
needs_installed = pytest.mark.skipif(
    INSTALLED is None, reason="no Liberation Serif or Times New Roman is installed"
)


def test_vietnamese_letters_are_all_of_them():
    letters = vietnamese_letters()

    assert {ord(char) for char in "ăâđêôơưẫặỗữỵẴẨỘỰĐ"} <= letters
    assert sum(chr(point).isalpha() for point in letters) == 2 * (12 * 6 + 1 + 20)


@needs_installed
def test_find_fonts_takes_what_is_installed():
    assert INSTALLED.origin is Origin.INSTALLED
    assert INSTALLED.has_italics
    assert len(INSTALLED.files) == 4
    assert vietnamese_letters() <= INSTALLED.letters


@needs_installed
def test_find_fonts_obeys_the_setting(tmp_path):
    for file in INSTALLED.files[:2]:
        shutil.copy(file, tmp_path)

    choice = find_fonts(tmp_path)

    assert choice.origin is Origin.SETTING
    assert not choice.has_italics
    assert [file.parent for file in choice.files] == [tmp_path] * 2


def test_find_fonts_refuses_a_setting_without_fonts(tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 not a font")

    with pytest.raises(NoUsableFont, match="không có bộ chữ nào"):
        find_fonts(tmp_path)


def test_find_fonts_refuses_a_setting_that_is_no_folder(tmp_path):
    with pytest.raises(NoUsableFont):
        find_fonts(tmp_path / "absent")


def test_find_fonts_says_what_to_install_when_there_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "LAST_RESORT_PACKAGE", "no_such_font_package")

    with pytest.raises(NoUsableFont, match="fonts-liberation2"):
        find_fonts(folders=[tmp_path])


@needs_installed
def test_find_fonts_last_resort_never_has_italics(tmp_path, monkeypatch):
    files = tmp_path / "font_of_last_resort" / "files"
    files.mkdir(parents=True)
    (files.parent / "__init__.py").touch()
    for source, name in zip(
        INSTALLED.files, ("SourceSerifPro-Regular.ttf", "SourceSerifPro-Bold.ttf"), strict=False
    ):
        shutil.copy(source, files / name)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(fonts, "LAST_RESORT_PACKAGE", "font_of_last_resort")

    choice = find_fonts(folders=[])

    assert choice.origin is Origin.LAST_RESORT
    assert not choice.has_italics


@needs_installed
def test_missing_letters_of_a_complete_face_are_none():
    assert missing_letters(INSTALLED.regular) == ""


@needs_installed
def test_read_face_knows_family_and_style():
    bold_italic = read_face(INSTALLED.bold_italic.path)

    assert bold_italic.family == INSTALLED.family
    assert (bold_italic.weight, bold_italic.is_italic) == (700, True)


@pytest.mark.parametrize("content", [b"", b"\0" * 11, b"OTTO" + b"\xff" * 400])
def test_read_face_refuses_what_is_no_font(tmp_path, content):
    path = tmp_path / "x.ttf"
    path.write_bytes(content)

    with pytest.raises(NotAFont):
        read_face(path)
