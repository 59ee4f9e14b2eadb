import pytest

from submissions.models import Submission
from submissions.operations import deciding
from submissions.queries.duplicates import near_identical
from tests.submissions import mailbag

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


@pytest.fixture
def texts():
    """Running texts of letters, each its own."""
    bodies = mailbag.bodies()
    return ["\n".join(next(bodies)) for _count in range(4)]


def test_the_same_text_is_found_on_the_table_and_in_the_registry(on_table, accept, texts):
    first = on_table("a.txt", texts[0].encode())
    again = on_table("b.txt", f"VĂN BẢN MẪU\n{texts[0]}".encode())

    assert list(near_identical(again)) == [first]
    assert [flag["code"] for flag in again.flags if flag["code"].startswith("same")] == ["same_text_waiting"]

    contribution = accept(first)
    third = on_table("c.txt", f"VĂN BẢN MẪU lần ba\n{texts[0]}".encode())
    assert third.known_as == contribution


def test_other_texts_and_what_was_withdrawn_are_not_found(on_table, accept, texts, by):
    first = on_table("a.txt", texts[0].encode())
    other = on_table("b.txt", texts[1].encode())
    assert list(near_identical(other)) == []

    accept(first)
    deciding.undo(submission=first, **by)
    deciding.refuse(submission=first, reason="Gửi nhầm", **by)

    assert list(near_identical(on_table("c.txt", f"Mẫu\n{texts[0]}".encode()))) == []


def test_ten_texts_are_compared_with_a_fixed_number_of_queries(on_table, texts, django_assert_num_queries):
    submission = on_table("a.txt", texts[0].encode())
    for index in range(3):
        on_table(f"{index}.txt", f"{index}\n{texts[0]}".encode())

    submission = Submission.objects.select_related("batch__workshop").get(pk=submission.pk)
    with django_assert_num_queries(2):
        assert len(list(near_identical(submission))) == 3
