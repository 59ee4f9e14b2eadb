"""``ledger``."""

import json

import pytest
from django.core.management import CommandError, call_command

from proceedings.operations import closings, no_requests

pytestmark = pytest.mark.django_db


@pytest.fixture
def complete(pointing):
    """A document of which everything is accounted for."""
    point = pointing.point()
    no_requests.mark_rest(contribution=point.contribution, **pointing.by)
    pointing.approved(point)
    return pointing


@pytest.fixture
def with_gaps(complete):
    """One more document that nobody splits on, and a response that its editor holds."""
    complete.drafted(complete.point())
    return complete


def ledger(capsys, *options):
    """Run the command; return what it printed and how it ended."""
    try:
        call_command("ledger", "hoi-thao-mau", *options)
    except SystemExit as ended:
        return capsys.readouterr().out, ended.code
    return capsys.readouterr().out, 0


def test_what_is_complete_is_told_in_words(complete, capsys):
    printed, code = ledger(capsys)

    assert code == 0
    assert printed.splitlines() == [
        "Văn bản: 1 số vào sổ, 1 có hiệu lực (0 đã hủy, 0 đã thay); 1 đã tách hết, 0 nhất trí hoàn toàn.",
        "Ý kiến: 1 (1 bằng văn bản, 0 chỉ phát biểu); 1 có trả lời, 1 đã duyệt: 1 giải trình.",
        "Chủ thể: 0/0 cấp ủy được hỏi đã trả lời; 1 chủ thể góp ý.",
        "Điều khoản: 0 có ý kiến, 0 đã thay đổi, 0 đã bỏ.",
        "Đầy đủ: 100 %.",
    ]


def test_gaps_are_listed_with_their_holders_and_end_with_one(with_gaps, capsys):
    printed, code = ledger(capsys)

    assert code == 1
    *_counts, paragraphs, unapproved, last = printed.splitlines()
    assert paragraphs == "  Đoạn chưa được tách: Số 2: còn 4/5 đoạn"
    assert unapproved.startswith("  Trả lời chưa được duyệt: Trả lời cho 1 ý kiến, từ số 2")
    assert unapproved.endswith(" – Biên tập Mẫu")
    assert last == "Còn 2 chỗ chưa khớp: 50.0%."


@pytest.mark.parametrize("state", ["complete", "with_gaps"])
def test_machines_read_the_counts_and_the_gaps(request, state, capsys):
    request.getfixturevalue(state)

    printed, code = ledger(capsys, "--json")

    told = json.loads(printed)
    assert {"documents", "points", "bodies", "gaps", "complete"} <= set(told)
    assert (told["complete"], code) == ((True, 0) if state == "complete" else (False, 1))
    assert [set(gap) for gap in told["gaps"]] == [{"kind", "where", "holder"}] * len(told["gaps"])
    assert [(gap["kind"], gap["holder"]) for gap in told["gaps"]] == (
        [] if state == "complete" else [("open-paragraphs", ""), ("unapproved", "Biên tập Mẫu")]
    )
    assert told["documents"]["standing"] == (1 if state == "complete" else 2)


def test_a_closing_is_told_with_its_reason(with_gaps, capsys):
    reason = "Cấp ủy đã rút ý kiến."
    closings.close_synthesis(workshop=with_gaps.workshop, reason=reason, **with_gaps.chief)

    printed, code = ledger(capsys)

    assert code == 1
    assert "Đã khóa ngày 08/09/2021 (Tổ trưởng Mẫu)." in printed
    assert f"  Khóa khi còn 2 chỗ chưa khớp: {reason}" in printed
    assert "Từ khi khóa" not in printed

    with_gaps.contribute()

    printed, _code = ledger(capsys)
    assert "  Từ khi khóa: Văn bản: Văn bản có hiệu lực 2 → 3" in printed
    assert "  Từ khi khóa: Chỗ chưa khớp 2 → 3" in printed


def test_an_unknown_workshop_is_refused_with_those_that_are_known(workshop):
    with pytest.raises(CommandError, match=r"There is no workshop 'khong-co'\. Known: hoi-thao-mau"):
        call_command("ledger", "khong-co")
