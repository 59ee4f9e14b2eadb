import pytest

from submissions import spool
from submissions.operations import correcting, receiving, wiping
from submissions.vocabulary import Source, SubmissionState
from tests.submissions.views.conftest import DESK

pytestmark = pytest.mark.django_db


def group(page, key):
    return next((group for group in page.context["groups"] if group.key == key), None)


@pytest.mark.parametrize("count", [1, 3])
def test_table_asks_the_same_few_questions_for_one_row_and_for_three(
    desk, on_table, doubtful, receive, count, django_assert_num_queries
):
    for place in range(count):
        on_table(f"san-sang-{place}.txt")
        doubtful(f"can-xem-{place}.txt")
        on_table(f"rong-{place}.txt", b"")
    for place in range(count):
        receive(f"cho-{place}.txt")
    address = f"{DESK}?all=1"
    desk.get(address)

    with django_assert_num_queries(8):
        page = desk.get(address)

    assert [len(group.rows) for group in page.context["groups"]] == [count] * 4


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_workshops_asks_the_same_few_questions(desk, on_table, count, django_assert_num_queries):
    for place in range(count):
        on_table(f"thu-{place}.txt")
    desk.get("/desk/intake/")

    with django_assert_num_queries(5):
        page = desk.get("/desk/intake/")

    assert [each.total for each in page.context["waiting"]] == [count]


def test_every_received_file_is_in_the_count_and_in_one_group(desk, on_table, doubtful, accept, receive, by):
    accept(on_table("a.txt"))
    on_table("b.txt")
    doubtful("c.txt")
    on_table("d.txt", b"")
    secret = on_table("e.txt")
    wiping.take_away(submission=secret, **by)
    receive("f.txt")

    page = desk.get(f"{DESK}?all=1")

    tally = page.context["tally"]
    assert tally.received == 6
    assert tally.received == tally.accepted + tally.waiting + tally.refused + tally.opened
    assert (tally.accepted, tally.waiting, tally.refused, tally.opened) == (1, 3, 2, 0)
    shown = {each.key: len(each.rows) for each in page.context["groups"]}
    assert shown == {
        "doubtful": 1,
        "ready": 1,
        "reading": 1,
        "refused": 2,
    }  # accepted in 2021: its day is over


def test_numbers_are_proposed_in_the_shown_order_after_the_last_given(desk, on_table, accept, check, ha_noi):
    accept(on_table("a.txt"), symbol="1-CV/TU")
    check(on_table("b.txt"), symbol="9-CV/TU", committee=ha_noi)
    check(on_table("c.txt"), symbol="10-CV/TU")
    check(on_table("d.txt"), symbol="2-CV/TU")

    def proposals(order):
        rows = group(desk.get(f"{DESK}?order={order}"), "ready").rows
        return [(row.proposed, row.name) for row in rows]

    assert proposals("arrival") == [(2, "b.txt"), (3, "c.txt"), (4, "d.txt")]
    assert proposals("symbol") == [(2, "d.txt"), (3, "b.txt"), (4, "c.txt")]
    assert proposals("committee") == [(2, "c.txt"), (3, "d.txt"), (4, "b.txt")]
    assert proposals("khong-co") == proposals("arrival")


def test_a_further_file_has_the_number_of_its_document(desk, on_table, check, by):
    main, scan = on_table("a.txt"), on_table("b.txt")
    check(main)
    correcting.keep_with(submission=scan, main=main, **by)

    rows = group(desk.get(DESK), "ready").rows

    assert [(row.proposed, row.is_annex) for row in rows] == [(1, False), (1, True)]
    assert "cùng số 1" in desk.get(DESK).content.decode()


def test_nothing_doubtful_can_be_chosen(desk, on_table, doubtful):
    ready, unsure = on_table("a.txt"), doubtful("b.txt")

    text = desk.get(DESK).content.decode()

    assert f'name="id" value="{ready.pk}"' in text
    assert f'name="id" value="{unsure.pk}"' not in text
    assert "Vào sổ 1 văn bản" in text


def test_flags_are_words_and_never_codes(desk, on_table):
    row = on_table("thu.txt", "Một văn bản mẫu không có đầu.".encode())

    text = desk.get(DESK).content.decode()

    assert row.flags
    assert all(flag["code"] not in text for flag in row.flags)
    assert "Chưa có số, ký hiệu" in text


def test_what_is_refused_says_why_and_what_to_do(desk, on_table):
    on_table("rong.txt", b"")

    row = group(desk.get(f"{DESK}?all=1"), "refused").rows[0]

    assert row.reason
    assert row.remedy
    assert row.has_letter


def test_a_secret_shows_neither_name_nor_page(desk, on_table, by):
    secret = on_table("ten-khong-duoc-giu.txt")
    wiping.take_away(submission=secret, **by)

    page = desk.get(f"{DESK}?all=1")

    assert "ten-khong-duoc-giu" not in page.content.decode()
    assert group(page, "refused").rows[0].href == ""
    assert desk.get(f"{DESK}{secret.pk}/").status_code == 404


def test_status_is_the_part_that_changes(desk, receive, read_all, now):
    receive()

    waiting = desk.get(f"{DESK}status/").content.decode()
    read_all()
    read = desk.get(f"{DESK}status/").content.decode()

    assert 'data-is-over="no"' in waiting
    assert "Chờ đọc" in waiting
    assert "<html" not in waiting
    assert 'data-is-over="yes"' in read
    assert "Chờ đọc" not in read


def test_a_batch_that_is_read_can_be_stopped_and_leaves_its_reason(desk, batch, receive, read_all):
    first = receive("a.txt")
    read_all()
    second = receive("b.txt")

    assert "Dừng đợt tiếp nhận lúc" in desk.get(DESK).content.decode()
    desk.post(f"{DESK}batches/{batch.pk}/stop/")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (SubmissionState.READY, SubmissionState.REFUSED)
    assert "Đợt tiếp nhận đã dừng" in desk.get(f"{DESK}?all=1").content.decode()


def test_a_batch_of_another_workshop_is_not_there(desk, batch, receive):
    receive()

    assert desk.post(f"/desk/intake/hoi-thao-khac/batches/{batch.pk}/stop/").status_code == 404
    batch.refresh_from_db()
    assert batch.cancelled_at is None


def test_who_only_looks_on_sees_the_table_and_no_button(onlooker, on_table, check):
    check(on_table())

    text = onlooker.get(DESK).content.decode()

    assert "góp ý dự thảo Quy định mẫu".lower() in text.lower()
    for button in ("Vào sổ 1 văn bản", "Gửi các tệp", "Hoàn tác", 'type="checkbox"'):
        assert button not in text


def test_old_refusals_are_put_aside_and_counted(desk, on_table):
    on_table("rong.txt", b"")  # in 2021

    page = desk.get(DESK)

    assert group(page, "refused").beyond == 1
    assert "Xem 1 hồ sơ cũ hơn" in page.content.decode()
    assert len(group(desk.get(f"{DESK}?all=1"), "refused").rows) == 1


def test_the_other_language_has_the_table_too(desk, on_table):
    on_table()

    assert desk.get(f"/en{DESK}").status_code == 200


def test_a_confirmed_batch_of_a_committee_is_in_the_same_table(
    desk, workshop, bac_ninh, by, letter, read_all
):
    batch = receiving.open_batch(
        workshop=workshop, source=Source.LINK, idempotency_key="x", committee=bac_ninh, **by
    )
    receiving.receive(batch=batch, name="a.txt", spooled=spool.take_in([letter()]), **by)
    read_all()

    assert "Trang của cấp ủy" in desk.get(DESK).content.decode()
