import pytest

from submissions.readers.spreadsheets import read


@pytest.fixture
def opened(tmp_path):
    """Read the bytes of a workbook."""

    def read_bytes(content):
        path = tmp_path / "a.xlsx"
        path.write_bytes(content)
        return read(path, tmp_path)

    return read_bytes


@pytest.fixture
def rows_of(opened):
    """Read the bytes of a workbook of one sheet; return its rows as lists."""

    def rows(content):
        return [list(row) for row in opened(content).sheets[0].rows]

    return rows
