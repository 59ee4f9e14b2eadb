"""`manage.py load_sample`."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from proceedings.models import Committee, Contribution, Workshop
from proceedings.sample.facts import WORKSHOP_SLUG

pytestmark = pytest.mark.django_db


def run(*arguments):
    said = io.StringIO()
    call_command("load_sample", *arguments, stdout=said)
    return said.getvalue()


def test_load_sample_says_what_it_did_and_that_there_is_nothing_left_to_do():
    first = run()
    second = run()

    assert f"Đã lập hội thảo “{WORKSHOP_SLUG}” và đăng ký 92 văn bản mẫu" in first
    assert "đã có từ trước với đủ 92 văn bản mẫu. Không thay đổi gì." in second


def test_load_sample_prints_json_for_machines():
    done = json.loads(run("--json", "--contributions", "2"))

    assert done.pop("seconds") >= 0
    assert done == {"workshop": "hoi-thao-mau-2", "new": True, "registered": 2, "known": 0}


def test_load_sample_makes_texts_of_a_length_for_measurements():
    run("--contributions", "3", "--words", "1000")

    texts = Contribution.objects.values_list("text", flat=True)
    assert all(1000 <= len(text.split()) <= 1200 for text in texts)


def test_load_sample_fails_where_something_is_refused():
    Committee.objects.filter(slug="ha-noi").update(slug="ha-noi-cu")

    with pytest.raises(CommandError, match="chưa nạp gì"):
        run()

    assert not Workshop.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--contributions", "0"], "0 is not a whole number from 1 to 100000"),
        (["--contributions", "-5"], "is not a whole number"),
        (["--contributions", "²"], "is not a whole number"),
        (["--contributions", "3", "--words", "20"], "20 is not a whole number from 150 to 2400"),
        (["--words", "400"], "--words chỉ dùng cùng --contributions"),
    ],
)
def test_load_sample_refuses_arguments_that_make_no_sense(arguments, complaint):
    with pytest.raises(CommandError, match=complaint):
        run(*arguments)

    assert not Workshop.objects.exists()
