"""What lies on the workbench for drafts: two issued ones, one in work with a doubt, and a text without any."""

from proceedings.models import Provision
from proceedings.operations import consulted_texts, drafts
from proceedings.operations.draft_reading import start_from_paragraphs
from proceedings.operations.lineage_proposals import propose_from_engine
from submissions.models import ReturnedFile
from tests.journeys import arrived_sample

WORKSHOP, TEXT, OTHER = arrived_sample.WORKSHOP, "quy-che", "de-an"

FIRST = """QUY CHẾ MẪU
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế mẫu này quy định về phối hợp giữa các cơ quan mẫu.
Điều 2. Nguyên tắc
1. Tuân thủ pháp luật và quy định của các cơ quan mẫu.
2. Kịp thời, đúng vai, đúng việc.
Chương II
NỘI DUNG PHỐI HỢP
Điều 3. Trao đổi thông tin
1. Trao đổi về:
a) Quy hoạch;
b) Bổ nhiệm.
2. Báo cáo khi cần thiết."""
SECOND = FIRST.replace("khi cần thiết", "hằng quý và khi có yêu cầu đột xuất của cơ quan mẫu")
THIRD = SECOND.replace("Điều 3.", "Điều 4.")


def draft(**by):
    """Put the drafts on the workbench of the workshop that the desk's sample has."""
    workshop = arrived_sample.workshop()
    text, _other = (
        consulted_texts.add_text(
            workshop=workshop, slug=slug, title=title, family="party", is_sample=True, **by
        )
        for slug, title in ((TEXT, "Quy chế phối hợp mẫu"), (OTHER, "Đề án mẫu"))
    )
    for words in (FIRST, SECOND):
        begun = start_from_paragraphs(consulted_text=text, paragraphs=words.split("\n"), **by)
        issued = drafts.issue(draft=begun.draft, acknowledged=True, **by)
    propose_from_engine(draft=issued, **by)
    begun = start_from_paragraphs(consulted_text=text, paragraphs=THIRD.split("\n"), **by)
    ReturnedFile.objects.create(
        draft=begun.draft,
        name="quy-che-mau-da-sua.docx",
        sha256="0" * 64,
        size=1,
        paragraphs=[[line, []] for line in THIRD.replace("Kịp thời", "Kịp thời, công khai").split("\n")],
        received_at=by["now"],
        received_by=by["actor"],
    )


def returned():
    """The Word file of the draft in work that came back."""
    return ReturnedFile.objects.get(draft__consulted_text__slug=TEXT)


def article():
    """The article of the draft in work that holds clauses."""
    return Provision.objects.get(draft__number=None, draft__consulted_text__slug=TEXT, path="dieu-2")
