import datetime
import hashlib

import pytest
from django.core.files.storage import default_storage

from proceedings.models import Draft, Provision
from proceedings.operations import closings, consulted_texts, draft_mending, drafts, workshops
from proceedings.operations.refusals import Conflict, Refused
from proceedings.queries.drafts import content_sha256, tree
from proceedings.text.provisions import plain_text
from tests.proceedings.operations.refusals import refusal
from tests.proceedings.regulations import chuong, dieu, khoan, long, small

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


# --- beginning ----------------------------------------------------------------------------------------------


def test_an_outline_becomes_a_working_draft_word_for_word(drafting):
    draft = drafting.start()

    assert tree(draft) == small()
    assert draft.source_text == plain_text(small())
    assert (draft.state, draft.number, draft.based_on, draft.is_sample) == ("working", None, None, True)
    assert drafting.paths()[:5] == ["doan-1", "chuong-1", "dieu-1", "dieu-2", "dieu-2.khoan-1"]


def test_the_file_is_kept_as_it_was_received(drafting):
    content = b"\xd0\xcf\x11\xe0 goc"

    draft = drafting.start(source=drafts.Source("Dự thảo.doc", content, "application/msword"))

    assert draft.source_sha256 == hashlib.sha256(content).hexdigest()
    assert (draft.source_name, draft.source_size, draft.has_source) == ("Dự thảo.doc", len(content), True)
    with default_storage.open(draft.source.name) as kept:
        assert kept.read() == content


def test_spans_and_confidence_come_along(drafting):
    draft = drafting.start(places={"dieu-1": drafts.Place(3, 9, 0.5)}, warnings=["Điều 5 thiếu."])

    row = drafting.at("dieu-1")
    assert (row.start, row.end, row.confidence) == (3, 9, 0.5)
    assert (drafting.at("dieu-2").start, drafting.at("dieu-2").confidence) == (None, 1.0)
    assert draft.warnings == ["Điều 5 thiếu."]


def test_a_text_has_one_working_draft(drafting):
    drafting.start()

    with refusal("đang có một dự thảo được soạn"):
        drafting.start()
    with refusal("đang có một dự thảo được soạn"):
        drafting.next()


def test_what_cannot_be_kept_is_refused(drafting):
    with refusal("Không tìm thấy điều", field="source"):
        drafting.start(())
    with refusal("dài quá 10.000 ký tự", field="source"):
        drafting.start((dieu(1, "x" * 10_001),))
    with refusal("NUL", field="source"):
        drafting.start((dieu(1, "Một", text="a\x00"),))
    with refusal("không có nội dung", field="file"):
        drafting.start(source=drafts.Source("a.doc", b""))


def test_what_is_too_large_is_refused(drafting, monkeypatch):
    monkeypatch.setattr(drafts, "MOST_PROVISIONS", 1_000)
    monkeypatch.setattr(drafts, "LONGEST_SOURCE", 20_000)

    with refusal("hơn 1.000 mục", field="source"):
        drafting.start(long(101))
    with refusal("hơn 20.000 ký tự", field="source"):
        drafting.start(source_text="x" * 20_001)


def test_a_cancelled_workshop_takes_no_draft(drafting, by):
    type(drafting.workshop).objects.update(stage="cancelled")

    with refusal("đã hủy", field="workshop"):
        drafting.start()
    with refusal("đã hủy", field="workshop"):
        consulted_texts.add_text(workshop=drafting.workshop, slug="hai", title="Hai", family="state", **by)


# --- issuing ------------------------------------------------------------------------------------------------


def test_issue_numbers_dates_and_hashes(drafting, secretary, now):
    drafting.start()

    draft = drafting.issue(note="Gửi xin ý kiến")

    assert (draft.number, draft.state, draft.issued_at, draft.issued_by) == (1, "issued", now, secretary)
    assert draft.content_sha256 == content_sha256(draft)
    assert draft.note == "Gửi xin ý kiến"
    assert draft.label == "Dự thảo lần 1"


def test_the_next_draft_is_a_copy_that_knows_its_origins(drafting):
    drafting.start()
    first = drafting.issue()

    second = drafting.next()

    assert tree(second) == tree(first)
    assert second.based_on == first
    assert drafting.at("dieu-2.khoan-1").origin == drafting.at("dieu-2.khoan-1", first)
    assert drafting.issue().number == 2


def test_texts_of_a_workshop_are_numbered_apart(drafting, workshop, by):
    drafting.start()
    drafting.issue()
    other = consulted_texts.add_text(workshop=workshop, slug="de-an", title="Đề án", family="party", **by)
    draft = drafts.start_from_outline(consulted_text=other, provisions=small(), source_text="", **by)

    assert other.position == 2
    assert drafts.issue(draft=draft, **by).number == 1


def test_an_issued_draft_is_issued_once(drafting):
    drafting.start()
    drafting.issue()

    with refusal("Dự thảo lần 1 đã phát hành"):
        drafting.issue()


def test_a_draft_without_articles_is_not_issued(drafting):
    drafting.start((khoan(1, "Chỉ có khoản."),))

    with refusal("chưa có điều nào"):
        drafting.issue()


def test_remarks_must_be_acknowledged(drafting):
    drafting.start((dieu(1, "Một"), dieu(1, "Một nữa")), warnings=["Điều 2 thiếu."])

    with refusal("còn 2 lưu ý", field="acknowledged", kind=drafts.Unacknowledged) as caught:
        drafting.issue()
    assert caught.value.warnings == ["Điều 2 thiếu.", "“Điều 1” lặp lại trong văn bản."]

    assert drafting.issue(acknowledged=True).number == 1


def test_the_first_draft_needs_something_issued_before_a_copy(drafting):
    with refusal("chưa phát hành dự thảo nào"):
        drafting.next()


# --- amending and discarding ------------------------------------------------------------------------------------


def test_title_and_note_are_amended_while_it_is_worked_on(drafting, by):
    draft = drafting.start()
    draft.title, read = "Tên khác", draft.version

    drafts.amend_draft(draft=draft, changed=["title"], version=read, **by)

    assert Draft.objects.get().title == "Tên khác"
    with pytest.raises(Conflict):
        drafts.amend_draft(draft=draft, changed=["title"], version=read, **by)
    drafting.issue()
    with pytest.raises(Refused, match="đã phát hành"):
        drafts.amend_draft(draft=draft, changed=["title"], version=draft.version, **by)


def test_a_discarded_draft_stays_in_the_history(drafting, by):
    from tests.proceedings.models.test_guards import events

    draft = drafting.start()
    rows = draft.provisions.count()

    drafts.discard(draft=draft, **by)

    assert not Draft.objects.exists()
    assert events(Provision, pgh_label="delete").count() == rows
    [gone] = events(Draft, pgh_label="delete")
    assert gone.source_text == plain_text(small())
    with pytest.raises(Refused, match="đã bị hủy"):
        drafts.issue(draft=draft, **by)
    drafting.start()


def test_an_issued_draft_is_not_discarded(drafting, by):
    drafting.start()
    draft = drafting.issue()

    with refusal("đã phát hành"):
        drafts.discard(draft=draft, **by)


# --- texts -------------------------------------------------------------------------------------------------------


def test_the_first_text_is_the_main_one_and_places_are_exchanged(drafting, workshop, by):
    other = consulted_texts.add_text(workshop=workshop, slug="de-an", title="Đề án", family="state", **by)
    other.position = 1

    consulted_texts.amend_text(consulted_text=other, changed=["position"], version=other.version, **by)

    assert [text.slug for text in workshop.consulted_texts.in_order()] == ["de-an", "quy-dinh"]
    assert workshop.consulted_texts.get(slug="de-an").is_main
    other.position = 5
    with refusal("từ 1 đến 2", field="position"):
        consulted_texts.amend_text(consulted_text=other, changed=["position"], version=other.version, **by)


def test_a_slug_is_taken_once_in_a_workshop(drafting, workshop, by):
    with refusal("đã có văn bản với định danh này"):
        consulted_texts.add_text(workshop=workshop, slug="quy-dinh", title="Hai", family="party", **by)
    elsewhere = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    consulted_texts.add_text(workshop=elsewhere, slug="quy-dinh", title="Hai", family="party", **by)


def test_the_issued_document_is_recorded_whole(drafting, now, by):
    record = consulted_texts.record_issued_document
    day = now.date()
    with refusal("Tổng hợp ý kiến chưa được khóa"):
        record(consulted_text=drafting.text, symbol="12-QĐ/TW", on=day, title="Quy định mẫu", **by)
    closings.close_synthesis(workshop=drafting.text.workshop, **by)

    record(consulted_text=drafting.text, symbol="12-QĐ/TW", on=day, title="Quy định mẫu", **by)

    drafting.text.refresh_from_db()
    assert (drafting.text.issued_symbol, drafting.text.issued_on) == ("12-QĐ/TW", day)
    with refusal("tương lai", field="issued_on"):
        record(consulted_text=drafting.text, symbol="1", on=day + datetime.timedelta(1), title="x", **by)
    with refusal("đủ số, ký hiệu, ngày và tên"):
        record(consulted_text=drafting.text, symbol=" ", on=day, title="Tên", **by)


# --- size ----------------------------------------------------------------------------------------------------------


def test_two_thousand_provisions_take_a_handful_of_statements(drafting, django_assert_max_num_queries):
    nodes = (chuong("I", "CHUNG", *long(200)),)

    with django_assert_max_num_queries(20):
        drafting.start(nodes)
    with django_assert_max_num_queries(20):
        drafting.issue()
    with django_assert_max_num_queries(16):
        drafting.next()

    assert drafting.draft.provisions.count() == 2001


def test_work_leaves_gaps_in_the_order_and_issuing_closes_them(drafting, by):
    drafting.start()
    draft_mending.insert(
        draft=drafting.draft, parent=None, place=0, kind="dieu", number="0", heading="Tên mới", **by
    )
    draft_mending.remove(provision=drafting.at("dieu-2"), **by)
    read = drafting.paths()
    positions = list(drafting.draft.provisions.order_by("position").values_list("position", flat=True))
    assert positions != list(range(1, len(read) + 1))

    drafting.issue()

    rows = drafting.draft.provisions.order_by("position").values_list("path", "position")
    assert list(rows) == [(path, place) for place, path in enumerate(read, start=1)]
