"""Take the README's pictures from the sample workshop that `quickstart` set up: ``python -m docs.screenshots``."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WORKSHOP = "/workshops/hoi-thao-2021-09-07/"
#: File name, address, width and height of the window, pixels to a CSS pixel.
PICTURES = (
    ("workshop.png", WORKSHOP, 1280, 860, 1),
    ("contribution-phone.png", f"{WORKSHOP}contributions/5/", 360, 740, 2),
)
LARGEST = 300 * 1000


def main() -> None:
    """Set the sample up where it is missing, serve it on a free port, take the pictures."""
    subprocess.run([sys.executable, "manage.py", "quickstart", "--no-serve"], cwd=ROOT, check=True)
    port = _free_port()
    server = subprocess.Popen(  # noqa: S603
        [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"],
        cwd=ROOT,
        env={**os.environ, "KYYEU_SITE_URL": f"http://127.0.0.1:{port}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
            for name, path, width, height, scale in PICTURES:
                _take(browser, f"http://127.0.0.1:{port}{path}", IMAGES / name, width, height, scale)
            browser.close()
    finally:
        server.terminate()
        server.wait()


def _take(browser: Browser, address: str, image: Path, width: int, height: int, scale: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=scale, color_scheme="light"
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    image.parent.mkdir(exist_ok=True)
    page.screenshot(path=image)
    context.close()
    size = image.stat().st_size
    sys.stdout.write(f"{image.relative_to(ROOT)}  {size:,} bytes\n")
    if size > LARGEST:
        raise SystemExit(f"{image.name} is larger than {LARGEST:,} bytes")


def _chromium() -> str:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        raise SystemExit("No Chromium here: install one (apt install chromium) or name it in CHROMIUM.")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urlopen(address, timeout=5).close()  # noqa: S310 - our own address
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"{address} does not answer.")


if __name__ == "__main__":
    main()
