import pytest

from tests.proceedings.desk.conftest import TEXT

pytestmark = pytest.mark.django_db


def test_page_offers_a_file_and_a_pasted_text(workbench, drafting):
    html = workbench.get(f"{TEXT}begin/").content.decode()

    assert 'enctype="multipart/form-data"' in html
    assert f'action="{TEXT}begin/paste/"' in html
    assert "Bắt đầu từ lần" not in html


def test_next_draft_begins_from_the_last_issued(workbench, draft, drafting):
    drafting.issue(acknowledged=True)
    assert "Bắt đầu từ lần 1" in workbench.get(f"{TEXT}begin/").content.decode()

    page = workbench.post(f"{TEXT}begin/next/", follow=True)

    assert page.redirect_chain[-1][0] == f"{TEXT}outline/"
    assert drafting.text.drafts.working().get().based_on == drafting.draft


def test_next_draft_of_a_text_without_any_is_refused(workbench, drafting):
    page = workbench.post(f"{TEXT}begin/next/")

    assert "chưa phát hành dự thảo nào" in page.context["refusal"]


def test_page_of_a_text_in_work_leads_to_it(workbench, draft):
    html = workbench.get(f"{TEXT}begin/").content.decode()

    assert "đang có một dự thảo được soạn" in html
    assert 'type="file"' not in html
