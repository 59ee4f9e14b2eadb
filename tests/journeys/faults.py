"""What can be wrong with a page as it stands in a window, each found by one look and told in words."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
#: Of what the console tells; the rest is advice.
COMPLAINTS = ("error", "warning", "assert")
LISTEN = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
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


def listen(page):
    """Begin to hear what a page complains of; returns the list that fills."""
    told = []
    page.add_init_script(LISTEN)
    page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"error: {error}"))
    return told


def complaints(page, told, status):
    """Breaches of the content-security policy, errors and warnings; look before axe does, it writes styles."""
    lines = told + page.evaluate("window.violations.map((violation) => `error: ${violation}`)")
    expected = f"the server responded with a status of {status}" if status >= 400 else "\0"
    return [f"complains: {line}" for line in lines if line.startswith(COMPLAINTS) and expected not in line]


def sticking_out(page, width):
    """What makes a page scroll sideways in a window so narrow."""
    size = page.viewport_size
    page.set_viewport_size({"width": width, "height": 640})
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = [f"sticks out at {width}: {each}" for each in page.evaluate(STICKING_OUT)] if overflow > 0 else []
    page.set_viewport_size(size)
    return found


def too_small(page, least):
    """What is pressed or touched and measures less, in CSS pixels."""
    return [f"smaller than {least}: {each}" for each in page.evaluate(SMALL, least)]


def barriers(page):
    """What axe finds against WCAG 2.2 A and AA and its best practice."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [_told(violation) for violation in found]


def _told(violation):
    places = "\n".join(
        f"    {node['html'][:200]}\n    {node['failureSummary']}" for node in violation["nodes"][:4]
    )
    return f"axe, {violation['id']}: {violation['help']} ({len(violation['nodes'])})\n{places}"
