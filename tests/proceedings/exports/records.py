"""A workshop with a bit of everything, entered through the operations."""

import datetime

from proceedings.models import AgendaItem, Committee, Delegate, Site, Theme, User, Workshop
from proceedings.operations import conclusions, contributions, workshops
from proceedings.vocabulary import BodyKind, Circulation, ConclusionKind, DelegateRole

NOW = datetime.datetime(2021, 9, 8, 2, tzinfo=datetime.UTC)


class Record:
    """Enters rows as one secretary on one day."""

    def __init__(self) -> None:
        self.by = {"actor": User.objects.create_user("thu-ky"), "now": NOW}
        self.workshop = workshops.convene(
            slug="quy-che",
            title="Hội thảo quy chế phối hợp",
            short_title="Quy chế phối hợp",
            host="Đảng ủy Công an Trung ương",
            held_on=datetime.date(2021, 9, 7),
            place="Hà Nội",
            preface="Lời nói đầu, đoạn một.\n\nLời nói đầu, đoạn hai.",
            opening="Thưa các đồng chí.",
            **self.by,
        )

    def themes(self, *titles: str) -> list[Theme]:
        rows = [
            Theme(workshop=self.workshop, position=position, slug=f"nhom-{position}", title=title)
            for position, title in enumerate(titles, start=1)
        ]
        workshops.arrange(saved=rows, **self.by)
        return rows

    def contribution(self, title: str, **fields: object):
        given = {
            "committee": Committee.objects.get(slug="bac-ninh"),
            "received_on": datetime.date(2021, 9, 1),
            "text": f"Đoạn một của {title}.\n\nĐoạn hai của {title}.",
            "circulation": Circulation.PUBLIC,
        }
        return contributions.register(workshop=self.workshop, title=title, **(given | fields), **self.by)

    def from_body(self, title: str, name: str, **fields: object):
        return self.contribution(
            title, committee=None, body_kind=BodyKind.PARTY_BODY, body_name=name, **fields
        )

    def event(self) -> None:
        """A site, two delegates, a programme and a conclusion with a task."""
        site = Site(
            workshop=self.workshop, position=1, name="Điểm cầu Bắc Ninh", place="Tỉnh ủy", headcount=30
        )
        workshops.arrange(saved=[site], **self.by)
        chair = Delegate(
            workshop=self.workshop,
            position=1,
            full_name="Chủ trì Mẫu",
            posts=["Phó Bí thư", "Thứ trưởng"],
            role=DelegateRole.CHAIR,
        )
        guest = Delegate(workshop=self.workshop, position=2, full_name="Đại biểu Mẫu", site=site)
        opening = AgendaItem(
            workshop=self.workshop, position=1, starts_at=datetime.time(8), title="Khai mạc", speaker=chair
        )
        workshops.arrange(saved=[chair, guest], **self.by)
        workshops.arrange(saved=[opening], **self.by)
        conclusions.conclude(
            workshop=self.workshop,
            kind=ConclusionKind.CLOSING_WORDS,
            speaker=chair,
            title="Kết luận hội thảo",
            text="Các ý kiến đều có giá trị.",
            concluded_on=datetime.date(2021, 9, 7),
            tasks=[{"text": "Tổng hợp đầy đủ ý kiến", "owner": "Tổ biên tập"}],
            **self.by,
        )


def workshop_of(record: Record) -> Workshop:
    return Workshop.objects.get(pk=record.workshop.pk)
