import pytest

from proceedings.models import ConsultedText, Draft
from proceedings.operations import closings, drafts
from tests.proceedings.admin.conftest import posted
from tests.proceedings.models.database import execute

pytestmark = pytest.mark.django_db

TEXTS = "/admin/proceedings/consultedtext/"
DRAFTS = "/admin/proceedings/draft/"


@pytest.fixture
def text(drafting):
    """A consulted text."""
    return drafting.text


def test_a_text_is_entered_with_an_address_from_its_title(desk, workshop):
    page = desk.get(f"{TEXTS}add/")

    answer = desk.post(
        f"{TEXTS}add/", posted(page, title="Quy định về phối hợp", family="party", workshop=workshop.pk)
    )

    assert answer.status_code == 302
    text = ConsultedText.objects.get()
    assert (text.slug, text.position, text.is_main) == ("quy-dinh-ve-phoi-hop", 1, True)


def test_a_text_is_amended_and_its_issued_document_recorded(desk, text, secretary, now):
    url = f"{TEXTS}{text.pk}/change/"
    issued = {"issued_symbol": "12-QĐ/TW", "issued_on": "01/09/2021", "issued_title": "Quy định"}
    early = desk.post(url, posted(desk.get(url), **issued))
    assert "Tổng hợp ý kiến chưa được khóa" in early.content.decode()
    closings.close_synthesis(workshop=text.workshop, actor=secretary, now=now)

    refused = desk.post(url, posted(desk.get(url), issued_symbol="12-QĐ/TW"))
    assert "đủ số, ký hiệu, ngày và tên" in refused.content.decode()

    answer = desk.post(
        url,
        posted(
            desk.get(url), title="Tên khác", issued_symbol="12-QĐ/TW", issued_on="01/09/2021", issued_title="Quy định"
        ),
    )  # fmt: skip
    assert answer.status_code == 302
    text.refresh_from_db()
    assert (text.title, text.issued_symbol, f"{text.issued_on}") == ("Tên khác", "12-QĐ/TW", "2021-09-01")


def test_two_who_amend_a_text_see_both_versions(desk, text):
    url = f"{TEXTS}{text.pk}/change/"
    read = desk.get(url)
    ConsultedText.objects.update(title="Của người khác")

    answer = desk.post(url, posted(read, title="Của tôi"))

    assert answer.status_code == 200
    assert "Của người khác" in answer.content.decode()
    assert "Của tôi" in answer.content.decode()


@pytest.mark.parametrize("articles", [1, 30])
def test_the_page_of_a_draft_takes_the_same_queries(desk, drafting, django_assert_num_queries, articles):
    from tests.proceedings.regulations import long

    draft = drafting.start(long(articles), warnings=["Điều 5 thiếu."])
    url = f"{DRAFTS}{draft.pk}/change/"
    desk.get(url)

    with django_assert_num_queries(7):
        page = desk.get(url).content.decode()

    assert "Điều 1. Tên điều 1" in page
    assert "Điều 5 thiếu." in page


def test_an_issued_draft_is_only_read(desk, drafting):
    drafting.start()
    draft = drafting.issue()

    page = desk.get(f"{DRAFTS}{draft.pk}/change/")
    assert page.status_code == 200
    assert 'name="title"' not in page.content.decode()
    assert desk.post(f"{DRAFTS}{draft.pk}/change/", {"title": "Chui"}).status_code == 403
    assert Draft.objects.get().title == "Quy định mẫu"


def test_the_original_comes_back_byte_for_byte(desk, drafting, client_of, delegate_other):
    content = b"\xd0\xcf\x11\xe0" + bytes(range(256))
    draft = drafting.start(source=drafts.Source("Dự thảo.doc", content, "application/msword"))
    url = f"{DRAFTS}{draft.pk}/original/"

    answer = desk.get(url)

    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Type"] == "application/msword"
    assert "attachment" in answer["Content-Disposition"]
    assert client_of(delegate_other).get(url).status_code == 403


def test_a_pasted_draft_has_no_original(desk, drafting):
    draft = drafting.start()

    assert desk.get(f"{DRAFTS}{draft.pk}/original/").status_code == 404
    assert execute("SELECT count(*) FROM proceedings_draft") == [(1,)]
