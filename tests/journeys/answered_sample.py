"""What lies on the answering screen of the published sample: points of two documents, a shared response, a snippet."""

from proceedings.models import Point, Provision, ReasonSnippet, Response
from proceedings.operations import contributions
from proceedings.operations.points import Told, mark_point
from proceedings.operations.reason_snippets import add_snippet
from proceedings.operations.responses import Decided, respond
from tests.journeys import arrived_sample, drafted_sample

ROOT = f"/desk/points/{arrived_sample.WORKSHOP}/"

FIRST = """VĂN BẢN MẪU
Đề nghị bổ sung cụm từ công khai, minh bạch vào khoản 2 của điều này.
Đề nghị làm rõ cơ quan mẫu nào chủ trì trong trường hợp có ý kiến khác nhau.
Đề nghị bỏ cụm từ đúng việc vì đã có trong quy định chung.
Đề nghị giữ nguyên khoản 1 như dự thảo mẫu.
Đề nghị quy định thời hạn trả lời của các cơ quan mẫu.
Đề nghị rà soát kỹ thuật trình bày của toàn điều."""
SECOND = """VĂN BẢN MẪU
Đề nghị bổ sung cụm từ công khai, minh bạch, kịp thời vào khoản 2 của điều này.
Đề nghị bổ sung cụm từ công khai vào khoản 2 của điều này."""


def split(**by):
    """Register the documents and split them; the points of the second one share a response that waits for approval."""
    workshop = arrived_sample.workshop()
    anchor = Provision.objects.get(
        draft__number=1, draft__consulted_text__slug=drafted_sample.TEXT, path="dieu-2.khoan-2"
    )
    made = []
    for number, text in enumerate((FIRST, SECOND), start=1):
        document = contributions.register(
            workshop=workshop,
            title=f"Góp ý mẫu thứ {number}",
            text=text,
            body_kind="organisation",
            body_name=f"Cơ quan Mẫu {number}",
            is_sample=True,
            **by,
        )
        made.append(mark_lines(document, anchor, **by))
    add_snippet(
        workshop=workshop,
        name="Đã quy định",
        text="Nội dung này dự thảo đã quy định.",
        decision="explained",
        **by,
    )
    respond(points=made[1], decided=Decided("noted", "Ghi nhận để hoàn thiện."), propose=True, **by)


def mark_lines(document, anchor, **by):
    """Make a point of each line of a document but the first."""
    start, made = document.text.index("\n") + 1, []
    for line in document.text.split("\n")[1:]:
        told = Told("add", anchor=anchor)
        made.append(mark_point(contribution=document, start=start, end=start + len(line), told=told, **by))
        start += len(line) + 1
    return made


def points():
    """The points in the order of the registry."""
    return list(Point.objects.filter(contribution__workshop__slug=arrived_sample.WORKSHOP).in_order())


def response():
    """The response that the second document's points share."""
    return Response.objects.get(workshop__slug=arrived_sample.WORKSHOP)


def snippet():
    """The words that are used again."""
    return ReasonSnippet.objects.get(workshop__slug=arrived_sample.WORKSHOP)
