import io

import docx
import pytest

from submissions.operations import deciding, wiping
from tests.submissions.views.conftest import DESK

pytestmark = pytest.mark.django_db


def words_of(answer):
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(answer.content)).paragraphs)


def test_refusing_leads_to_the_letter_that_says_why(desk, on_table, letter):
    row = on_table("thu.txt", letter(number=123))

    page = desk.post(f"{DESK}{row.pk}/refuse/", {"reason": "Thiếu chữ ký."}, follow=True)

    text = page.content.decode()
    assert page.request["PATH_INFO"] == f"{DESK}{row.pk}/letter/"
    for words in ("Tỉnh ủy Bắc Ninh", "123-CV/TU", "03/09/2021", "Thiếu chữ ký.", "Ban Tổ chức Mẫu"):
        assert words in text


def test_the_letter_for_word_says_the_same(desk, on_table, letter, by):
    row = on_table("thu.txt", letter(number=123))
    deciding.refuse(submission=row, reason="Thiếu chữ ký.", **by)

    text = words_of(desk.get(f"{DESK}{row.pk}/letter.docx"))

    assert "Kính gửi: Tỉnh ủy Bắc Ninh" in text
    assert "123-CV/TU" in text
    assert "Thiếu chữ ký." in text


def test_the_letter_about_a_secret_names_nothing_of_the_document(desk, on_table, letter, by):
    row = on_table("ten-rieng.txt", letter(number=123))
    wiping.take_away(submission=row, **by)

    page, word = desk.get(f"{DESK}{row.pk}/letter/"), desk.get(f"{DESK}{row.pk}/letter.docx")

    for text in (page.content.decode(), words_of(word)):
        assert "mức độ mật" in text
        for trace in ("ten-rieng", "123-CV", "Bắc Ninh", "góp ý dự thảo Quy định"):
            assert trace not in text.replace("Hội thảo góp ý dự thảo Quy định mẫu", "")


def test_an_unreadable_file_has_its_remedy_in_the_letter(desk, on_table):
    row = on_table("rong.txt", b"")

    text = desk.get(f"{DESK}{row.pk}/letter/").content.decode()

    assert "Tệp rỗng" in text
    assert "Đề nghị:" in text
    assert "rong.txt" in text


def test_what_was_not_refused_has_no_letter(desk, on_table):
    row = on_table()

    assert desk.get(f"{DESK}{row.pk}/letter/").status_code == 404
    assert desk.get(f"{DESK}{row.pk}/letter.docx").status_code == 404


def test_refusing_without_a_reason_is_told(desk, on_table):
    row = on_table()

    page = desk.post(f"{DESK}{row.pk}/refuse/", {"reason": " "}, follow=True)

    assert "Ghi lý do không nhận" in page.content.decode()
    row.refresh_from_db()
    assert row.state == "ready"


def test_what_a_person_refused_may_come_back(desk, on_table, by):
    row = on_table()
    deciding.refuse(submission=row, reason="Nhầm", **by)

    desk.post(f"{DESK}{row.pk}/reconsider/")

    row.refresh_from_db()
    assert row.state == "doubtful"


def test_a_secret_is_taken_away_at_once(desk, on_table):
    row = on_table("ten-rieng.txt")

    page = desk.post(f"{DESK}{row.pk}/take-away/", follow=True)

    row.refresh_from_db()
    assert (row.refusal, row.name, row.file) == ("secrecy", "", None)
    assert "ten-rieng" not in page.content.decode()
