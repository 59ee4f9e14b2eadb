"""Which font prints: the setting, then what is installed, then a last resort; never a silent choice."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from django.utils.translation import gettext as _

from proceedings.exports.opentype import Face, NotAFont, read_face

SYSTEM_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
    Path("/System/Library/Fonts/Supplemental"),
    Path("/Library/Fonts"),
    Path.home() / "Library/Fonts",
    Path("C:/Windows/Fonts"),
)
INSTALLED_FAMILIES = ("Liberation Serif", "Times New Roman")
_FILE_NAMES = ("LiberationSerif-*.ttf", "times*.ttf", "Times New Roman*.ttf", "Times_New_Roman*.ttf")
LAST_RESORT_PACKAGE = "font_source_serif_pro"
_LAST_RESORT_FILES = ("SourceSerifPro-Regular.ttf", "SourceSerifPro-Bold.ttf")
_REGULAR, _BOLD = 400, 700
_VOWELS, _TONES = "aăâeêioôơuưy", "\u0300\u0301\u0303\u0309\u0323"


class Origin(StrEnum):
    """Why a font was chosen."""

    SETTING = "setting"
    INSTALLED = "installed"
    LAST_RESORT = "last_resort"


class NoUsableFont(RuntimeError):
    """No font with all Vietnamese letters can be had; the message says what to do."""


@dataclass(frozen=True, slots=True)
class FontChoice:
    """The font that prints, and how it came to be chosen. A style that is absent is never asked for."""

    regular: Face
    bold: Face
    italic: Face | None
    bold_italic: Face | None
    origin: Origin

    @property
    def family(self) -> str:
        """The name that the document asks for."""
        return self.regular.family

    @property
    def has_italics(self) -> bool:
        """Whether slanted text may be asked for."""
        return self.italic is not None and self.bold_italic is not None

    @property
    def files(self) -> tuple[Path, ...]:
        """The font files, regular first."""
        faces = (self.regular, self.bold, self.italic, self.bold_italic)
        return tuple(face.path for face in faces if face)

    @property
    def letters(self) -> frozenset[int]:
        """The code points that every style draws."""
        faces = [face for face in (self.regular, self.bold, self.italic, self.bold_italic) if face]
        return frozenset.intersection(*(face.letters for face in faces))


@cache
def vietnamese_letters() -> frozenset[int]:
    """Every letter of Vietnamese in both cases and all tones, digits, and the marks of its typography."""
    toned = (unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in ("", *_TONES))
    lower = "".join(toned) + "đbcdfghjklmnpqrstvwxz"
    return frozenset(map(ord, lower + lower.upper() + "0123456789.,;:!?()[]/-–—“”‘’…%+•§«»"))


def find_fonts(
    configured: Path | None = None,
    *,
    folders: Sequence[Path] = SYSTEM_FOLDERS,
    families: Sequence[str] = INSTALLED_FAMILIES,
    allow_last_resort: bool = True,
) -> FontChoice:
    """Choose the font for print.

    A configured folder decides alone: when it holds no complete family that is an error, no reason to look
    elsewhere. Without one the installed Liberation Serif or Times New Roman is taken, and last the package
    `font-source-serif-pro`, which has no Vietnamese italics. Raises NoUsableFont.
    """
    if configured is not None:
        return _from_setting(configured)
    installed = list(_faces(_installed_files(folders)))
    for family in families:
        if choice := _complete(installed, family, Origin.INSTALLED):
            return choice
    if allow_last_resort and (choice := _last_resort()):
        return choice
    raise NoUsableFont(
        _(
            "Không có phông chữ nào đủ chữ tiếng Việt để in. Hãy cài gói fonts-liberation2 (Debian), "
            "hoặc chỉ thư mục phông chữ trong cấu hình. Dữ liệu không bị ảnh hưởng."
        )
    )


def missing_letters(face: Face) -> str:
    """The Vietnamese letters that a face cannot draw, in code point order; empty when it is complete."""
    return "".join(map(chr, sorted(vietnamese_letters() - face.letters)))


def _from_setting(folder: Path) -> FontChoice:
    found = list(_faces(sorted(path for path in folder.glob("*") if path.suffix.lower() in (".ttf", ".otf"))))
    for family in sorted({face.family for face in found}):
        if choice := _complete(found, family, Origin.SETTING):
            return choice
    raise NoUsableFont(
        _(
            "Thư mục phông chữ %(folder)s không có bộ chữ nào đủ chữ tiếng Việt ở kiểu đứng và kiểu đậm. "
            "Hãy kiểm tra lại cấu hình. Dữ liệu không bị ảnh hưởng."
        )
        % {"folder": folder}
    )


def _installed_files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for pattern in _FILE_NAMES:
            yield from sorted(folder.rglob(pattern))


def _faces(paths: Iterable[Path]) -> Iterator[Face]:
    for path in paths:
        try:
            yield read_face(path)
        except (NotAFont, OSError):
            continue


def _complete(faces: Iterable[Face], family: str, origin: Origin) -> FontChoice | None:
    """The family's styles, each the first face with all of Vietnamese; None without upright and bold."""
    styles: dict[tuple[int, bool], Face] = {}
    for face in faces:
        if face.family == family and not missing_letters(face):
            styles.setdefault((face.weight, face.is_italic), face)
    regular, bold = styles.get((_REGULAR, False)), styles.get((_BOLD, False))
    if regular is None or bold is None:
        return None
    return FontChoice(regular, bold, styles.get((_REGULAR, True)), styles.get((_BOLD, True)), origin)


def _last_resort() -> FontChoice | None:
    package = find_spec(LAST_RESORT_PACKAGE)
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent / "files"
    faces = list(_faces(folder / name for name in _LAST_RESORT_FILES))
    return _complete(faces, faces[0].family, Origin.LAST_RESORT) if faces else None
