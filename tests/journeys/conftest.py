"""A browser, a server, and the published founding workshop to walk through."""

import os

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from proceedings.models import User, Workshop
from tests.conftest import PASSWORD
from tests.journeys import chromium, published_sample

WORKSHOP = "/workshops/hoi-thao-2021-09-07/"


@pytest.fixture(scope="package")
def browser():
    """One Chromium; it goes away with the last journey, because its event loop would disturb other tests."""
    executable = chromium.executable()
    if executable is None:
        pytest.skip("no Chromium here: install one (apt install chromium) or name it in CHROMIUM")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        started = playwright.chromium.launch(executable_path=executable, args=chromium.ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def server():
    """The project on a free port of this machine."""
    running = LiveServer("localhost")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def sample(django_db_setup, django_db_blocker):
    """The published founding workshop, put aside in the database."""
    with django_db_blocker.unblock():
        published_sample.make(PASSWORD)
        published_sample.put_aside()


@pytest.fixture(scope="module")
def published(sample, server, django_db_blocker):
    """The published workshop for a module whose tests only read; the address of the site."""
    with django_db_blocker.unblock():
        published_sample.put_back()
        yield server.url
        published_sample.empty()


@pytest.fixture
def open_site(sample, server, transactional_db):
    """The published workshop for one test that writes; the address of the site."""
    published_sample.put_back()
    return server.url


@pytest.fixture
def visit(browser, server):
    """Open a browser window: ``visit(width=360, as_="thu-ky", …)``; relative addresses are the site's."""
    contexts = []

    def open_window(width=1280, height=780, as_=None, **options):
        context = browser.new_context(
            base_url=server.url, viewport={"width": width, "height": height}, locale="vi-VN", **options
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        if as_:
            context.add_cookies([session_of(as_, server.url)])
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


def session_of(username, url):
    """Return the cookie of somebody who has signed in."""
    client = Client()
    client.force_login(User.objects.get(username=username))
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def founding():
    """Return the workshop that everything here is about."""
    return Workshop.objects.get(slug=WORKSHOP.split("/")[2])
