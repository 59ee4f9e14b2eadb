import json

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from proceedings.models import ConsultedText, Draft
from proceedings.operations import consulted_texts
from proceedings.queries.integrity import verify_all
from submissions.draft_files import read_draft_file, start_draft
from tests.submissions import real_files

pytestmark = pytest.mark.django_db

REGULATION = """QUY ĐỊNH MẪU
về phối hợp
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy định này quy định về phối hợp.
Điều 2. Nguyên tắc
1. Tuân thủ pháp luật.
2. Kịp thời.
"""


@pytest.fixture
def file(tmp_path):
    """A regulation as a plain file."""
    path = tmp_path / "Dự thảo.txt"
    path.write_text(REGULATION, encoding="utf-8")
    return path


@pytest.fixture
def issue(workshop, capsys):
    """Run the command; return what it printed as JSON."""

    def run(*arguments):
        call_command("issue_draft", workshop.slug, *map(str, arguments), "--json")
        return json.loads(capsys.readouterr().out)

    return run


def test_a_file_becomes_the_first_draft_of_a_text_named_after_it(issue, file):
    answer = issue(file, "--note", "Gửi xin ý kiến")

    draft = Draft.objects.get()
    assert (answer["state"], answer["number"], answer["articles"]) == ("issued", 1, 2)
    assert answer["sha256"] == draft.source_sha256
    assert draft.consulted_text.slug == answer["text"]
    assert (draft.is_issued, draft.note, draft.source_name) == (True, "Gửi xin ý kiến", "Dự thảo.txt")
    with default_storage.open(draft.source.name) as kept:
        assert kept.read() == file.read_bytes()
    row = draft.provisions.get(path="dieu-2.khoan-2")
    assert draft.source_text[row.start : row.end].strip() == "2. Kịp thời."
    assert verify_all()[1] == []


def test_the_next_file_is_the_next_draft_of_the_main_text_or_of_the_one_named(issue, file, workshop, by):
    issue(file)
    consulted_texts.add_text(workshop=workshop, slug="de-an", title="Đề án", family="party", **by)

    assert issue(file)["number"] == 2
    assert issue(file, "--text", "de-an")["number"] == 1
    assert Draft.objects.get(number=2).based_on.number == 1
    with pytest.raises(CommandError, match="de-an"):
        issue(file, "--text", "khac")


def test_people_read_what_was_issued(workshop, file, capsys):
    call_command("issue_draft", workshop.slug, str(file))

    assert "Dự thảo lần 1: QUY ĐỊNH MẪU" in capsys.readouterr().out


def test_a_refusal_leaves_nothing(issue, file, workshop, tmp_path, capsys):
    nothing = tmp_path / "rong.docx"
    nothing.write_bytes(b"")
    plain = tmp_path / "thu.txt"
    plain.write_text("Kính gửi các đồng chí.\nXin cảm ơn.\n", encoding="utf-8")

    for path in (nothing, plain, tmp_path / "khong-co.docx"):
        with pytest.raises(CommandError):
            issue(path)
        assert json.loads(capsys.readouterr().out)["state"] == "refused"
    with pytest.raises(CommandError, match="--part từ 1 đến 1"):
        issue(file, "--part", "2")
    with pytest.raises(CommandError, match="thư mục"):
        issue(tmp_path)
    with pytest.raises(CommandError, match="no account"):
        issue(file, "--by", "khong-ai")
    with pytest.raises(CommandError, match="no workshop"):
        call_command("issue_draft", "khac", str(file))

    assert not ConsultedText.objects.exists()
    assert not Draft.objects.exists()


def test_doubts_are_kept_and_refused_only_where_that_is_asked_for(issue, tmp_path, capsys):
    gap = tmp_path / "thieu.txt"
    gap.write_text(REGULATION.replace("Điều 2.", "Điều 4."), encoding="utf-8")

    with pytest.raises(CommandError, match="lưu ý về cấu trúc"):
        issue(gap, "--strict")
    assert json.loads(capsys.readouterr().out)["state"] == "refused"
    assert not Draft.objects.exists()

    assert any("Điều" in warning for warning in issue(gap)["warnings"])


def test_a_secret_enters_neither_record_nor_disk(issue, tmp_path):
    secret = tmp_path / "mat.txt"
    secret.write_text("MẬT\n" + REGULATION, encoding="utf-8")

    with pytest.raises(CommandError):
        issue(secret)

    assert not ConsultedText.objects.exists()


@pytest.mark.skipif(bool(real_files.missing()), reason=real_files.missing())
def test_a_decision_and_its_regulation_are_two_texts_of_one_file(workshop, by):
    path = real_files.folder() / "quy-che-phoi-hop-04-2014-QD-TTg.doc"
    texts = [
        consulted_texts.add_text(workshop=workshop, slug=slug, title=slug, family="state", **by)
        for slug in ("quy-che", "quyet-dinh")
    ]

    file = read_draft_file(path, name=path.name)
    regulation = start_draft(file, consulted_text=texts[0], **by)
    decision = start_draft(file, part=0, consulted_text=texts[1], **by)

    assert [draft.provisions.filter(kind="dieu").count() for draft in (regulation, decision)] == [31, 3]
    assert regulation.source_sha256 == decision.source_sha256
    row = regulation.provisions.get(path="dieu-2")
    assert regulation.source_text[row.start : row.end].startswith("Điều 2.")
