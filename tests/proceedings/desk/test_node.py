import pytest

from proceedings.operations import draft_mending, draft_writing
from tests.proceedings.desk.conftest import TEXT
from tests.proceedings.regulations import long

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(workbench, drafting):
    """Send a form of a provision's page: ``send(path, "retitle", heading=…)``."""

    def post(path, act, *, stand=0, **data):
        row = drafting.at(path)
        return workbench.post(f"{TEXT}outline/{row.pk}/", {"act": act, "stand": stand, **data}, follow=True)

    return post


def test_page_shows_words_source_and_every_step(workbench, drafting):
    drafting.start(source_text="Điều 2. Nguyên tắc")
    row = drafting.at("dieu-2")
    type(row).objects.filter(pk=row.pk).update(start=8, end=18)

    page = workbench.get(f"{TEXT}outline/{row.pk}/")

    assert page.context["source"] == "Nguyên tắc"
    assert [form.act for form in page.context["forms"]] == ["relabel", "retitle", "merge", "move", "insert"]
    assert "3 mục bên trong" in page.content.decode()


def test_heading_is_given(send, draft, drafting):
    send("dieu-2", "retitle", heading="Nguyên tắc phối hợp")

    assert drafting.at("dieu-2").heading == "Nguyên tắc phối hợp"


def test_kind_and_number_are_given(send, draft, drafting):
    send("dieu-2.khoan-3", "relabel", kind="diem", number="a", role="")

    assert drafting.at("dieu-2.diem-a").mark == "a)"


@pytest.mark.parametrize("data", [{"at": "13"}, {"words": "2. Hai"}])
def test_text_is_cut_where_it_was_said(send, draft, drafting, by, data):
    row = drafting.at("dieu-1")
    draft_writing.write(
        provision=row, heading=row.heading, text="1. Một việc.\n2. Hai việc.", version=1, **by
    )
    stand = draft.changes.get().pk

    page = send("dieu-1", "split", stand=stand, **data)

    assert page.status_code == 200
    assert drafting.at("dieu-1.khoan-2").text == "Hai việc."


def test_paragraphs_are_joined(send, draft, drafting):
    send("dieu-2.khoan-2", "merge", as_one_paragraph="on")

    assert drafting.at("dieu-2.khoan-1").text == "Tuân thủ pháp luật. 2. Kịp thời."


@pytest.mark.parametrize(
    ("parent", "place", "path"),
    [
        ("Điều 4", "last", "dieu-4.khoan-2"),
        ("khoản 1 Điều 3", "first", None),
        ("", "last", "khoan-2"),
    ],
)
def test_provision_moves_to_a_place_in_words(send, draft, drafting, parent, place, path):
    page = send("dieu-2.khoan-2", "move", parent=parent, place=place)

    if path:
        assert path in drafting.paths()
    else:
        assert "không đứng được trong" in str(page.context["forms"][3].errors)


def test_provision_is_added_after_another(send, draft, drafting):
    send("dieu-2", "insert", kind="dieu", number="2a", heading="Bổ sung", text="Một điều mẫu.")

    paths = [path for path in drafting.paths() if path.startswith("dieu") and "." not in path]
    assert paths == ["dieu-1", "dieu-2", "dieu-2a", "dieu-3", "dieu-4"]


@pytest.mark.parametrize(
    ("path", "act", "data", "field", "words"),
    [
        ("dieu-1", "split", {}, "words", "Chọn chỗ tách"),
        ("dieu-1", "split", {"words": "không có"}, "words", "Không thấy “không có” trong đoạn này."),
        ("dieu-1", "split", {"words": "định"}, "words", "ở nhiều chỗ"),
        ("dieu-1", "relabel", {"kind": "khoan", "number": "1", "role": ""}, None, ""),
        ("dieu-2", "relabel", {"kind": "phan", "number": "1", "role": ""}, "kind", "không đứng được trong"),
        ("dieu-2", "move", {"parent": "Điều 99", "place": "last"}, "parent", "Không tìm thấy “Điều 99”"),
        ("dieu-2", "move", {"parent": "Điều 2", "place": "last"}, "parent", "vào trong chính nó"),
        ("dieu-2", "insert", {"kind": "dieu"}, "text", "Ghi số, tên mục hoặc lời văn"),
        ("dieu-2.khoan-1", "merge", {}, None, "Không có mục nào đứng ngay trước"),
    ],
)
def test_refusal_stands_at_its_field_and_keeps_what_was_typed(
    send, draft, drafting, path, act, data, field, words
):
    before = drafting.paths()

    page = send(path, act, **data)

    if not words:
        assert drafting.paths() != before
        return
    form = next(form for form in page.context["forms"] if form.act == act)
    assert words in form.errors[field or "__all__"][0]
    assert all(form[name].value() == value for name, value in data.items())
    assert drafting.paths() == before


def test_step_on_what_others_changed_keeps_what_was_typed(send, draft, drafting, by):
    draft_mending.retitle(provision=drafting.at("dieu-1"), heading="Khác", **by)

    page = send("dieu-2", "retitle", heading="Tên của tôi")

    assert page.status_code == 409
    assert page.context["again"]["heading"] == "Tên của tôi"
    assert drafting.at("dieu-2").heading == "Nguyên tắc"


def test_step_on_words_that_somebody_wrote_on_is_refused_and_may_be_sent_again(send, draft, drafting, by):
    row, typed = drafting.at("dieu-1"), {"heading": "Tên của tôi"}
    for version, words in ((1, "Một."), (2, "Hai.")):
        draft_writing.write(provision=row, heading="Phạm vi", text=words, version=version, **by)
    stand = draft.changes.get().pk

    page = send("dieu-1", "retitle", stand=stand, version=2, **typed)

    form = next(form for form in page.context["forms"] if form.act == "retitle")
    assert "vừa được người khác viết tiếp" in form.non_field_errors()[0]
    assert (form["heading"].value(), form["version"].value()) == ("Tên của tôi", "3")
    assert "Hai." in page.content.decode()

    send("dieu-1", "retitle", stand=stand, version=3, **typed)
    assert drafting.at("dieu-1").heading == "Tên của tôi"


def test_step_on_what_others_took_away_tells_what_it_was(workbench, draft, drafting, by):
    row = drafting.at("dieu-2.khoan-1")
    draft_mending.remove(provision=row, **by)

    page = workbench.post(f"{TEXT}outline/{row.pk}/", {"act": "split", "stand": 0, "words": "pháp"})

    assert page.status_code == 409
    assert page.context["overtaken"].seen["text"] == "Tuân thủ pháp luật."
    assert (
        workbench.post(
            f"{TEXT}outline/999999/", {"act": "split", "stand": draft.changes.get().pk}
        ).status_code
        == 404
    )


def test_provision_of_another_draft_is_not_there(workbench, draft, drafting):
    row = drafting.at("dieu-2")
    drafting.issue(acknowledged=True)
    drafting.next()

    assert workbench.get(f"{TEXT}outline/{row.pk}/").status_code == 404


@pytest.mark.parametrize("articles", [3, 300])
def test_page_asks_as_often_in_a_long_draft(workbench, drafting, articles, django_assert_num_queries):
    drafting.start(long(articles, 0))
    row = drafting.at("dieu-2")
    workbench.get(f"{TEXT}outline/{row.pk}/")

    with django_assert_num_queries(13):
        workbench.get(f"{TEXT}outline/{row.pk}/")
