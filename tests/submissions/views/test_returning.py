import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from proceedings.operations import draft_units, drafts
from submissions.models import ReturnedFile
from tests.proceedings.desk.conftest import TEXT
from tests.proceedings.drafting import Drafting
from tests.proceedings.exports.office import Office, needs_soffice
from tests.proceedings.operations.test_draft_rewriting import Unit

pytestmark = pytest.mark.django_db
RETURN = f"{TEXT}return/"
NEW = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>{}</w:t></w:r></w:p>'


@pytest.fixture
def by(secretary, now):
    """Who prepares the drafts, and when."""
    return {"actor": secretary, "now": now}


@pytest.fixture
def drafting(workshop, by):
    """A second draft in hand, a copy of the first."""
    made = Drafting(workshop, by)
    made.start()
    made.issue()
    made.next()
    return made


@pytest.fixture
def workbench(editor, client_of):
    """An editor's browser."""
    return client_of(editor)


class Word:
    """The working copy as Word has it open."""

    def __init__(self, workbench):
        self.workbench = workbench
        self.file = docx.Document(io.BytesIO(workbench.get(f"{TEXT}working.docx").content))

    def line(self, start):
        return next(each for each in self.file.paragraphs if each.text.startswith(start))

    def write(self, start, text):
        """Type over the words of a paragraph, its id kept."""
        paragraph = self.line(start)
        paragraph.runs[0].text = text
        for run in paragraph.runs[1:]:
            run.text = ""

    def add_after(self, start, text):
        at = self.line(start)
        at._p.addnext(docx.oxml.parse_xml(NEW.format(text)))

    def drop(self, start):
        paragraph = self.line(start)._p
        paragraph.getparent().remove(paragraph)

    def move_after(self, start, *moved):
        at = self.line(start)._p
        for each in reversed(moved):
            at.addnext(self.line(each)._p)

    def forget(self):
        """Lose all ids, as a program does that knows no bookmarks."""
        for tag in ("bookmarkStart", "bookmarkEnd"):
            for each in list(self.file.element.body.iter(docx.oxml.ns.qn(f"w:{tag}"))):
                each.getparent().remove(each)

    def send(self, name="sua.docx"):
        buffer = io.BytesIO()
        self.file.save(buffer)
        self.sent = buffer.getvalue()
        return self.send_again(name)

    def send_again(self, name):
        """Send the very same bytes."""
        sent = {"file": SimpleUploadedFile(name, self.sent)}
        return self.workbench.post(f"{RETURN}upload/", sent, follow=True)


@pytest.fixture
def word(workbench, drafting):
    """The working copy in Word."""
    return Word(workbench)


def told(page):
    return [(each.difference.change.value, each.difference.place) for each in page.context["shown"]]


def accept(workbench, page, place=0):
    key = page.context["shown"][place].difference.key
    return workbench.post(decide(page), {"act": f"accept:{key}"}, follow=True)


def decide(page):
    return f"{RETURN}{page.context['returned'].pk}/decide/"


def test_a_file_that_came_back_unchanged_differs_in_nothing(word):
    page = word.send()

    assert told(page) == []
    assert "Không còn khác biệt nào" in page.content.decode()


def test_changes_are_shown_and_taken_over_one_by_one(workbench, word, drafting):
    word.write("2. Kịp thời", "2. Kịp thời, đúng hạn.")
    word.write("Điều 4.", "Điều 4. Hiệu lực thi hành")
    word.add_after("3. Đúng vai", "4. Công khai, minh bạch.")
    word.drop("b) Bổ nhiệm")

    page = word.send()

    assert told(page) == [
        ("changed", "Khoản 2 Điều 2"), ("new", "Khoản 3 Điều 2"),
        ("deleted", "Điểm b khoản 1 Điều 3"), ("changed", "Điều 4"),
    ]  # fmt: skip
    page = accept(workbench, page)
    assert drafting.at("dieu-2.khoan-2").text == "Kịp thời, đúng hạn."
    page = accept(workbench, page)
    assert drafting.at("dieu-2.khoan-4").text == "Công khai, minh bạch."
    page = accept(workbench, page)
    assert "dieu-3.khoan-1.diem-b" not in drafting.paths()
    page = accept(workbench, page)
    assert drafting.at("dieu-4").heading == "Hiệu lực thi hành"
    assert told(page) == []


def test_all_that_are_shown_are_taken_over_at_once(workbench, word, drafting):
    word.write("1. Tuân thủ", "1. Tuân thủ pháp luật, Điều lệ.")
    word.add_after("3. Đúng vai", "4. Công khai.")
    word.write("Chương II", "Chương II")
    word.write("NỘI DUNG PHỐI HỢP", "NỘI DUNG, PHƯƠNG THỨC")
    page = word.send()

    done = workbench.post(decide(page), {"act": "accept-all", "key": page.context["sure"]}, follow=True)

    assert "Đã nhận 3 chỗ sửa." in done.content.decode()
    assert drafting.at("dieu-2.khoan-4").text == "Công khai."
    assert drafting.at("chuong-2").heading == "NỘI DUNG, PHƯƠNG THỨC"
    assert told(done) == []


def test_new_articles_come_with_their_clauses(workbench, word, drafting):
    for line in ("2. Hai là.", "1. Một là.", "Điều 2a. Giải thích từ ngữ"):
        word.add_after("3. Đúng vai", line)
    page = word.send()
    assert told(page) == [("new", "Khoản 3 Điều 2")]

    accept(workbench, page)

    assert drafting.at("dieu-2a").heading == "Giải thích từ ngữ"
    assert drafting.at("dieu-2a.khoan-2").text == "Hai là."


def test_a_whole_article_is_taken_out(workbench, word, drafting):
    for start in ("Điều 1.", "Quy định này quy định"):
        word.drop(start)

    page = word.send()

    assert told(page) == [("deleted", "Điều 1")]
    accept(workbench, page)
    assert "dieu-1" not in drafting.paths()


def test_a_moved_clause_moves(workbench, word, drafting):
    word.move_after("3. Đúng vai", "1. Tuân thủ")
    page = word.send()
    assert told(page) == [("moved", "Khoản 1 Điều 2")]

    page = accept(workbench, page)

    clauses = drafting.draft.provisions.filter(parent=drafting.at("dieu-2")).order_by("position")
    assert [row.text for row in clauses] == ["Kịp thời.", "Đúng vai.", "Tuân thủ pháp luật."]
    assert told(page) == []


def test_what_is_left_stays_left_and_is_shown_again_when_asked(workbench, word, drafting):
    word.write("2. Kịp thời", "2. Kịp thời, đúng hạn.")
    page = word.send()
    key = page.context["shown"][0].difference.key

    page = workbench.post(decide(page), {"act": f"leave:{key}"}, follow=True)
    assert told(page) == []
    assert drafting.at("dieu-2.khoan-2").text == "Kịp thời."
    page = workbench.post(decide(page), {"act": "reconsider"}, follow=True)

    assert told(page) == [("changed", "Khoản 2 Điều 2")]


def test_a_pending_return_survives_and_the_same_file_is_the_same_return(workbench, word, drafting):
    word.write("2. Kịp thời", "2. Kịp thời, đúng hạn.")
    page = word.send()

    assert ReturnedFile.objects.count() == 1
    assert "sua.docx" in workbench.get(RETURN).content.decode()
    assert word.send_again("ten-khac.docx").context["returned"] == page.context["returned"]
    done = workbench.post(decide(page), {"act": "close"}, follow=True)
    assert "Đã xử lý xong" in done.content.decode()
    assert ReturnedFile.objects.get().paragraphs == []
    assert workbench.get(f"{RETURN}{page.context['returned'].pk}/").status_code == 404


def test_others_who_renumbered_meanwhile_do_not_mislead_the_ids(workbench, word, drafting, by):
    word.write("2. Kịp thời", "2. Kịp thời, đúng hạn.")
    draft_units.insert_article(after=drafting.at("dieu-1"), heading="Chen vào", renumber=True, **by)

    page = word.send()

    assert ("changed", "Khoản 2 Điều 3") in told(page)


def test_what_was_written_meanwhile_is_told_and_not_taken_along(workbench, word, drafting):
    word.write("1. Tuân thủ", "1. Tuân thủ pháp luật, Điều lệ.")
    unit = Unit(drafting, "dieu-2")
    unit.save(unit.text.replace("Kịp thời.", "Kịp thời, đúng hạn."))

    page = word.send()

    stale = [each.difference.place for each in page.context["shown"] if each.difference.is_stale]
    assert stale == ["Khoản 2 Điều 2"]
    assert len(page.context["sure"]) == 1
    assert "tệp giữ lời văn cũ" in page.content.decode()


def test_a_difference_that_changed_since_it_was_shown_is_refused(workbench, word, drafting):
    word.write("2. Kịp thời", "2. Kịp thời, đúng hạn.")
    page = word.send()
    unit = Unit(drafting, "dieu-2")
    unit.save(unit.text.replace("Kịp thời.", "Của người khác."))

    shown = accept(workbench, page)

    assert "vừa được người khác sửa hoặc đã nhận rồi" in shown.content.decode()
    assert drafting.at("dieu-2.khoan-2").text == "Của người khác."


def test_lost_ids_are_found_by_words_and_told(workbench, word, drafting):
    word.write("Quy định này quy định", "Quy định này quy định về phối hợp công tác.")
    word.forget()

    page = word.send()

    assert told(page) == [("changed", "Điều 1")]
    assert "tìm theo nội dung: đối chiếu kỹ" in page.content.decode()
    assert page.context["sure"] == []
    accept(workbench, page)
    assert drafting.at("dieu-1").text == "Quy định này quy định về phối hợp công tác."


def test_a_file_of_another_draft_is_told_with_what_to_do(workbench, word, drafting, by):
    drafting.issue()
    drafting.next()

    page = word.send()

    assert "Tệp này là của dự thảo khác hoặc văn bản khác" in page.content.decode()
    assert "hoi-thao-mau/quy-dinh/2" in page.content.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "Chưa chọn tệp nào."),
        (b"%PDF-1.4 broken", ""),
        ("BÍ MẬT NHÀ NƯỚC\nĐộ mật: TUYỆT MẬT\n".encode(), "mật"),
    ],
)
def test_a_file_that_is_not_taken_is_told_and_nothing_is_kept(workbench, drafting, content, words):
    sent = {"file": SimpleUploadedFile("sua.txt", content)} if content else {}

    page = workbench.post(f"{RETURN}upload/", sent)

    assert page.status_code == 422
    assert "Chưa nhận tệp" in page.content.decode()
    assert words in page.content.decode()
    assert not ReturnedFile.objects.exists()


def test_a_file_that_is_too_large_is_refused(workbench, drafting):
    page = workbench.post(
        f"{RETURN}upload/", {"file": SimpleUploadedFile("a.docx", b"x")}, CONTENT_LENGTH=str(10**10)
    )

    assert page.status_code == 413


def test_a_draft_that_was_issued_or_given_up_meanwhile_is_told(workbench, word, drafting, by):
    page = word.send()
    drafts.discard(draft=drafting.draft, **by)

    assert not ReturnedFile.objects.exists()
    assert "đã được phát hành hoặc hủy" in word.send().content.decode()
    shown = workbench.post(decide(page), {"act": "close"}, follow=True)
    assert "đã được phát hành hoặc hủy" in shown.content.decode()


def test_the_review_asks_as_much_for_many_differences(workbench, drafting, word, django_assert_num_queries):
    word.write("2. Kịp thời", "2. Kịp thời, đúng hạn.")
    one = f"{RETURN}{word.send().context['returned'].pk}/"
    for start in ("1. Tuân thủ", "3. Đúng vai", "a) Quy", "b) Bổ", "Điều 4"):
        word.write(start, word.line(start).text + " thêm chữ")
    many = f"{RETURN}{word.send().context['returned'].pk}/"

    for address in (one, many):
        with django_assert_num_queries(9):
            workbench.get(address)


def test_a_new_paragraph_before_everything_joins_the_first_text(workbench, word, drafting):
    first = word.file.paragraphs[0]
    first._p.addprevious(docx.oxml.parse_xml(NEW.format("CƠ QUAN MẪU")))
    page = word.send()
    assert [change for change, _place in told(page)] == ["new"]

    accept(workbench, page)

    assert drafting.at("doan-1").text == "CƠ QUAN MẪU\nQUY ĐỊNH MẪU\nvề phối hợp"


def test_a_paragraph_that_was_split_is_two_clauses(workbench, word, drafting):
    word.write("Quy định này quy định", "Quy định này")
    word.add_after("Quy định này", "quy định về phối hợp.")

    page = word.send()

    assert told(page) == [("split", "Điều 1")]
    accept(workbench, page)
    assert drafting.at("dieu-1").text == "Quy định này\nquy định về phối hợp."


def test_an_article_that_lost_its_heading_is_refused_with_what_to_do(workbench, word, drafting):
    word.drop("Điều 2.")
    page = word.send()

    shown = accept(workbench, page)

    assert "Dòng đầu phải mở bằng “Điều 2.”" in shown.content.decode()
    assert drafting.at("dieu-2").heading == "Nguyên tắc"


def test_a_moved_article_moves_with_all_it_holds(workbench, word, drafting):
    word.move_after("Quy định này có hiệu lực", "Điều 1.", "Quy định này quy định")
    page = word.send()
    assert told(page) == [("moved", "Điều 1")]

    page = accept(workbench, page)

    assert told(page) == []
    assert drafting.at("dieu-1").parent.path == "chuong-2"


def test_an_unknown_act_and_a_key_that_is_none_change_nothing(workbench, word, drafting):
    word.write("2. Kịp thời", "2. Kịp thời, đúng hạn.")
    page, words = word.send(), drafting.words()

    for act in ("", "khac", "accept:", "accept:0000", "leave:"):
        workbench.post(decide(page), {"act": act})

    assert drafting.words() == words


@needs_soffice
def test_a_file_that_libreoffice_saved_keeps_its_ids(workbench, word, drafting, tmp_path):
    path = tmp_path / "sua.docx"
    word.file.save(path)
    word.file = docx.Document(Office(tmp_path).save_again(path))
    assert told(word.send()) == []

    word.write("2. Kịp thời", "2. Kịp thời, đúng hạn.")
    page = word.send()

    assert told(page) == [("changed", "Khoản 2 Điều 2")]
    assert len(page.context["shown"]) == 1
    assert not page.context["shown"][0].difference.by_content
