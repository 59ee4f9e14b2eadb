"""Tables of contributions for tests, as sheets and as workbooks."""

from submissions.readers.document import Sheet
from tests.submissions.readers.workbooks import written

HEADINGS = ("STT", "Cấp ủy", "Số, ký hiệu", "Ngày văn bản", "Trích yếu", "Nội dung")


def row(number, committee="Tỉnh ủy Bắc Ninh", **fields):
    """A row under ``HEADINGS``."""
    given = {
        "symbol": f"{number}-CV/TU",
        "day": "03/9/2021",
        "title": f"Góp ý lần {number}",
        "text": f"VĂN BẢN MẪU số {number}",
        **fields,
    }
    return (
        str(number),
        committee,
        given["symbol"],
        given["day"],
        given["title"],
        f"Nội dung. {given['text']}",
    )


def sheet(*rows, headings=HEADINGS, above=(), name="Góp ý"):
    """A sheet with titles above, a heading, and rows."""
    return Sheet(name, tuple(map(tuple, (*above, headings, *rows))))


def workbook(count, *, headings=HEADINGS, committee="Tỉnh ủy Bắc Ninh"):
    """The bytes of a workbook with so many rows."""
    return written([headings, *(row(number, committee) for number in range(1, count + 1))])
