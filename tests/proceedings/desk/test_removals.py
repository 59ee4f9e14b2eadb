"""Noting why a provision was taken out, from the contents, the comparison and the redline of a unit."""

import io
import zipfile

import pytest
from django.contrib.auth.models import Permission

from proceedings.accounts.rights import Role
from proceedings.operations import draft_units
from proceedings.queries.issued_drafts import removal_reasons
from tests.proceedings.desk.conftest import TEXT
from tests.proceedings.operations.test_draft_rewriting import Unit

pytestmark = pytest.mark.django_db

WHY = "Trùng với quy chế làm việc mẫu"


@pytest.fixture
def second(drafting, by):
    """A second draft in hand: Điều 1 is gone, and so is khoản 2 of Điều 2."""
    drafting.start()
    drafting.issue()
    drafting.next()
    drafting.clause = drafting.at("dieu-2.khoan-2").origin
    unit = Unit(drafting, "dieu-2")
    unit.save("\n".join(line for line in unit.text.split("\n") if not line.startswith("2.")))
    gone = Unit(drafting, "dieu-1")
    drafting.gone = gone.row.origin
    draft_units.remove_unit(provision=gone.row, stamp=gone.stamp, **by)
    return drafting


def address(provision):
    return f"{TEXT}write/{provision.pk}/removed/"


def test_the_page_shows_what_was_taken_out_and_keeps_the_reason(workbench, second):
    page = workbench.get(address(second.gone))
    assert "Đã bỏ: Điều 1" in page.content.decode()
    assert "chưa ghi lý do" in page.content.decode()
    assert page.context["words"].split("\n")[0] in page.content.decode()

    saved = workbench.post(address(second.gone), {"reason": WHY, "read": ""}, follow=True)

    assert "Đã ghi lý do bỏ." in saved.content.decode()
    assert (saved.context["reason"], saved.context["read"]) == (WHY, WHY)
    assert "chưa ghi lý do" not in saved.content.decode()
    assert removal_reasons(second.draft.pk) == {"dieu-1": WHY}
    gone = workbench.post(address(second.gone), {"reason": " ", "read": WHY}, follow=True)
    assert "Đã xóa lý do bỏ." in gone.content.decode()


@pytest.mark.parametrize("view", ["", "?view=columns"])
def test_the_comparison_leads_there_and_tells_the_reason(workbench, second, view):
    page = workbench.get(f"{TEXT}compare/1/working/{view}").content.decode()
    for provision in (second.gone, second.clause):
        assert page.count(f'href="{address(provision)}"') == 2  # in the list, and beside the words

    workbench.post(address(second.gone), {"reason": WHY, "read": ""})

    page = workbench.get(f"{TEXT}compare/1/working/{view}")
    told = [change.notes for change in page.context["changes"] if change.label == "Điều 1"]
    assert told == [(WHY,)]
    assert page.content.decode().count(WHY) == 2
    assert "Sửa lý do bỏ" in page.content.decode()


def test_the_redline_of_a_unit_leads_to_a_clause_that_was_written_away(workbench, second):
    writing = f"{TEXT}write/{second.at('dieu-2').pk}/"
    assert f'href="{address(second.clause)}"' in workbench.get(writing).content.decode()

    workbench.post(address(second.clause), {"reason": WHY, "read": ""})

    assert WHY in workbench.get(writing).content.decode()


def test_the_word_file_and_the_lineage_of_the_issued_draft_tell_it(workbench, second, by):
    workbench.post(address(second.gone), {"reason": WHY, "read": ""})

    answer = workbench.get(f"{TEXT}compare/1/working/redline.docx")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as word:
        assert WHY in word.read("word/comments.xml").decode()
    second.issue()
    workbench.post(f"{TEXT}2/lineage/propose/")
    groups = [workbench.get(f"{TEXT}2/lineage/?group={name}").content.decode() for name in ("look", "sure")]
    assert sum(page.count(WHY) for page in groups) >= 1
    issued = workbench.get(f"{TEXT}compare/1/2/").content.decode()
    assert WHY in issued
    assert "/removed/" not in issued


def test_a_refusal_keeps_what_was_typed(workbench, second):
    workbench.post(address(second.gone), {"reason": WHY, "read": ""})

    answer = workbench.post(address(second.gone), {"reason": "Lý do khác", "read": ""})
    assert (answer.status_code, answer.context["reason"], answer.context["read"]) == (409, "Lý do khác", WHY)
    answer = workbench.post(address(second.gone), {"reason": "x" * 10_001, "read": WHY})
    assert answer.status_code == 422
    assert removal_reasons(second.draft.pk) == {"dieu-1": WHY}


def test_what_is_there_again_is_written_where_it_stands(workbench, second, by):
    back = draft_units.bring_back(draft=second.draft, origin=second.gone, **by)

    assert workbench.get(address(second.gone)).url == f"{TEXT}write/{back.pk}/"
    answer = workbench.post(address(second.gone), {"reason": WHY, "read": ""})
    assert (answer.status_code, answer.context["may_bring_back"]) == (422, False)


def test_what_is_not_of_the_draft_before_is_not_found(workbench, second):
    assert workbench.get(address(second.at("dieu-2"))).status_code == 404


def test_who_may_not_write_reads_only(second, client_of, person):
    reader = person("nguoi-xem", Role.EDITOR)
    reader.groups.clear()
    reader.user_permissions.add(*Permission.objects.filter(codename__in=["view_draft", "view_consultedtext"]))
    readers = client_of(reader)

    page = readers.get(address(second.gone)).content.decode()

    assert "readonly" in page
    assert readers.post(address(second.gone), {"reason": WHY}).status_code == 403
    assert "/removed/" not in readers.get(f"{TEXT}compare/1/working/").content.decode()
