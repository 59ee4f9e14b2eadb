import pytest

from proceedings.models import Lineage
from proceedings.operations import draft_mending, draft_writing, lineage_proposals, lineages
from proceedings.operations.lineage_proposals import propose_from_engine
from proceedings.text.lineage import SURE
from proceedings.vocabulary import LineageKind, LineageState
from tests.proceedings.desk.conftest import TEXT
from tests.proceedings.regulations import long

pytestmark = pytest.mark.django_db
PAGE = f"{TEXT}2/lineage/"


@pytest.fixture
def second(draft, drafting, by):
    """Draft 2: one clause was written anew, one went; what the machine makes of it is proposed."""
    drafting.issue(acknowledged=True)
    drafting.next()
    row = drafting.at("dieu-3.khoan-2")
    draft_writing.write(provision=row, heading="", text="Báo cáo hằng quý khi cần.", version=1, **by)
    draft_mending.remove(provision=drafting.at("dieu-2.khoan-3"), **by)
    issued = drafting.issue(acknowledged=True)
    propose_from_engine(draft=issued, **by)
    return issued


def pair(second, **ends):
    return second.lineages.get(**{f"{side}__path": path for side, path in ends.items()})


def test_page_shows_both_texts_with_their_differences_the_doubtful_first(workbench, second):
    row = pair(second, after="dieu-3.khoan-2")
    Lineage.objects.filter(pk=row.pk).update(score=0.4)

    page = workbench.get(PAGE)

    html = page.content.decode()
    assert page.context["group"] == "look"
    assert [shown.pk for shown, _form in page.context["pairs"]] == [row.pk]
    assert "Khoản 2 Điều 3" in html
    assert "hằng quý</ins>" in html
    assert "<del>" in html
    assert "máy chắc 40%" in html


def test_one_pair_is_confirmed(workbench, second):
    row = pair(second, after="dieu-3.khoan-2")

    workbench.post(f"{PAGE}confirm/", {"row": row.pk})

    row.refresh_from_db()
    assert row.state == LineageState.CONFIRMED
    assert row.decided_by.full_name == "Biên tập Mẫu"


def test_all_that_is_sure_is_confirmed_at_once_and_the_rest_waits(workbench, second):
    doubtful = pair(second, after="dieu-3.khoan-2")
    Lineage.objects.filter(pk=doubtful.pk).update(score=0.4)

    page = workbench.post(f"{PAGE}confirm/", {"sure": "1"}, follow=True)

    assert list(second.lineages.undecided()) == [doubtful]
    assert page.context["undecided"] == 1


def test_nothing_to_confirm_is_told(workbench, second):
    page = workbench.post(f"{PAGE}confirm/", {"row": 0})

    assert "Không có cặp nào để xác nhận" in page.context["refusal"]


def test_pair_is_corrected(workbench, second):
    row = pair(second, after="dieu-3.khoan-2")

    workbench.post(
        f"{PAGE}correct/", _sent(row, before="khoản 3 Điều 2", after="khoản 2 Điều 3", kind="moved")
    )

    made = pair(second, after="dieu-3.khoan-2")
    assert (made.before.path, made.kind, made.state) == ("dieu-2.khoan-3", "moved", "corrected")
    assert made.is_changed


def test_split_is_shown_and_corrected_as_a_whole(workbench, second, by):
    one, other = pair(second, after="dieu-3.khoan-2"), pair(second, after="dieu-2.khoan-1")
    lineages.correct_lineage(
        draft=second,
        matches=[
            lineages.Match(("dieu-3.khoan-2",), ("dieu-3.khoan-2", "dieu-2.khoan-1"), LineageKind.SPLIT)
        ],
        replaces=[one, other],
        **by,
    )
    row = pair(second, after="dieu-2.khoan-1")
    form = dict(_forms(workbench.get(f"{PAGE}?group=decided")))[row.pk]
    assert form["after"].value() == "Khoản 1 Điều 2; Khoản 2 Điều 3"

    workbench.post(
        f"{PAGE}correct/",
        _sent(row, before="Khoản 2 Điều 3", after="Khoản 2 Điều 3; Khoản 2 Điều 2", kind="split"),
    )

    made = second.lineages.filter(before__path="dieu-3.khoan-2").values_list("after__path", flat=True)
    assert set(made) == {"dieu-3.khoan-2", "dieu-2.khoan-2"}


def test_the_nearest_provisions_are_shown_for_one_pair_and_one_is_chosen_with_one_click(workbench, second):
    row = pair(second, after="dieu-3.khoan-2")
    Lineage.objects.filter(pk=row.pk).update(score=0.4)
    row.refresh_from_db()
    assert workbench.get(PAGE).context["candidates"] == []

    page = workbench.get(f"{PAGE}?near={row.pk}")

    html = page.content.decode()
    nearest = page.context["candidates"]
    assert 1 <= len(nearest) <= 3
    assert row.before.path not in {each.before for each in nearest}  # that the pair says already
    for each in nearest:
        assert f"giống {each.percent}%" in html
        assert any(op != "equal" for op, _words in each.words)
    chosen = nearest[0]
    told = _sent(row, before=chosen.before, after=chosen.after, kind=chosen.kind.value)
    for name, value in told.items():
        assert f'name="{name}" value="{value}"' in html
    workbench.post(f"{PAGE}correct/", told)
    made = pair(second, after="dieu-3.khoan-2")
    assert (made.before.path, made.kind, made.state) == (chosen.before, chosen.kind, "corrected")


def test_what_was_taken_out_is_looked_for_in_the_draft_itself(workbench, second, by):
    gone = pair(second, before="dieu-2.khoan-3")
    unlike = workbench.get(f"{PAGE}?group={'look' if gone.score < SURE else 'sure'}&near={gone.pk}")
    assert "Không có điều khoản nào gần giống" in unlike.content.decode()

    [row] = lineages.correct_lineage(
        draft=second,
        matches=[lineages.Match(("dieu-2.khoan-2",), (), LineageKind.DELETED)],
        replaces=[pair(second, before="dieu-2.khoan-2")],
        **by,
    )
    page = workbench.get(f"{PAGE}?group=decided&near={row.pk}")

    first = page.context["candidates"][0]
    assert (first.before, first.after, first.kind, first.percent) == (
        "dieu-2.khoan-2", "dieu-2.khoan-2", "kept", 100,
    )  # fmt: skip


def test_drafts_too_long_to_wait_for_are_told_with_what_to_do(workbench, second, monkeypatch):
    assert "propose_lineage" not in workbench.get(PAGE).content.decode()
    monkeypatch.setattr(lineage_proposals, "AT_ONCE", 10)

    page = workbench.get(PAGE).content.decode()

    assert "có hơn 12.000 mục" in page
    assert "manage.py propose_lineage hoi-thao-mau 2 --text quy-dinh" in page
    assert f'action="{PAGE}propose/"' not in page
    assert "chạy lệnh “propose_lineage”" in workbench.post(f"{PAGE}propose/").context["refusal"]


def test_a_row_that_is_not_there_has_no_candidates(workbench, second):
    assert workbench.get(f"{PAGE}?near=999999").context["candidates"] == []


def test_provision_is_said_to_be_new(workbench, second):
    row = pair(second, after="dieu-3.khoan-2")

    workbench.post(f"{PAGE}correct/", _sent(row, before="", after="khoản 2 Điều 3", kind="new"))

    assert pair(second, after="dieu-3.khoan-2").before is None


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"before": "Điều 99"}, "before", "Không tìm thấy “Điều 99”"),
        ({"after": "Điều 99"}, "after", "Không tìm thấy “Điều 99”"),
        ({"before": "", "after": ""}, "before", "Ghi điều khoản ở lần trước"),
        ({"kind": "new"}, "kind", "không khớp với các điều khoản đã chọn"),
        ({"kind": "khác"}, "kind", ""),
    ],
)
def test_correction_is_refused_at_its_field(workbench, second, changes, field, words):
    row = pair(second, after="dieu-3.khoan-2")
    sent = {**_sent(row, before="khoản 2 Điều 3", after="khoản 2 Điều 3", kind="changed"), **changes}

    page = workbench.post(f"{PAGE}correct/", sent)

    form = next(form for shown, form in page.context["pairs"] if shown.pk == row.pk)
    assert words in form.errors[field][0]
    assert form["before"].value() == sent["before"]


def test_correction_of_what_somebody_decided_meanwhile_tells_both(workbench, second, by):
    row = pair(second, after="dieu-3.khoan-2")
    sent = _sent(row, before="", after="khoản 2 Điều 3", kind="new")
    lineages.confirm_lineage(lineages=[row], **by)

    page = workbench.post(f"{PAGE}correct/", sent)

    form = next(form for shown, form in page.context["pairs"] if shown.pk == row.pk)
    assert "Người khác vừa quyết định cặp này: Sửa nội dung" in form.non_field_errors()[0]
    assert form["kind"].value() == "new"


def test_correction_of_what_is_gone_is_refused(workbench, second):
    page = workbench.post(f"{PAGE}correct/", {"row": 0})

    assert "Cặp này vừa được người khác sửa." in page.context["refusal"]


def test_matching_again_keeps_what_was_decided(workbench, second, by):
    row = pair(second, after="dieu-3.khoan-2")
    workbench.post(f"{PAGE}confirm/", {"row": row.pk})

    workbench.post(f"{PAGE}propose/")

    row.refresh_from_db()
    assert row.state == LineageState.CONFIRMED


def test_first_draft_has_no_lineage(workbench, draft, drafting):
    drafting.issue(acknowledged=True)

    assert "lần dự thảo đầu tiên" in workbench.get(f"{TEXT}1/lineage/").content.decode()
    assert "không dựa trên dự thảo nào" in workbench.post(f"{TEXT}1/lineage/propose/").context["refusal"]


def test_opinions_on_what_is_gone_or_doubtful_need_a_look(workbench, second):
    Lineage.objects.filter(pk=pair(second, after="dieu-3.khoan-2").pk).update(score=0.4)

    report = workbench.get(PAGE).context["report"]

    assert [(line.was, line.now) for line in report] == [
        ("Khoản 3 Điều 2", ()),
        ("Khoản 2 Điều 3", ("Khoản 2 Điều 3",)),
    ]
    assert all(line.todo for line in report)


def test_provision_that_no_pair_names_any_more_needs_a_look(workbench, second):
    row = pair(second, after="dieu-3.khoan-2")

    page = workbench.post(
        f"{PAGE}correct/", _sent(row, before="", after="khoản 2 Điều 3", kind="new"), follow=True
    )

    assert ("Khoản 2 Điều 3", ()) in [(line.was, line.now) for line in page.context["report"]]


@pytest.mark.parametrize("articles", [3, 30])
def test_page_takes_the_same_queries(workbench, drafting, by, articles, django_assert_num_queries):
    drafting.start(long(articles, 9))
    drafting.issue(acknowledged=True)
    drafting.next()
    propose_from_engine(draft=drafting.issue(acknowledged=True), **by)
    workbench.get(PAGE)

    with django_assert_num_queries(13):
        workbench.get(PAGE)


def _forms(page):
    return [(shown.pk, form) for shown, form in page.context["pairs"]]


def _sent(row, **fields):
    return {"act": "correct", "row": row.pk, "version": row.version, **fields}
