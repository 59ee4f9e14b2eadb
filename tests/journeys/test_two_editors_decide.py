"""Fifty points decided by two editors at once against the live server: each is decided once, no word is lost."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from proceedings.models import Answer, Provision, Response, User
from proceedings.operations import contributions
from proceedings.queries.response_versions import versions_of
from tests.journeys import answered_sample, arrived_sample, drafted_sample

pytestmark = pytest.mark.journey
COUNT = 50


class Stays(HTTPRedirectHandler):
    """A redirect is the answer: nothing is followed."""

    def redirect_request(self, *_arguments):
        return None


class Editor:
    """A person at a browser without scripts: reads a point, decides, and looks what became of it."""

    def __init__(self, url, cookie, name):
        self.url, self.cookie, self.name = url, cookie, name

    def ask(self, path, sent=None):
        data = urlencode(sent).encode() if sent else None
        headers = {
            "Cookie": f"{self.cookie['name']}={self.cookie['value']}; {settings.CSRF_COOKIE_NAME}={'a' * 32}"
        }
        opener = build_opener(Stays)
        opener.addheaders = []
        request = Request(f"{self.url}{path}", data=data, headers={**headers, "Referer": self.url})
        try:
            with opener.open(request) as answer:
                return answer.status, answer.read().decode()
        except OSError as refused:
            return refused.code, refused.read().decode()

    def decide(self, point):
        """Write a reason; where the other was quicker, read both and put both into one."""
        path = f"{answered_sample.ROOT}{point.pk}/"
        read = _fields(self.ask(path)[1])
        mine = f"{self.name} về ý kiến {point.pk}."
        sent = {**read, "csrfmiddlewaretoken": "a" * 32, "decision": "noted", "act": "save"}
        reason = "\n".join(filter(None, (read["reason"], mine)))
        for _try in range(6):
            status, shown = self.ask(path, {**sent, "reason": reason})
            if status == 302:
                return 0 if _try == 0 else 1
            assert status == 409, (status, shown[:500])
            theirs = unescape(re.search(r'id="their-reason"[^>]*>(.*?)</div>', shown, re.DOTALL)[1])
            sent |= {name: value for name, value in _fields(shown).items() if name in ("response", "version")}
            reason = f"{theirs}\n{mine}"
        raise AssertionError("never saved")


def _fields(page):
    form = page[page.index('<form id="answer"') :]
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    reason = re.search(r'name="reason"[^>]*>\n(.*?)</textarea>', form, re.DOTALL)[1]
    names = ("response", "version", "read_addendum", "answer_print")
    return {name: unescape(found[name]) for name in names} | {"reason": unescape(reason)}


def test_fifty_points_decided_by_two_at_once_lose_nothing(open_site, sample):
    by = {"actor": User.objects.get(username="bien-tap"), "now": timezone.now()}
    anchor = Provision.objects.get(
        draft__number=1, draft__consulted_text__slug=drafted_sample.TEXT, path="dieu-3"
    )
    text = "\n".join(["VĂN BẢN MẪU", *(f"Đề nghị mẫu thứ {number} về điều này." for number in range(COUNT))])
    document = contributions.register(
        workshop=arrived_sample.workshop(),
        title="Năm mươi đề nghị mẫu",
        text=text,
        body_kind="organisation",
        body_name="Cơ quan Mẫu 3",
        is_sample=True,
        **by,
    )
    points = answered_sample.mark_lines(document, anchor, **by)
    editors = [
        Editor(open_site, sample[name], full_name)
        for name, full_name in (("bien-tap", "Biên tập một"), ("bien-tap-hai", "Biên tập hai"))
    ]
    begin = threading.Barrier(2)

    def work(editor):
        met = 0
        for point in points:
            begin.wait(timeout=120)
            met += editor.decide(point)
        connection.close()
        return met

    with ThreadPoolExecutor(2) as pool:
        met = sum(pool.map(work, editors))

    answers = Answer.objects.filter(point__in=points).select_related("response")
    assert len(answers) == Response.objects.filter(answers__point__in=points).distinct().count() == COUNT
    for answer in answers:
        for editor in editors:
            assert f"{editor.name} về ý kiến {answer.point_id}." in answer.response.reason
        assert len(versions_of(answer.response)) == 2
    assert met > 0, "the two never met, so nothing was tried"
