"""Screening runs without Django and without a database; only its words know gettext."""

import subprocess
import sys
from pathlib import Path

import submissions.screening as room

MODULES = sorted(path.stem for path in Path(room.__file__).parent.glob("*.py") if path.stem != "words")


def test_screening_is_free_of_django():
    imports = [f"import submissions.screening.{name}" for name in MODULES if name != "__init__"]
    check = "import sys; assert not {name.split('.')[0] for name in sys.modules} & {'django', 'psycopg'}"

    subprocess.run([sys.executable, "-c", "; ".join([*imports, check])], check=True)


def test_words_are_the_only_ones_with_gettext():
    with_words = [
        name for name in MODULES if "gettext" in (Path(room.__file__).parent / f"{name}.py").read_text()
    ]

    assert with_words == []
