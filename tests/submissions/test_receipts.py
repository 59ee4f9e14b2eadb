import datetime
import hashlib
import re

import pypdfium2
import pytest
from django.test import override_settings
from django.utils import translation

from submissions import receipt_paper, receipts
from submissions.models import Submission
from submissions.operations import confirming, deciding, wiping

pytestmark = pytest.mark.django_db

HOSTILE = '#import "x" *đậm* _$x^2$_ <nhãn> `mã` \\u{41} 😀 \u202egpj.txt'


def pages_of(content):
    """The text of every page."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_bounded() for page in pdf]
    finally:
        pdf.close()


def without_blanks(text):
    return re.sub(r"[\s\u200b]", "", text)


@pytest.fixture
def hand_in(page_receive, read_all, page_batch, as_link):
    """Hand files in by the link of Bắc Ninh: ``hand_in({"a.txt": content})``; return the confirmed batch."""

    def through(files):
        for name, content in files.items():
            page_receive(name, content)
        read_all()
        return confirming.confirm(batch=page_batch, **as_link)

    return through


def test_receipt_states_number_sender_time_names_and_hashes(hand_in, letter):
    files = {"Thư góp ý.txt": letter(), "Phụ lục.txt": letter(), "rỗng.txt": b""}

    (text,) = pages_of(receipt_paper.receipt_pdf(hand_in(files)))

    plain, compact = " ".join(text.split()), without_blanks(text)
    for words in (
        "Phiếu số 1", "PHIẾU TIẾP NHẬN", "BAN TỔ CHỨC MẪU", "Hội thảo góp ý dự thảo Quy định mẫu",
        "Tỉnh ủy Bắc Ninh", "08:00:00, 08/09/2021 (UTC+07:00)", "ngày 08 tháng 9 năm 2021",
        "2 tệp đã nhận, 1 tệp không nhận", "Thư góp ý.txt", "Phụ lục.txt", "rỗng.txt",
        "không xác nhận nội dung được chấp nhận",
    ):  # fmt: skip
        assert words.lower() in plain.lower()
    for content in list(files.values())[:2]:
        assert hashlib.sha256(content).hexdigest() in compact
    assert hashlib.sha256(b"").hexdigest() not in compact


def test_receipt_is_the_same_bytes_every_time_and_in_every_language(hand_in, letter):
    batch = hand_in({"a.txt": letter()})
    first = receipt_paper.receipt_pdf(batch)

    with translation.override("en"):
        second = receipt_paper.receipt_pdf(type(batch).objects.get(pk=batch.pk))

    assert first == second


def test_receipt_does_not_change_with_what_the_secretariat_does_later(
    hand_in, letter, check, by, as_link, now
):
    batch = hand_in({"a.txt": letter(), "b.txt": letter()})
    first = receipt_paper.receipt_pdf(batch)
    later = {"actor": by["actor"], "now": now + datetime.timedelta(hours=1)}
    registered, refused = Submission.objects.in_order()

    deciding.accept(submission=check(registered), **later)
    deciding.refuse(submission=refused, reason="Thiếu chữ ký", **later)

    assert receipt_paper.receipt_pdf(batch) == first


def test_the_short_hash_is_on_the_paper_and_hangs_on_every_file(hand_in, letter):
    batch = hand_in({"a.txt": letter()})
    receipt = receipts.receipt_of(batch)

    assert re.fullmatch(r"([0-9a-f]{4} ){3}[0-9a-f]{4}", receipt.check)
    assert receipt.check.replace(" ", "") in without_blanks(pages_of(receipt_paper.receipt_pdf(batch))[0])
    assert receipt.check != receipts.Receipt(batch, (), ()).check


def test_words_of_the_sender_are_never_markup(hand_in, letter):
    (text,) = pages_of(receipt_paper.receipt_pdf(hand_in({HOSTILE: letter()})))

    assert "*đậm*_$x^2$_<nhãn>`mã`/u{41}" in without_blanks(text)


def test_a_long_list_goes_on_with_its_head(hand_in, letter):
    pages = pages_of(
        receipt_paper.receipt_pdf(hand_in({f"Văn bản góp ý số {n:03}.txt": letter() for n in range(40)}))
    )

    assert len(pages) >= 3
    assert all("SHA-256" in page for page in pages[:2])
    assert f"2/{len(pages)}" in pages[1]
    assert [f"{n:03}.txt" in "".join(pages) for n in range(40)] == [True] * 40


def test_a_secret_has_no_name_on_the_receipt_also_when_it_is_found_later(hand_in, letter, by, now):
    batch = hand_in({"ke-hoach-x.txt": letter(), "mat.txt": b"M\xe1\xba\xacT\nke-hoach-y"})
    secret = Submission.objects.get(name="ke-hoach-x.txt")
    assert "ke-hoach-x" in pages_of(receipt_paper.receipt_pdf(batch))[0]

    wiping.take_away(submission=secret, actor=by["actor"], now=now + datetime.timedelta(hours=1))
    (text,) = pages_of(receipt_paper.receipt_pdf(batch))

    assert "ke-hoach" not in text
    assert "mat.txt" not in text
    assert "dấu chỉ mức độ mật" in " ".join(text.split())


def test_without_a_font_there_is_no_paper_and_it_is_said(hand_in, letter, tmp_path):
    batch = hand_in({"a.txt": letter()})

    with override_settings(FONT_DIR=str(tmp_path)), pytest.raises(receipt_paper.NoReceipt):
        receipt_paper.receipt_pdf(batch)


def test_what_was_not_handed_in_has_no_receipt(page_batch):
    with pytest.raises(receipt_paper.NoReceipt):
        receipt_paper.receipt_pdf(page_batch)
