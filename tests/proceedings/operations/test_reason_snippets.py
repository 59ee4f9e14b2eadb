import pytest

from proceedings.models import ReasonSnippet
from proceedings.operations import reason_snippets
from proceedings.operations.refusals import Conflict, Invalid
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def add(workshop, by):
    """Keep words under a name."""

    def keep(name="Đã có", text="Nội dung đã được quy định.", **fields):
        return reason_snippets.add_snippet(workshop=workshop, name=name, text=text, **fields, **by)

    return keep


@pytest.fixture
def amend(by):
    """Change kept words as they were read."""

    def change(snippet, name="Đã có", text="Mới.", **fields):
        given = {"version": snippet.version, **fields}
        return reason_snippets.amend_snippet(snippet=snippet, name=name, text=text, **given, **by)

    return change


def test_words_are_kept_under_a_name_and_changed(add, amend):
    snippet = add(" Đã  có ", "Nội dung \n", decision="explained")
    assert (snippet.name, snippet.text, snippet.decision) == ("Đã có", "Nội dung", "explained")

    retired = amend(snippet, name="Khác", is_retired=True)

    assert ReasonSnippet.objects.get() == retired
    assert (str(retired), retired.text, retired.decision, retired.is_retired, retired.version) == (
        "Khác", "Mới.", "", True, 2,
    )  # fmt: skip


def test_what_cannot_be_kept_is_refused(add, amend):
    known, other = add(), add(name="Khác")
    ways = {"add": add, "amend": lambda **fields: amend(other, **fields)}

    for way in ways.values():
        for empty in ({"name": " "}, {"name": "Mới", "text": "\n"}):
            with refusal("Mẫu giải trình cần có tên gọi tắt và nội dung.", field="name"):
                way(**empty)
        with refusal("Hội thảo đã có mẫu với tên này.", kind=Invalid):
            way(name=known.name)
        with refusal("quá giới hạn 500 ký tự", field="name"):
            way(name="x" * 501)
        with refusal("chỉ có tối đa 100 kí tự", kind=Invalid):
            way(name="x" * 101)
        with refusal("quá giới hạn 20.000 ký tự", field="text"):
            way(name="Mới", text="x" * 20_001)
        with refusal("bí mật nhà nước", field="text"):
            way(name="Mới", text="TUYỆT MẬT")
        with refusal("không phải là lựa chọn hợp lệ", kind=Invalid):
            way(name="Mới", decision="maybe")


def test_what_somebody_changed_meanwhile_is_a_conflict(add, amend):
    snippet = add()
    amend(snippet, text="Của người khác")

    with refusal("vừa được người khác sửa", kind=Conflict) as caught:
        amend(snippet, text="Của tôi", version=1)
    assert caught.value.theirs.text == "Của người khác"
