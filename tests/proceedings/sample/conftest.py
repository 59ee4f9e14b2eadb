"""The report of the workshop, and the sample that is written around it."""

from pathlib import Path

import pytest

from proceedings.sample.compose import contributions

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.fixture(scope="session")
def article():
    path = SHARED / "workshop-2021-09-07.article.txt"
    if not path.exists():
        pytest.skip(f"the report of the workshop is not here: {path}")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def samples():
    return contributions()
