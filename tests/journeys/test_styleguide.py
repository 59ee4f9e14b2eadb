import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import RequestFactory

from proceedings.publishing.assets import assets
from proceedings.publishing.styleguide import styleguide
from proceedings.web.headers import policy

pytestmark = [pytest.mark.journey, pytest.mark.django_db]
SITE = "http://look.test"


def answer(route):
    """Serve the styleguide and its assets without a server, under the project's own policy."""
    path = route.request.url.removeprefix(SITE)
    headers = {"Content-Security-Policy": policy(settings.SECURE_CSP)}
    bodies = {address: (media_type, gzip.decompress(made.gzipped)) for address, media_type, made in assets()}
    if path in bodies:
        media_type, body = bodies[path]
        route.fulfill(body=body, content_type=media_type, headers=headers)
    elif path.startswith("/styleguide/"):
        body = styleguide(RequestFactory().get(path)).content
        route.fulfill(body=body, content_type="text/html; charset=utf-8", headers=headers)
    else:
        route.fulfill(status=404)


@pytest.fixture
def open_page(browser):
    opened = []

    def opener(*, width, theme="light", **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme, **options)
        opened.append(context)
        context.route("**/*", answer)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.goto(f"{SITE}/styleguide/")
        return page

    yield opener
    for context in opened:
        context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(open_page, width, theme):
    page = open_page(width=width, theme=theme, bypass_csp=True)

    found = Axe().run(page).response["violations"]

    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.parametrize("width", [320, 360, 820, 1100])
def test_page_never_scrolls_sideways(open_page, width):
    page = open_page(width=width)

    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_page_breaks_no_rule_of_the_policy(open_page):
    page = open_page(width=1280)

    assert [line for line in page.complaints if "Content Security Policy" in line] == []


def test_everything_to_press_is_at_least_44_pixels(open_page):
    page = open_page(width=360, has_touch=True, is_mobile=True)

    small = page.evaluate(
        """() => [...document.querySelectorAll('a:not(.skip-link), button, select, textarea, summary')]
            .filter(e => e.checkVisibility() && !(e.closest('p, h4') && getComputedStyle(e).display === 'inline'))
            .map(e => [e.getAttribute('aria-label') || e.textContent.trim(), e.getBoundingClientRect()])
            .filter(([, box]) => box.width < 43.9 || box.height < 43.9)
            .map(([name, box]) => `${name} ${box.width}×${box.height}`)"""
    )

    assert small == []


def test_tile_map_is_walked_with_the_keyboard(open_page):
    page = open_page(width=1280)

    page.locator(".tilemap a").first.focus()
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Lai Châu")
