"""What a deployment is told of the programs that read untrusted files."""

import pytest

from submissions import checks
from submissions.jail import convert, isolation
from submissions.readers import ocr


@pytest.fixture
def nothing_installed(monkeypatch, tmp_path):
    """A machine without LibreOffice, Tesseract or bubblewrap."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(convert, "_PLACES", ())
    for asked in (convert.has_walls, ocr.available, isolation.isolation):
        if hasattr(asked, "cache_clear"):
            asked.cache_clear()
    yield
    for asked in (convert.has_walls, ocr.available, isolation.isolation):
        if hasattr(asked, "cache_clear"):
            asked.cache_clear()


def test_a_machine_without_the_programs_is_told_what_waits(nothing_installed):
    told = {message.id: message for message in checks.check_programs(None)}

    assert set(told) == {"kyyeu.I010", "kyyeu.I011"}
    assert all("system-packages intake" in message.hint for message in told.values())


def test_a_machine_that_isolates_readers_is_told_nothing_grave():
    assert "kyyeu.W008" not in {message.id for message in checks.check_isolation(None)}
