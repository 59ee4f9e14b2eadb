import pytest

from submissions.readers import delimited
from submissions.readers.document import ParagraphKind, Problem
from submissions.readers.failure import Unreadable
from tests.submissions.documents import write

ROWS = (
    ("Số", "Cấp ủy", "Trích yếu"),
    ("1", "Tỉnh ủy Mẫu", 'góp ý "Quy định", lần 1'),
    ("2", "Thành ủy Mẫu", ""),
)


def read(tmp_path, content):
    return delimited.read(write(tmp_path, "bang.csv", content), tmp_path)


def written(delimiter):
    return "\r\n".join(
        delimiter.join(f'"{value.replace(chr(34), chr(34) * 2)}"' if value else "" for value in row)
        for row in ROWS
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_one_sheet_and_a_paragraph_for_each_row(tmp_path, delimiter, encoding):
    document = read(tmp_path, written(delimiter).encode(encoding))

    assert [sheet.rows for sheet in document.sheets] == [ROWS]
    assert [(each.text, each.kind) for each in document.paragraphs] == [
        ("\t".join(row).rstrip(), ParagraphKind.ROW) for row in ROWS
    ]


def test_values_in_a_legacy_encoding_are_repaired(tmp_path):
    document = read(
        tmp_path, "STT;TØnh ñy;Néi dung gãp ý vÒ dù th¶o\n1;B¾c Ninh;nhÊt trÝ víi dù th¶o\n".encode("cp1252")
    )

    assert document.sheets[0].rows[1] == ("1", "Bắc Ninh", "nhất trí với dự thảo")


def test_a_formula_stays_text(tmp_path):
    assert read(tmp_path, "a,b,c\n=1+1,@SUM(A1),-2\n").sheets[0].rows[1] == ("=1+1", "@SUM(A1)", "-2")


@pytest.mark.parametrize(
    "content", ["a,b,c\n" * 50_001, ",".join("x" * 201) + "\n", f"a,{'x' * 1_000_001},c\n" * 3]
)
def test_a_table_without_end_is_refused(tmp_path, content):
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, content)

    assert caught.value.problem in (Problem.TOO_LONG, Problem.DAMAGED)
