"""The stylesheets of every page, of drafts and of the workbench, put together from their parts without a build step."""

import hashlib
import re
from functools import cache
from pathlib import Path

from django.conf import settings

# Order matters in CSS: tokens first, then what everything rests on, then the components, the pages, print last.
FIRST = ("tokens.css", "base.css", "layout.css")
LAST = ("pages.css", "print.css")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND_MARKS = re.compile(r" ?([{};,]) ?")


@cache
def stylesheet() -> bytes:
    """The whole stylesheet as served: the parts in order, without comments and needless blanks, UTF-8."""
    return compact("\n".join(path.read_text(encoding="utf-8") for path in stylesheet_parts())).encode()


@cache
def stylesheet_path() -> str:
    """Where the stylesheet is served: its name holds its hash, so the answer may be kept for ever."""
    digest = hashlib.sha256(stylesheet()).hexdigest()
    return f"/assets/site-{digest[:16]}.css"


@cache
def draft_stylesheet() -> bytes:
    """What only drafts and redlines wear, linked after the other, which every first view carries."""
    return _joined("drafts")


@cache
def draft_stylesheet_path() -> str:
    """Where the stylesheet of drafts is served."""
    digest = hashlib.sha256(draft_stylesheet()).hexdigest()
    return f"/assets/drafts-{digest[:16]}.css"


@cache
def desk_stylesheet() -> bytes:
    """What only the workbench for drafts wears, linked by the pages of staff."""
    return _joined("desk")


@cache
def desk_stylesheet_path() -> str:
    """Where the stylesheet of the workbench is served."""
    digest = hashlib.sha256(desk_stylesheet()).hexdigest()
    return f"/assets/desk-{digest[:16]}.css"


def stylesheet_parts() -> tuple[Path, ...]:
    """The source files in the order they are joined; every file in `components/` is one of them."""
    folder = Path(settings.BASE_DIR) / "static" / "css"
    components = sorted((folder / "components").glob("*.css"))
    return (*(folder / name for name in FIRST), *components, *(folder / name for name in LAST))


def _joined(folder: str) -> bytes:
    """The components of a folder, then what its pages alone have, in the file of its name."""
    css = Path(settings.BASE_DIR) / "static" / "css"
    parts = [*sorted((css / folder).glob("*.css")), *css.glob(f"{folder}.css")]
    return compact("\n".join(path.read_text(encoding="utf-8") for path in parts)).encode()


def compact(css: str) -> str:
    """Strip comments and white space that CSS does not need; our strings hold neither `/*` nor `: `."""
    without_space = _SPACE.sub(" ", _COMMENT.sub("", css))
    return _AROUND_MARKS.sub(r"\1", without_space).replace(": ", ":").replace(";}", "}").strip()
