import datetime
import hashlib
import logging
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from proceedings.accounts.rights import Role
from proceedings.models import Participation
from submissions.models import Batch, Submission
from submissions.operations import confirming, deciding, links
from submissions.tokens import token_of
from submissions.vocabulary import Refusal, Source, SubmissionState

pytestmark = pytest.mark.django_db


def upload(name, content):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def send(visitor, root, letter):
    """Send files from the page of Bắc Ninh: ``send({"a.txt": content})``; return the answer."""

    def post(files=None, *, token=None, browser=visitor, to=root):
        files = {"thu.txt": letter()} if files is None else files
        if token is None:
            found = re.search(r'name="form_token" value="([^"]+)"', browser.get(to).content.decode())
            token = found[1] if found else ""
        documents = [upload(name, content) for name, content in files.items()]
        return browser.post(to, {"documents": documents, "form_token": token})

    return post


@pytest.fixture
def sent(send, read_all):
    """Send files and have them read: ``sent({"a.txt": content})``; return the address of the batch."""

    def through(files=None, **given):
        address = send(files, **given).url
        read_all()
        return address

    return through


# --- who gets in -----------------------------------------------------------------------


def test_the_page_names_committee_and_workshop(visitor, root):
    answer = visitor.get(root)

    html = answer.content.decode()
    assert "Tỉnh ủy Bắc Ninh" in html
    assert "Hội thảo góp ý dự thảo Quy định mẫu" in html
    assert answer["Cache-Control"] == "private, no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.fixture
def dead_addresses(own_link, root, secretary, workshop, bac_ninh, ha_noi, living):
    """Addresses that open nothing, for every reason there is."""
    now = timezone.now()
    expired = links.issue(
        workshop=workshop, committee=ha_noi, days=1, actor=secretary, now=now - datetime.timedelta(days=2)
    )
    revoked = own_link
    links.revoke(link=revoked, actor=secretary, now=now)
    token = token_of(revoked)
    key, rest = token.split("-", 1)
    return {
        "expired": token_of(expired),
        "revoked": token,
        "never": "khong-bao-gio-co",
        "tampered": token[:-2] + ("AA" if token[-2:] != "AA" else "BB"),
        "another key": f"{int(key) + 1}-{rest}",
        "empty signature": token.rsplit(".", 1)[0] + ".",
        "very long": "9" * 3_000,
        "signs": "%00%0a'\"<script>",
    }


def test_a_dead_link_is_one_page_byte_for_byte(visitor, dead_addresses):
    answers = {why: visitor.get(f"/submit/{token}/") for why, token in dead_addresses.items()}

    assert {why: answer.status_code for why, answer in answers.items()} == dict.fromkeys(answers, 404)
    assert len({answer.content for answer in answers.values()}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers.values()}) == 1
    html = answers["never"].content.decode()
    assert "Đề nghị Ban Thư ký hội thảo gửi liên kết mới" in html


def test_a_dead_link_takes_nothing_and_leads_nowhere(visitor, dead_addresses, letter):
    for token in dead_addresses.values():
        assert visitor.post(f"/submit/{token}/", {"documents": upload("a.txt", letter())}).status_code == 404
    for below in ("1/", "1/confirm/", "1/receipt.pdf", "1/1/", "1/1/withdraw/"):
        assert visitor.get(f"/submit/{dead_addresses['revoked']}/{below}").status_code == 404
        assert visitor.post(f"/submit/{dead_addresses['revoked']}/{below}").status_code == 404
    assert not Batch.objects.exists()


def test_who_guesses_too_often_waits(visitor, root):
    answers = [visitor.get(f"/submit/doan-{number}/").status_code for number in range(31)]

    assert answers == [404] * 30 + [429]
    assert visitor.get(root).status_code == 200


def test_reading_writes_nothing_and_sending_notes_the_use(visitor, root, own_link, send):
    visitor.get(root)
    own_link.refresh_from_db()
    assert own_link.last_used_at is None

    send()

    own_link.refresh_from_db()
    assert own_link.last_used_at is not None


def test_the_token_is_not_in_the_log(visitor, root, caplog):
    with caplog.at_level(logging.INFO):
        assert visitor.get(f"{root}999/").status_code == 404
        assert Client(enforce_csrf_checks=True).post(root).status_code == 403

    told = [record.getMessage() for record in caplog.records]
    assert len(told) >= 2
    assert not [line for line in told if root.split("/")[2] in line]


# --- sending -----------------------------------------------------------------------------


def test_send_read_confirm_and_hold_a_receipt(visitor, root, send, read_all, letter, own_link, bac_ninh):
    content = letter()

    address = send({"Thư góp ý.txt": content}).url
    assert "Đang đọc" in visitor.get(address).content.decode()
    read_all()
    html = visitor.get(address).content.decode()
    assert "101-CV/TU" in html
    assert "Xác nhận gửi 1 tệp" in html
    answer = visitor.post(f"{address}confirm/", follow=True)

    batch = Batch.objects.get()
    assert (batch.source, batch.link, batch.committee) == (Source.LINK, own_link, bac_ninh)
    assert batch.receipt_number == 1
    html = answer.content.decode()
    assert "Phiếu tiếp nhận số 1" in html
    assert "Đã gửi, chờ Ban Thư ký vào sổ" in html
    assert hashlib.sha256(content).hexdigest()[:8] in html
    assert "Phiếu tiếp nhận số 1" in visitor.get(root).content.decode()


def test_sending_nothing_says_so(visitor, root):
    html = visitor.post(root, {"form_token": "x" * 20}).content.decode()

    assert "Chọn ít nhất một tệp" in html
    assert not Batch.objects.exists()


@pytest.mark.parametrize("token", ["", "ngắn", "x" * 41, "../../..", "a" * 15])
def test_a_form_that_is_not_ours_is_refused_in_words(visitor, root, letter, token):
    answer = visitor.post(root, {"documents": upload("a.txt", letter()), "form_token": token})

    assert answer.status_code == 200
    assert "Trang này đã cũ" in answer.content.decode()
    assert not Batch.objects.exists()


def test_sending_twice_is_sending_once(send, letter):
    content = {"a.txt": letter(), "b.txt": letter()}

    first, second = send(content, token="x" * 24), send(content, token="x" * 24)

    assert first.url == second.url
    assert Batch.objects.count() == 1
    assert Submission.objects.count() == 2


def test_sending_the_same_form_after_confirming_changes_nothing(visitor, send, sent, letter):
    content = {"a.txt": letter()}
    address = sent(content, token="x" * 24)
    visitor.post(f"{address}confirm/")

    again = send(content, token="x" * 24)

    assert again.url == address
    assert Submission.objects.count() == 1


def test_confirming_twice_is_one_receipt(visitor, sent):
    address = sent()

    answers = [visitor.post(f"{address}confirm/").status_code for _each in range(2)]

    assert answers == [302, 302]
    assert Batch.objects.get().receipt_number == 1


def test_confirming_too_early_says_what_is_missing(visitor, send):
    address = send().url

    html = visitor.post(f"{address}confirm/").content.decode()

    assert "Còn 1 tệp đang đọc" in html
    assert Batch.objects.get().confirmed_at is None


def test_files_are_added_to_a_batch_until_it_is_confirmed(visitor, sent, send, read_all, letter):
    address = sent()
    send({"b.txt": letter()}, to=address, token="")
    read_all()
    assert Batch.objects.get().submissions.count() == 2
    visitor.post(f"{address}confirm/")

    html = send({"c.txt": letter()}, to=address, token="").content.decode()

    assert Batch.objects.get().submissions.count() == 2
    assert "không thêm tệp được nữa" in html


def test_a_bad_file_stops_no_good_one_and_is_told_with_its_remedy(visitor, sent, letter):
    address = sent({"tot.txt": letter(), "rong.txt": b"", "la.exe": b"MZ\x90\x00" + b"\x00" * 400})

    html = visitor.get(address).content.decode()

    assert html.count("Không nhận") == 2
    assert "Xác nhận gửi 1 tệp" in html


def test_a_file_over_the_limit_is_noted(visitor, sent, letter, monkeypatch):
    monkeypatch.setattr("submissions.spool.take_in.__kwdefaults__", {"limit": 1_000})

    address = sent({"nho.txt": b"V\xc4\x83n b\xe1\xba\xa3n m\xe1\xba\xabu", "to.txt": letter() * 2})

    states = dict(Submission.objects.values_list("name", "problem"))
    assert states == {"nho.txt": "", "to.txt": "too_large"}
    assert visitor.get(address).content.decode().count("Không nhận") == 1


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        '"><script>alert(1)</script>.txt',
        "{{ 7*7 }}{% debug %}.txt",
        "ten\u202egpj.txt",
        "Văn bản góp ý " + "rất dài " * 40 + ".txt",
        "a\x00b.txt",
    ],
)
def test_a_hostile_name_is_only_a_name(visitor, sent, letter, name):
    address = sent({name: letter()})

    html = visitor.get(address).content.decode()

    assert Submission.objects.count() == 1
    assert "<script>alert" not in html
    assert "49.txt" not in html
    assert "/etc/" not in html


def test_a_secret_leaves_the_fixed_words_only(visitor, sent, letter):
    marked = ("MẬT\n" + letter().decode()).encode()

    address = sent({"ke-hoach-x.txt": marked, "thuong.txt": letter()})
    visitor.post(f"{address}confirm/")
    html = visitor.get(address).content.decode()

    assert "dấu chỉ mức độ mật" in html
    assert "ke-hoach-x" not in html
    assert "ke-hoach-x" not in str(list(Submission.objects.values()))
    assert b"ke-hoach-x" not in visitor.get(f"{address}receipt.pdf").content


# --- correcting -------------------------------------------------------------------------------


def test_correct_what_was_read(visitor, sent):
    address = sent()
    submission = Submission.objects.get()
    page = f"{address}{submission.pk}/"
    assert "101-CV/TU" in visitor.get(page).content.decode()

    answer = visitor.post(
        page,
        {
            "version": submission.version,
            "symbol": "101-CV/TU",
            "document_on": "2/9/2021",
            "title": "Góp ý dự thảo Quy định mẫu",
            "signer_name": "Nguyễn Văn Mẫu Hai",
            "signer_post": "Phó Bí thư",
            "form": "written",
        },
    )

    submission.refresh_from_db()
    assert answer.url == f"{address}#tep-{submission.pk}"
    assert submission.document_on == datetime.date(2021, 9, 2)
    assert (submission.title, submission.signer_name) == ("Góp ý dự thảo Quy định mẫu", "Nguyễn Văn Mẫu Hai")
    assert submission.checked_by is None
    assert {flag["values"]["field"] for flag in submission.flags if flag["code"] == "corrected"} == {
        "document_on", "title", "signer_name", "signer_post",
    }  # fmt: skip


def test_a_wrong_date_is_told_at_its_field_and_what_was_typed_stays(visitor, sent):
    address = sent()
    submission = Submission.objects.get()

    html = visitor.post(
        f"{address}{submission.pk}/",
        {"version": submission.version, "document_on": "31/02/2021", "title": "Đã gõ", "form": "written"},
    ).content.decode()

    assert "Tháng 2/2021 không có ngày 31" in html
    assert "Đã gõ" in html


def test_a_sender_cannot_say_who_sent_it_or_who_may_read_it(visitor, sent, ha_noi, bac_ninh):
    address = sent()
    submission = Submission.objects.get()

    visitor.post(
        f"{address}{submission.pk}/",
        {
            "version": submission.version, "title": "Góp ý", "form": "written", "committee": ha_noi.pk,
            "circulation": "public", "state": "accepted", "is_checked": "1",
        },
    )  # fmt: skip

    submission.refresh_from_db()
    assert (submission.committee, submission.circulation) == (bac_ninh, "delegates")
    assert submission.state == SubmissionState.DOUBTFUL


def test_what_the_secretariat_saved_meanwhile_is_shown_and_nothing_typed_is_lost(visitor, sent, check):
    address = sent()
    submission = Submission.objects.get()
    read_at = submission.version
    check(submission, title="Bản của Ban Thư ký")

    html = visitor.post(
        f"{address}{submission.pk}/", {"version": read_at, "title": "Bản của cấp ủy", "form": "written"}
    ).content.decode()

    assert "Bản của Ban Thư ký" in html
    assert "Bản của cấp ủy" in html
    submission.refresh_from_db()
    assert submission.title == "Bản của Ban Thư ký"
    version = re.search(r'name="version" value="(\d+)"', html)[1]
    visitor.post(
        f"{address}{submission.pk}/", {"version": version, "title": "Bản của cấp ủy", "form": "written"}
    )
    submission.refresh_from_db()
    assert submission.title == "Bản của cấp ủy"


def test_withdraw_takes_the_file_off_the_page(visitor, sent, letter):
    address = sent({"giu.txt": letter(), "bo.txt": letter()})
    submission = Submission.objects.get(name="bo.txt")

    visitor.post(f"{address}{submission.pk}/withdraw/")

    html = visitor.get(address).content.decode()
    submission.refresh_from_db()
    assert submission.refusal == Refusal.WITHDRAWN
    assert "bo.txt" not in html
    assert "Xác nhận gửi 1 tệp" in html


def test_after_confirming_the_pages_of_its_files_lead_back(visitor, sent):
    address = sent()
    submission = Submission.objects.get()
    visitor.post(f"{address}confirm/")

    assert visitor.get(f"{address}{submission.pk}/").url == address
    html = visitor.post(f"{address}{submission.pk}/withdraw/").content.decode()
    assert "không sửa, không rút được nữa" in html


# --- how it stands -------------------------------------------------------------------------------


def test_the_page_says_what_the_secretariat_did(visitor, sent, letter, check, by, bac_ninh):
    address = sent({"a.txt": letter(), "b.txt": letter()})
    visitor.post(f"{address}confirm/")
    first, second = Submission.objects.in_order()
    deciding.accept(submission=check(first, document_on=datetime.date(2021, 9, 3)), **by)
    deciding.refuse(submission=second, reason="Thiếu chữ ký", **by)

    html = visitor.get(address).content.decode()

    assert "Ban Thư ký đã vào sổ số 1 ngày 08/09/2021" in html
    assert "Thiếu chữ ký" in html


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_database_as_often_for_one_batch_as_for_three(
    visitor, root, send, django_assert_num_queries, count, letter
):
    for _each in range(count):
        send({"a.txt": letter()})

    with django_assert_num_queries(2):
        visitor.get(root)


@pytest.mark.parametrize("count", [1, 3])
def test_batch_asks_the_database_as_often_for_one_file_as_for_three(
    visitor, sent, letter, django_assert_num_queries, count
):
    address = sent({f"{number}.txt": letter() for number in range(count)})

    with django_assert_num_queries(3):
        visitor.get(address)


# --- nothing of anybody else ------------------------------------------------------------------------


def test_another_committees_link_finds_nothing(visitor, sent, living, ha_noi):
    address = sent()
    submission = Submission.objects.get()
    batch = Batch.objects.get()
    confirming.confirm(batch=batch, actor=batch.received_by, now=timezone.now())
    other = f"/submit/{token_of(living(ha_noi))}/"

    assert visitor.get(other).status_code == 200
    for below in (f"{batch.pk}/", f"{batch.pk}/{submission.pk}/", f"{batch.pk}/receipt.pdf"):
        assert visitor.get(other + below).status_code == 404
    for below in (f"{batch.pk}/", f"{batch.pk}/confirm/", f"{batch.pk}/{submission.pk}/withdraw/"):
        assert visitor.post(other + below).status_code == 404
    assert visitor.get(address).status_code == 200


def test_a_file_is_found_in_its_own_batch_only(visitor, sent, letter):
    first, second = sent({"a.txt": letter()}), sent({"b.txt": letter()})
    submission = Submission.objects.get(name="a.txt")

    assert visitor.get(f"{first}{submission.pk}/").status_code == 200
    assert visitor.get(f"{second}{submission.pk}/").status_code == 404


def test_nothing_of_others_or_of_what_is_unpublished_is_told(
    visitor, sent, letter, workshop, register, receive, read_all, ha_noi, bac_ninh, root
):
    type(workshop).objects.filter(pk=workshop.pk).update(
        summary="CANARY-SUMMARY", preface="CANARY-PREFACE", place="CANARY-PLACE", source_note="CANARY-NOTE"
    )
    register(committee=ha_noi, title="CANARY-REGISTERED", text="CANARY-TEXT")
    shared = letter()
    receive("CANARY-NAME.txt", shared)  # at the desk, by another committee's letter
    receive("CANARY-NEAR.txt", shared + b"\nCANARY-WORDS")
    read_all()
    Submission.objects.update(committee=ha_noi)

    address = sent({"chung.txt": shared})
    pages = [visitor.get(page) for page in (root, address, f"{address}{Submission.objects.last().pk}/")]
    visitor.post(f"{address}confirm/")
    pages += [visitor.get(root), visitor.get(address), visitor.get(f"{address}receipt.pdf")]

    for page in pages:
        assert page.status_code == 200
        assert b"CANARY" not in page.content
        assert "Hà Nội".encode() not in page.content


# --- delegates ------------------------------------------------------------------------------------------


@pytest.fixture
def asked(collecting, bac_ninh):
    """Bắc Ninh was asked, and the workshop collects."""
    return Participation.objects.create(workshop=collecting, committee=bac_ninh)


OWN = "/submit/w/hoi-thao-mau/bac-ninh/"


def test_a_delegate_hands_in_by_the_account(
    client_of, delegate_bac_ninh, asked, send, read_all, bac_ninh, visitor, root
):
    browser = client_of(delegate_bac_ninh)
    assert OWN in browser.get("/submit/").content.decode()

    address = send(browser=browser, to=OWN).url
    read_all()
    browser.post(f"{address}confirm/")

    batch = Batch.objects.get()
    assert (batch.received_by, batch.link, batch.committee) == (delegate_bac_ninh, None, bac_ninh)
    assert batch.receipt_number == 1
    assert batch.submissions.get().committee == bac_ninh
    assert visitor.get(f"{root}{batch.pk}/").status_code == 200  # the committee's other way in


def test_a_delegate_of_another_committee_finds_nothing(client_of, delegate_other, asked, sent):
    sent()
    browser = client_of(delegate_other)
    batch = Batch.objects.get()

    assert OWN not in browser.get("/submit/").content.decode()
    for below in ("", f"{batch.pk}/", f"{batch.pk}/receipt.pdf"):
        assert browser.get(OWN + below).status_code == 404
    assert browser.get("/submit/w/hoi-thao-mau/").status_code == 404
    assert browser.post(OWN).status_code == 404


def test_a_stranger_is_led_to_the_sign_in_page(stranger, asked):
    for address in ("/submit/", "/submit/w/hoi-thao-mau/", OWN, f"{OWN}1/"):
        assert stranger.get(address).url == f"/accounts/login/?next={address}"


def test_who_belongs_to_no_committee_is_refused(client_of, editor, asked):
    for address in ("/submit/", "/submit/w/hoi-thao-mau/", OWN):
        assert client_of(editor).get(address).status_code == 403


def test_a_committee_that_was_merged_is_answered_for_by_its_successor(
    client_of, person, bac_ninh, asked, collecting
):
    today = bac_ninh.answering_today()
    assert today != bac_ninh
    browser = client_of(person("dai-bieu-nay", Role.DELEGATE, committee=today))

    assert browser.get("/submit/w/hoi-thao-mau/").url == OWN
    assert browser.get(OWN).status_code == 200

    neighbour = today.predecessors.exclude(pk=bac_ninh.pk).first()
    Participation.objects.create(workshop=collecting, committee=neighbour)
    html = browser.get("/submit/w/hoi-thao-mau/").content.decode()
    assert OWN in html
    assert f"/submit/w/hoi-thao-mau/{neighbour.slug}/" in html


def test_a_delegate_sends_nothing_when_no_more_is_collected_but_sees_what_was_sent(
    client_of, delegate_bac_ninh, asked, sent, collecting, letter
):
    browser = client_of(delegate_bac_ninh)
    address = sent(browser=browser, to=OWN)
    type(collecting).objects.filter(pk=collecting.pk).update(stage="held")

    html = browser.get(OWN).content.decode()
    refused = browser.post(OWN, {"documents": upload("b.txt", letter()), "form_token": "x" * 20})

    assert "không còn nhận văn bản" in html
    assert 'type="file"' not in html
    assert "không còn nhận văn bản" in refused.content.decode()
    assert browser.get(address).status_code == 200
    assert Batch.objects.count() == 1
