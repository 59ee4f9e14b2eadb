"""A workshop with one of everything that a page can show, and its pages in both languages."""

import datetime
import re
from dataclasses import dataclass
from functools import partial

import pytest

from proceedings.models import AgendaItem, Delegate, Site, Theme
from proceedings.operations import attachments, conclusions, consulted_texts, drafts, workshops
from proceedings.publishing.pages import pages_of
from proceedings.publishing.rendering import render
from proceedings.publishing.sources import EditionLine, FileLine, Source
from proceedings.vocabulary import (
    AgendaKind,
    Audience,
    Circulation,
    ConclusionKind,
    ContributionForm,
    DelegateRole,
    Stance,
)
from tests.proceedings.drafting import Drafting
from tests.proceedings.publishing.pages.texts import REASONS, second, third, with_everything
from tests.proceedings.regulations import small

PDF = FileLine("proceedings.pdf", "application/pdf", 1234567, "ab" * 32)


@dataclass(frozen=True)
class RenderedPage:
    """A page as a reader gets it."""

    path: str
    language: str
    html: str

    @property
    def address(self):
        return self.path if self.language == "vi" else f"/en{self.path}"

    @property
    def text(self):
        """What is read, on one line, without tags."""
        return " ".join(re.sub(r"<[^>]+>", " ", self.html.partition("<body")[2]).split())


@pytest.fixture
def by(secretary, now):
    """Who writes, and when."""
    return {"actor": secretary, "now": now}


@pytest.fixture
def enter(register):
    """Register a contribution that everybody may read."""
    return partial(register, circulation=Circulation.PUBLIC)


@pytest.fixture
def full_workshop(workshop, enter, secretary, bac_ninh, ha_noi, now):
    """Theme, site, people, programme, two committees asked, three contributions, a conclusion with its task."""
    by = {"actor": secretary, "now": now}
    theme = Theme(workshop=workshop, position=1, slug="co-so", title="Cơ sở lý luận")
    empty = Theme(workshop=workshop, position=2, slug="khac", title="Vấn đề khác")
    site = Site(workshop=workshop, position=1, name="Điểm cầu Bắc Ninh", committee=bac_ninh, headcount=40)
    workshops.arrange(saved=[theme, empty, site], **by)
    chair = Delegate(
        workshop=workshop, position=1, full_name="Người Chủ Trì", posts=["Chức vụ một", "Chức vụ hai"]
    )
    chair.role = DelegateRole.CHAIR
    guest = Delegate(workshop=workshop, position=2, full_name="Người Bắc Ninh", site=site)
    item = AgendaItem(workshop=workshop, position=1, kind=AgendaKind.PAPER, title="Tham luận thứ nhất")
    workshops.arrange(saved=[chair, guest, item], **by)
    workshops.invite(workshop=workshop, committees=[bac_ninh, ha_noi], **by)
    paper = enter(
        committee=bac_ninh,
        title="Tham luận <của> Bắc Ninh",
        text="Đoạn thứ nhất.\nĐoạn & thứ hai.",
        symbol="12-CV/TU",
        document_on=datetime.date(2021, 8, 2),
        form=ContributionForm.PAPER,
        presented_live=True,
        speaking_order=1,
        agenda_item=item,
        stance=Stance.AGREES_WITH_COMMENTS,
        theme=theme,
        summary="Nhất trí về cơ bản.",
    )
    enter(title="Góp ý thứ hai")
    enter(title="Góp ý có thật", body_name="Cơ quan Khác", body_kind="organisation", is_sample=False)
    attachments.attach(
        contribution=paper, name="goc.docx", content=b"PK", media_type="application/octet-stream", **by
    )
    conclusions.conclude(
        workshop=workshop,
        kind=ConclusionKind.CLOSING_WORDS,
        title="Tổng kết mẫu",
        speaker=chair,
        text="Kết luận đoạn một.",
        tasks=[{"text": "Hoàn thiện dự thảo", "owner_committee": bac_ninh}],
        **by,
    )
    workshop.refresh_from_db()
    return workshop


@pytest.fixture
def drafted_workshop(full_workshop, by):
    """The same with a main text of three issued drafts and a fourth at work, and a second text of one draft."""
    main = Drafting(full_workshop, by)
    circulate(main.text, Circulation.PUBLIC, by)
    for number, (tree, reasons) in enumerate(((small(), {}), (second(), REASONS), (third(), {})), start=1):
        main.start(tree, reasons=reasons, title="Quy định mẫu <về> phối hợp")
        main.issue(note=f"Ghi chú lần {number}")
    main.start(small(), title="Bản đang soạn")
    other = consulted_texts.add_text(
        workshop=full_workshop, slug="de-an", title="Đề án mẫu & phụ lục", family="state",
        circulation=Circulation.PUBLIC, **by,
    )  # fmt: skip
    drafts.issue(
        draft=drafts.start_from_outline(
            consulted_text=other, provisions=with_everything(), source_text="Đề án mẫu", **by
        ),
        **by,
    )
    return full_workshop


@pytest.fixture
def pages(full_workshop):
    """Every page of an edition: ``pages["/workshops/…/", "vi"]``."""
    return rendered(full_workshop)


@pytest.fixture(scope="module")
def kept_pages():
    """What a module's tests only read is rendered once."""
    return {}


@pytest.fixture
def drafted_pages(kept_pages, request):
    """The same of a workshop with drafts."""
    if not kept_pages:
        kept_pages.update(rendered(request.getfixturevalue("drafted_workshop")))
    return kept_pages


def circulate(text, circulation, by):
    """Set who reads the issued drafts of a text."""
    text.refresh_from_db()
    text.circulation = circulation
    consulted_texts.amend_text(consulted_text=text, changed={"circulation"}, version=text.version, **by)


def rendered(workshop):
    """Return every page of a workshop as a reader gets it."""
    source = Source(workshop, Audience.PUBLIC, edition=EditionLine("1", "2021-09-10", ""), files=(PDF,))
    return {
        (spec.path, language): RenderedPage(spec.path, language, render(spec, language))
        for spec in pages_of(source)
        for language in ("vi", "en")
    }
