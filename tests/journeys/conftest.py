"""A browser, a server, and the published founding workshop to walk through."""

import os

import pytest
from django.db import connections
from playwright.sync_api import expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from proceedings.models import Workshop
from tests.conftest import PASSWORD
from tests.journeys import chromium, published_sample

#: Milliseconds that a journey waits for a page or a sight: a busy machine is no fault.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)

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
        connections.close_all()  # beside an event loop Django opens connections of their own, which nobody else closes
        started.close()


@pytest.fixture(scope="session")
def server(django_db_setup):
    """The project on a free port of this machine."""
    running = LiveServer("localhost")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def sample(django_db_setup, django_db_blocker):
    """The published founding workshop, put aside in the database; the cookies of its cast."""
    with django_db_blocker.unblock():
        cookies = published_sample.make(PASSWORD)
        published_sample.put_aside()
    return cookies


@pytest.fixture(scope="module")
def published(sample, server, django_db_blocker):
    """The published workshop for a module whose tests only read (marked ``django_db``); the address of the site."""
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
def visit(browser, server, sample):
    """Open a browser window: ``visit(width=360, as_="thu-ky", …)``; relative addresses are the site's."""
    contexts = []

    def open_window(width=1280, height=780, as_=None, **options):
        context = browser.new_context(
            base_url=server.url, viewport={"width": width, "height": height}, locale="vi-VN", **options
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        if as_:
            context.add_cookies([{**sample[as_], "url": server.url}])
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


def founding():
    """Return the workshop that everything here is about."""
    return Workshop.objects.get(slug=WORKSHOP.split("/")[2])
