import datetime
import io

import openpyxl
import pytest
from django.utils import timezone

from proceedings.models import Participation
from submissions.models import UploadLink
from submissions.operations import links
from submissions.tokens import link_of, token_of

pytestmark = pytest.mark.django_db

LIST = "/desk/intake/hoi-thao-mau/links/"
ADDRESSES = f"{LIST}addresses/"


@pytest.fixture
def asked(workshop, bac_ninh, ha_noi):
    """Two committees were asked."""
    return [
        Participation.objects.create(workshop=workshop, committee=committee)
        for committee in (bac_ninh, ha_noi)
    ]


@pytest.fixture
def desk(client_of, secretary):
    """The secretary's browser."""
    return client_of(secretary)


@pytest.fixture
def living_link(workshop, bac_ninh, secretary):
    """A link that lives at the time of the machine on which the tests run."""
    return links.issue(workshop=workshop, committee=bac_ninh, days=30, actor=secretary, now=timezone.now())


def test_list_shows_every_asked_committee_and_no_address(desk, asked, living_link):
    html = desk.get(LIST).content.decode()

    assert "Tỉnh ủy Bắc Ninh" in html
    assert "Còn hạn đến" in html
    assert "Thành ủy Hà Nội" in html
    assert "Chưa lập" in html
    assert living_link.nonce not in html


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_database_as_often_for_one_row_as_for_three(
    desk, workshop, secretary, committees, django_assert_num_queries, count
):
    for committee in committees[:count]:
        Participation.objects.create(workshop=workshop, committee=committee)
        links.issue(workshop=workshop, committee=committee, days=3, actor=secretary, now=timezone.now())
    desk.get(LIST)

    with django_assert_num_queries(8):
        desk.get(LIST)


@pytest.mark.parametrize("count", [1, 3])
def test_addresses_ask_the_database_as_often_for_one_row_as_for_three(
    desk, workshop, secretary, committees, django_assert_num_queries, count
):
    for committee in committees[:count]:
        links.issue(workshop=workshop, committee=committee, days=3, actor=secretary, now=timezone.now())
    desk.get(ADDRESSES)

    with django_assert_num_queries(6):
        desk.get(ADDRESSES)


def test_issue_makes_links_for_the_chosen_and_leads_to_their_addresses(desk, asked, bac_ninh, ha_noi):
    answer = desk.post(f"{LIST}issue/", {"committees": [bac_ninh.pk, ha_noi.pk], "days": "14"}, follow=True)

    assert answer.redirect_chain == [(ADDRESSES, 302)]
    html = answer.content.decode()
    for link in UploadLink.objects.all():
        assert f"http://localhost:8000/submit/{token_of(link)}/" in html
        assert link.expires_at - link.made_at == datetime.timedelta(days=14)
    assert UploadLink.objects.count() == 2


def test_issue_again_revokes_the_earlier_link(desk, asked, bac_ninh, living_link):
    desk.post(f"{LIST}issue/", {"committees": [bac_ninh.pk], "days": "14"})

    living_link.refresh_from_db()
    assert living_link.revoked_at is not None
    assert UploadLink.objects.filter(revoked_at=None).count() == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"days": "14"}, "Chọn ít nhất một cấp ủy"),
        ({"days": "0"}, "từ 1 đến 120 ngày"),
        ({"days": "1000"}, "từ 1 đến 120 ngày"),
        ({"days": "x"}, "bằng chữ số"),
        ({"days": ""}, "Ghi số ngày"),
    ],
)
def test_issue_says_what_is_wrong(desk, asked, bac_ninh, typed, told):
    chosen = {} if "ít nhất" in told else {"committees": [bac_ninh.pk]}

    answer = desk.post(f"{LIST}issue/", {**chosen, **typed})

    assert told in answer.content.decode()
    assert not UploadLink.objects.exists()


def test_issue_makes_none_for_a_committee_that_was_not_asked(desk, workshop, bac_ninh):
    desk.post(f"{LIST}issue/", {"committees": [bac_ninh.pk, "x", "9" * 30], "days": "14"})

    assert not UploadLink.objects.exists()


def test_revoke_closes_the_page_at_once(desk, living_link):
    desk.post(f"{LIST}revoke/", {"link": living_link.pk})

    assert link_of(token_of(living_link), now=timezone.now()) is None


@pytest.mark.parametrize("key", ["", "x", "0", "9" * 30])
def test_revoke_of_nothing_is_not_found(desk, workshop, key):
    assert desk.post(f"{LIST}revoke/", {"link": key}).status_code == 404


def test_an_editor_looks_on_but_sees_no_address(client_of, editor, asked, living_link):
    browser = client_of(editor)

    html = browser.get(LIST).content.decode()

    assert 'type="checkbox"' not in html
    assert "Thu hồi" not in html
    for address in (ADDRESSES, f"{LIST}addresses.xlsx", f"{LIST}letters.txt"):
        assert browser.get(address).status_code == 403
    assert browser.post(f"{LIST}issue/").status_code == 403
    assert browser.post(f"{LIST}revoke/").status_code == 403


def test_a_workshop_that_is_not_there_is_not_found(desk):
    assert desk.get("/desk/intake/khong-co/links/").status_code == 404


def test_workbook_is_text_only(desk, workshop, living_link):
    workshop.short_title = "=1+1 & co"
    workshop.save()

    answer = desk.get(f"{LIST}addresses.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active

    assert [cell.value for cell in sheet[2]][:3] == [
        1, "Tỉnh ủy Bắc Ninh", f"http://localhost:8000/submit/{token_of(living_link)}/",
    ]  # fmt: skip
    assert [cell.data_type for cell in sheet[2]] == ["n", "s", "s", "s"]
    assert not any(cell.hyperlink for row in sheet for cell in row)
    assert "attachment" in answer["Content-Disposition"]


def test_letters_name_committee_address_and_end(desk, living_link):
    content = desk.get(f"{LIST}letters.txt").content

    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Kính gửi: Tỉnh ủy Bắc Ninh" in text
    assert f"http://localhost:8000/submit/{token_of(living_link)}/" in text


def test_nothing_with_an_address_is_kept_in_a_cache(desk, living_link):
    for address in (LIST, ADDRESSES, f"{LIST}addresses.xlsx", f"{LIST}letters.txt"):
        answer = desk.get(address)

        assert answer["Cache-Control"] == "private, no-store"
        assert "noindex" in answer["X-Robots-Tag"]
