"""Browsers at the workbench, and a draft that is worked on."""

import pytest

from proceedings.models import Point
from proceedings.operations.points import Told, mark_point
from proceedings.operations.responses import Decided, respond

ROOT = "/desk/drafts/hoi-thao-mau/"
TEXT = f"{ROOT}quy-dinh/"
POINTS = "/desk/points/hoi-thao-mau/"


@pytest.fixture
def desk(secretary, client_of):
    """A secretary's browser."""
    return client_of(secretary)


@pytest.fixture
def workbench(editor, client_of):
    """An editor's browser: it mends, and issues nothing."""
    return client_of(editor)


@pytest.fixture
def draft(drafting):
    """The first draft of the consulted text, worked on."""
    return drafting.start()


@pytest.fixture
def press():
    """Take a step as the page's bar does: ``press(browser, provision, "promote")``; ``stand`` as it was read."""

    def send(browser, provision, act, **more):
        page = browser.get(f"{TEXT}outline/")
        stand = page.context["stand"].key
        return browser.post(
            f"{TEXT}mend/", {"provision": provision.pk, "act": act, "stand": stand, **more}, follow=True
        )

    return send


class Answering:
    """An issued draft, the next one in work, documents of two committees, and points in them."""

    def __init__(self, drafting, register, editor, now):
        self.drafting, self.register, self.by = drafting, register, {"actor": editor, "now": now}
        drafting.start()
        self.issued = drafting.issue()
        drafting.next()

    def point(self, words, *, path="dieu-2.khoan-2", kind="amend", **document):
        """A point of the words, in a document of its own that says something before and after them."""
        text = f"VĂN BẢN MẪU\nMở đầu. {words} Kết thúc."
        document = self.register(text=text, **document)
        start = text.index(words)
        told = Told(kind, anchor=self.drafting.at(path, self.issued) if path else None)
        return mark_point(contribution=document, start=start, end=start + len(words), told=told, **self.by)

    def respond(self, *points, resulting="", propose=False, **decided):
        """Give points one response; ``resulting`` is a path of the draft in work."""
        place = self.drafting.at(resulting) if resulting else None
        said = Decided(resulting=place, **decided)
        return respond(points=points, decided=said, propose=propose, **self.by)

    @staticmethod
    def at(point, act=""):
        """The address of a point, or of an act on it."""
        return f"{POINTS}{point.pk}/{act}"

    @staticmethod
    def answer(point):
        """The answer as it is saved."""
        return Point.objects.get(pk=point.pk).answer

    @staticmethod
    def typed(page, **changed):
        """What the form of a page sends."""
        told = page.context
        fields = ("decision", "reason", "resulting", "addendum")
        sent = {name: getattr(told["typed"], name) for name in fields}
        read = told["read"]
        sent |= {"response": read.response, "version": read.version, "read_addendum": read.read_addendum}
        sent |= {"answer_print": told["answer_print"], "act": "save"}
        if told["unit"]:
            sent |= {name: told[name] for name in ("unit", "unit_text", "unit_note", "unit_print", "stamp")}
        return {**sent, **changed}


@pytest.fixture
def answering(drafting, register, editor, now):
    """What is answered at the desk; see :class:`Answering`."""
    return Answering(drafting, register, editor, now)
