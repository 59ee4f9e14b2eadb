import pytest

from proceedings.models import AgendaItem, Delegate, Site, Theme
from proceedings.operations import conclusions, editions, workshops
from proceedings.publishing.publish import run
from proceedings.vocabulary import Audience
from tests.proceedings.drafting import Drafting
from tests.proceedings.pointing import Pointing


@pytest.fixture
def by(secretary, now):
    """Who writes, and when."""
    return {"actor": secretary, "now": now}


@pytest.fixture
def drafting(workshop, by):
    """A consulted text; ``drafting.start()`` begins its first draft from a small regulation."""
    return Drafting(workshop, by)


@pytest.fixture
def pointing(drafting, register, editor, chief_editor, now):
    """A workshop with an issued draft, whose contributions are split and answered by short calls."""
    return Pointing(drafting, register, editor, chief_editor, now)


@pytest.fixture
def record(workshop, register, bac_ninh, by):
    """A small workshop with one of everything; three documents, of which the public reads one."""
    theme = Theme(workshop=workshop, position=1, slug="phoi-hop", title="Về phối hợp")
    site = Site(workshop=workshop, position=1, name="Điểm cầu Bắc Ninh", committee=bac_ninh)
    workshops.arrange(saved=[theme, site], **by)
    chair = Delegate(
        workshop=workshop, position=1, full_name="Chủ trì Mẫu", posts=["Bí thư"], role="chair", site=site
    )
    workshops.arrange(saved=[chair], **by)
    item = AgendaItem(
        workshop=workshop, position=1, kind="paper", title="Tham luận", speaker=chair, site=site
    )
    workshops.arrange(saved=[item], **by)
    register(
        committee=bac_ninh, theme=theme, title="Bài đọc công khai", circulation="public", presented_live=True,
        speaking_order=1, agenda_item=item, form="paper", symbol="12-CV/TU", stance="agrees",
    )  # fmt: skip
    register(title="Bài cho đại biểu", circulation="delegates")
    register(title="Bài nội bộ", circulation="internal")
    conclusions.conclude(
        workshop=workshop, kind="closing-words", title="Kết luận hội thảo", text="Tiếp thu.", speaker=chair, site=site,
        tasks=[{"text": "Tổng hợp ý kiến", "owner": "Tổ biên tập"}], **by,
    )  # fmt: skip
    return workshop


@pytest.fixture
def plan(record, by):
    """Enter a run of publishing: ``plan(audience=…, note=…)``."""

    def enter(**fields):
        return editions.plan(workshop=record, **{"audience": Audience.PUBLIC, **fields}, **by)

    return enter


@pytest.fixture
def publish(plan, by):
    """Publish: ``publish(audience=…, note=…, is_correction=…)``."""

    def make(*, on_step=None, **fields):
        return run(plan(**fields), **by, on_step=on_step)

    return make
