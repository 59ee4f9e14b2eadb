import pytest

from proceedings.models import NoRequest
from proceedings.operations import point_marks
from proceedings.operations.point_marks import Marked
from proceedings.operations.points import Told
from tests.proceedings.operations.refusals import refusal
from tests.proceedings.pointing import FIRST, SECOND

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def test_marks_are_accepted_together_or_not_at_all(pointing, document):
    first, second = pointing.span(document, FIRST), pointing.span(document, SECOND)
    marks = [Marked(*first, Told("add")), Marked(*second, Told("ask")), Marked(0, 11, reason="heading")]

    with refusal("trùng với ý kiến “", field="span"):
        point_marks.accept_marks(
            contribution=document, marks=[*marks, Marked(first[0], second[1], Told("add"))], **pointing.by
        )
    made = point_marks.accept_marks(contribution=document, marks=marks, **pointing.by)

    assert [(point.quote, point.kind) for point in made] == [(FIRST, "add"), (SECOND, "ask")]
    assert NoRequest.objects.get().reason == "heading"
