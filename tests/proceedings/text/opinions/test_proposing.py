"""VĂN BẢN MẪU: what is proposed for letters of our own writing, and for the sample contributions."""

import pytest

from proceedings.sample.compose import contributions
from proceedings.sample.pointing import points_of
from proceedings.text.opinions import SUMMARY_LENGTH, Kind, Rule, propose
from tests.proceedings.text.opinions.letters import read_letters
from tests.proceedings.text.opinions.scoring import Score

FILES = ("letters_tuned.txt", "letters_further.txt", "letters_apart.txt")
#: What is promised of every set of texts.
PROMISED = 0.9


def letters():
    return [letter for name in FILES for letter in read_letters(name)]


def texts():
    yield from (letter.text for letter in letters())
    yield from (contribution.text for contribution in contributions())


def asking(text, draft):
    return [one for one in propose(text, draft) if one.kind is not Kind.NO_REQUEST]


def failing(score):
    return {name: share for name, share in score.shares.items() if share < PROMISED}


@pytest.mark.parametrize("name", FILES)
def test_the_points_of_letters_are_found(name, draft):
    score = Score()

    for letter in read_letters(name):
        score.count(
            letter.name, letter.text, letter.points, propose(letter.text, draft if letter.has_draft else None)
        )

    assert not failing(score), f"{score}: {score.misses}"


def test_there_are_letters_enough_to_tell():
    counted = {name: len(read_letters(name)) for name in FILES}

    assert sum(counted.values()) >= 45
    assert counted["letters_apart.txt"] >= 15


def test_the_points_of_the_sample_contributions_are_found(draft):
    score = Score()

    for number, contribution in enumerate(contributions(), start=1):
        known = [point for point in points_of(number) if point.kind is not Kind.NO_REQUEST]
        score.count(number, contribution.text, known, propose(contribution.text, draft))

    assert not failing(score), f"{score}: {score.misses}"


def test_every_reason_can_be_shown_in_the_text(draft):
    lost = [
        (one, reason)
        for text in texts()
        for one in propose(text, draft)
        for reason in one.reasons
        if not text[reason.start : reason.end].strip()
    ]
    unfounded = [one for text in texts() for one in propose(text, draft) if not one.reasons]

    assert (lost, unfounded) == ([], [])


def test_wordings_and_summaries_are_the_letters_own_words(draft):
    wrong = []
    for text in texts():
        plain = " ".join(text.split())
        for one in asking(text, draft):
            is_own = one.summary.removesuffix("…") in plain and 0 < len(one.summary) <= SUMMARY_LENGTH
            if not is_own or text[one.wording_start : one.wording_end] != one.wording:
                wrong.append(one)

    assert wrong == []


def test_confidence_says_more_of_an_explicit_request_than_of_a_wish(draft):
    (said,) = asking("Khoản 4 Điều 8: đề nghị bổ sung nội dung bồi dưỡng nghiệp vụ.", draft)
    (wished,) = asking("Khoản 4 Điều 8 nên diễn đạt lại.", draft)

    assert 0 < wished.confidence < said.confidence < 1


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("1. Tại Điều 5, đề nghị bỏ cụm từ “gồm”.", {Rule.NUMBERED, Rule.CITATION, Rule.REQUEST_VERB}),
        ("Điều 5 thay từ “gồm” bằng “có”.", {Rule.QUOTED_WORDING, Rule.OPERATIVE_VERB}),
        ("Điều 5 | Nhất trí |", {Rule.TABLE_ROW, Rule.AGREEMENT, Rule.CITATION}),
        ("Điều 7 áp dụng cho ai?", {Rule.QUESTION}),
        ("Đề nghị bỏ cụm từ “các nội dung khác theo yêu cầu”.", {Rule.QUOTES_DRAFT}),
        ("Về chế độ thông tin, báo cáo: đề nghị giảm số lần.", {Rule.NAMED_HEADING}),
        ("Về Điều 5:\n- Đề nghị viết gọn lại.", {Rule.INHERITED, Rule.HEADING}),
        ("Đề nghị bỏ Điều 9.\nLý do: trùng lặp.", {Rule.MOTIVE}),
        ("Kính gửi: Ban soạn thảo", {Rule.SALUTATION}),
        ("Trân trọng cảm ơn.", {Rule.CLOSING}),
        ("Đối với Điều 3, chúng tôi không đề nghị sửa.", {Rule.NO_CHANGE_ASKED}),
    ],
)  # fmt: skip
def test_the_rules_that_were_used_are_named(text, rules, draft):
    used = {reason.rule for one in propose(text, draft) for reason in one.reasons}

    assert rules <= used


@pytest.mark.parametrize(
    ("text", "kind", "anchor"),
    [
        ("Đề nghị không bỏ khoản 2 Điều 4.", "agree", "dieu-4.khoan-2"),
        ("Đề nghị bổ sung, sửa đổi Điều 12 cho gọn.", "amend", "dieu-12"),
        ("Theo Điều 18, đề nghị xác định rõ cơ quan đầu mối.", "amend", "dieu-18"),
        ("Khoản 2 Luật Công an nhân dân: đề nghị bổ sung vào dự thảo.", "add", ""),
        ("Đề nghị sửa Điều 2 cho phù hợp với Điều 19.", "amend", "dieu-2"),
        ("Quy chế cần quy định rõ thời hạn trả lời.", "amend", ""),
    ],
)
def test_traps_are_read_rightly(text, kind, anchor, draft):
    (found,) = asking(text, draft)

    assert (found.kind, found.anchor) == (kind, anchor)


@pytest.mark.parametrize(
    "text",
    [
        "Trung ương đã đề nghị các địa phương báo cáo.",
        "Ban Thường vụ đã kiến nghị cấp trên bổ sung biên chế.",
        "Theo đề nghị của Ban Tổ chức, cấp ủy đã lấy ý kiến.",
        "Các ý kiến, kiến nghị của nhân dân được giải quyết kịp thời.",
        "Chúng tôi xin tham gia một số ý kiến như sau:",
        "II. Đề xuất, kiến nghị",
        "Cấp ủy đã nhất trí phân công đồng chí phụ trách.",
    ],
)
def test_what_only_tells_asks_for_nothing(text, draft):
    assert asking(text, draft) == []


@pytest.mark.parametrize("text", ["", " \r\n\u200b\t", "\u200b"])
def test_a_text_without_words_has_no_passages(text, draft):
    assert propose(text, draft) == ()


def test_without_a_draft_points_have_no_anchor():
    (found,) = asking("Đề nghị bổ sung khoản 3 Điều 5.", None)

    assert (found.kind, found.anchor, found.candidates) == ("add", "", ())
