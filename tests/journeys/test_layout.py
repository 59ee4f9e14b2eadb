"""No page scrolls sideways on a narrow phone; whatever is touched is large enough to be hit."""

import pytest

from tests.journeys.pages import DOOR, EVERY, PUBLIC, REGISTER, each, go

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

#: What sticks out, for the words of a failure: the elements whose right edge is beyond the window and that no
#: region scrolls by itself.
STICKING_OUT = """
    () => [...document.body.querySelectorAll("*")]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5)
        .map((e) => `${e.tagName}.${e.getAttribute("class")} ${Math.round(e.getBoundingClientRect().right)}`)
"""
#: Links in running text are exempt (WCAG 2.5.8): a link whose block holds other words beside it. A control counts
#: with its label, a tile of a map with its ground.
SMALL = """
    (least) => {
      const inText = (e) => {
        if (getComputedStyle(e).display !== "inline") return false;
        const block = e.closest("p, li, dd, td, th, caption, figcaption, blockquote, div");
        return block && block.textContent.trim().length > e.textContent.trim().length;
      };
      const boxOf = (e) => {
        const label = e.labels && e.labels[0];
        const boxes = [e, label].filter(Boolean).map((part) => part.getBoundingClientRect());
        return {
          width: Math.max(...boxes.map((b) => b.right)) - Math.min(...boxes.map((b) => b.left)),
          height: Math.max(...boxes.map((b) => b.height)),
        };
      };
      const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary";
      return [...document.querySelectorAll(wanted)]
        .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((e) => !e.closest(".visually-hidden"))
        .filter((e) => e.namespaceURI.endsWith("xhtml") && !inText(e))
        .map((e) => ({ e, box: boxOf(e) }))
        .filter(({ box }) => box.height > 0 && (box.height < least - 0.5 || box.width < least - 0.5))
        .map(({ e, box }) => `${e.outerHTML.slice(0, 120)} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`);
    }
"""


@each(EVERY)
def test_no_page_scrolls_sideways_at_320_pixels(published, visit, kind):
    page = visit(width=320, height=640, as_=kind.as_)

    for language in ("vi", "en"):
        go(page, kind, language)

        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")

        assert overflow <= 0, "\n".join(page.evaluate(STICKING_OUT))


@each([*PUBLIC, *DOOR])
def test_what_is_touched_measures_44_pixels(published, visit, kind):
    page = visit(width=360, as_=kind.as_, has_touch=True, is_mobile=True)
    go(page, kind)

    small = page.evaluate(SMALL, 44)

    assert not small, "\n".join(small)


@pytest.mark.parametrize("width", [360, 1280])
@each(REGISTER)
def test_what_is_pressed_in_the_register_measures_24_pixels(published, visit, kind, width):
    page = visit(width=width, as_=kind.as_)
    go(page, kind)

    small = page.evaluate(SMALL, 24)

    assert not small, "\n".join(small)
