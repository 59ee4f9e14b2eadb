import json

import pytest
from django.core.management import CommandError, call_command

from tests.submissions.documents import docx, level, listed, numbering, table, write, zipped

NODE = {"path", "kind", "label", "heading", "text", "start", "end", "confidence", "children"}
DECISION = (
    "QUYẾT ĐỊNH",
    "Về việc ban hành Quy chế mẫu",
    "Căn cứ Luật Tổ chức;",
    "Điều 1. Ban hành kèm theo Quyết định này Quy chế mẫu.",
    "Điều 3. Thi hành.",
    "CHỦ TỊCH",
    "QUY CHẾ MẪU",
    "(Ban hành kèm theo Quyết định số 01/QĐ-UBND)",
    "Chương I",
    "QUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi",
    "1. Quy chế này quy định:",
    "a) Một việc;",
    "b) Hai việc.",
    table(["Đơn vị", "Số lượng"], ["Sở Tài chính", "2"]),
    "Điều 2. Hiệu lực",
)


@pytest.fixture
def outline(capsys):
    """Run the command with --json and return its answer, and the words of its refusal."""

    def run(*arguments):
        words = ""
        try:
            call_command("outline", *map(str, arguments), "--json")
        except CommandError as refusal:
            words = str(refusal)
        printed = capsys.readouterr().out
        return json.loads(printed) if printed else None, words

    return run


def walk(nodes):
    for node in nodes:
        yield node
        yield from walk(node["children"])


def test_a_decision_and_its_regulation_are_two_trees(outline, tmp_path):
    path = write(tmp_path, "qd.docx", docx(*DECISION))

    answer, refusal = outline(path)

    assert refusal == ""
    assert answer["file"] == str(path)
    assert [text["title"] for text in answer["texts"]] == [
        "QUYẾT ĐỊNH Về việc ban hành Quy chế mẫu",
        "QUY CHẾ MẪU",
    ]
    nodes = [node for text in answer["texts"] for node in walk(text["nodes"])]
    assert all(node.keys() >= NODE for node in nodes)
    assert [node["path"] for node in nodes if node["kind"] not in ("text", "khoan", "diem")] == [
        "dieu-1", "dieu-3", "chuong-1", "dieu-1", "dieu-2",
    ]  # fmt: skip
    assert [node["label"] for node in nodes if node["kind"] == "diem"] == ["a", "b"]
    assert [node["text"] for node in nodes if node["role"] == "table"] == [
        "Đơn vị\tSố lượng\nSở Tài chính\t2\n"
    ]
    assert any("Điều 3" in warning for warning in answer["warnings"])


def test_the_leaves_are_the_paragraphs(outline, tmp_path, capsys):
    path = write(tmp_path, "qd.docx", docx(*DECISION))

    answer, _ = outline(path)
    call_command("read_document", str(path), "--json")

    (entry,) = json.loads(capsys.readouterr().out)
    leaves = [node for text in answer["texts"] for node in walk(text["nodes"]) if not node["children"]]
    assert "".join(leaf["text"] for leaf in leaves) == "\n".join(entry["paragraphs"])
    assert [leaf["start"] for leaf in leaves[1:]] == [leaf["end"] for leaf in leaves[:-1]]


def test_numbers_that_word_makes_are_read(outline, tmp_path):
    parts = numbering({0: [level(0, "decimal", "Điều %1."), level(1, "decimal", "%2.")]}, {1: (0, "")})
    body = (listed("Phạm vi", 1), listed("Một.", 1, 1), listed("Hai.", 1, 1), listed("Đối tượng", 1))
    path = write(tmp_path, "tu-dong.docx", docx(*body, parts={"word/numbering.xml": parts}))

    answer, _ = outline(path)

    units = [node["path"] for node in walk(answer["texts"][0]["nodes"]) if node["kind"] != "text"]
    assert units == ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-2"]


def test_the_tree_is_shown_to_people(tmp_path, capsys):
    path = write(tmp_path, "qd.docx", docx(*DECISION))

    call_command("outline", str(path))

    shown = capsys.readouterr().out
    assert "■ QUY CHẾ MẪU" in shown
    assert "  Chương I QUY ĐỊNH CHUNG  [chuong-1]\n    Điều 1. Phạm vi  [dieu-1]" in shown
    assert "Lưu ý: Điều 3: số thứ tự không liên tục, thiếu 2." in shown


def test_a_file_without_articles_is_kept_and_said(outline, tmp_path):
    path = write(tmp_path, "cv.txt", "Kính gửi: Ban Tổ chức\nCơ bản nhất trí.\n".encode())

    answer, refusal = outline(path)

    assert refusal == ""
    assert [node["kind"] for node in answer["texts"][0]["nodes"]] == ["text", "text"]
    assert any("Không tìm thấy Điều nào" in warning for warning in answer["warnings"])


@pytest.mark.parametrize(
    ("name", "content"),
    [("hong.docx", b"PK\x03\x04 nothing"), ("rong.txt", b"")],
)
def test_a_file_that_is_not_read_is_refused_with_the_reason(outline, tmp_path, name, content):
    answer, refusal = outline(write(tmp_path, name, content))

    assert answer["texts"] == []
    assert answer["warnings"][0]
    assert answer["warnings"][0] in refusal


def test_nothing_a_folder_and_an_archive_are_refused(outline, tmp_path):
    archive = write(tmp_path, "goi.zip", zipped({"a.txt": "Điều 1. A".encode()}))

    assert "giải nén" in outline(archive)[1]
    assert "Không tìm thấy tệp" in outline(tmp_path / "khong-co.docx")[1]
    assert "thư mục" in outline(tmp_path)[1]
