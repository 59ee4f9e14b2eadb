"""A published page against a static file of the same bytes, under the same server: ratios within one run."""

import contextlib
import gzip
import socket
import statistics
import subprocess
import sys
import threading
import time
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.utils import timezone

from proceedings.models import EditionPage, User, Workshop
from proceedings.operations import consulted_texts, drafts
from proceedings.sample.facts import WORKSHOP_SLUG
from proceedings.sample.load import load_founding, load_many
from proceedings.text.provisions import plain_text, with_paths
from proceedings.vocabulary import Circulation
from tests.benchmarks.commands import environment, measure
from tests.proceedings.regulations import dieu, khoan

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db(transaction=True)]

SECONDS, ROUNDS, CLIENTS = 0.5, 25, 2  # short turns, so that a machine with other work slows both alike


@pytest.mark.parametrize("count", [92, 10_000])
def test_a_published_page_is_served_at_seven_tenths_of_a_static_files_rate(count, tmp_path):
    slug = WORKSHOP_SLUG if count == 92 else f"hoi-thao-mau-{count}"
    load_founding(now=timezone.now()) if count == 92 else load_many(
        count=count, words=150, now=timezone.now()
    )
    measure("publish", slug)

    assert _ratio(f"/workshops/{slug}/contributions/5/", tmp_path) >= 0.7


def test_a_draft_of_two_hundred_articles_is_served_at_seven_tenths_of_a_static_files_rate(tmp_path):
    load_founding(now=timezone.now())
    workshop, by = Workshop.objects.get(), {"actor": User.objects.system(), "now": timezone.now()}
    tree = with_paths([dieu(n, f"Tên điều {n}", *map(_clause, range(1, 6))) for n in range(1, 201)])
    text = consulted_texts.add_text(
        workshop=workshop, slug="hai-tram-dieu", title="Văn bản mẫu hai trăm điều", family="party",
        circulation=Circulation.PUBLIC, **by,
    )  # fmt: skip
    draft = drafts.start_from_outline(
        consulted_text=text, provisions=tree, source_text=plain_text(tree), **by
    )
    drafts.issue(draft=draft, **by)
    measure("publish", workshop.slug)

    assert _ratio(f"/workshops/{workshop.slug}/texts/hai-tram-dieu/draft/", tmp_path) >= 0.7


def _clause(number):
    return khoan(number, f"Khoản {number} theo điểm a khoản 2 Điều 5. " + "Lời mẫu của khoản này. " * 8)


def _ratio(path, tmp_path):
    """Return the median of a page's rate of answers by that of a static file with the same bytes."""
    page = EditionPage.objects.select_related("body").filter(path=path, language="vi").latest("pk")
    static = tmp_path / "static"
    static.mkdir()
    (static / "page.html").write_bytes(gzip.decompress(bytes(page.body.gzipped)))
    (static / "page.html.gz").write_bytes(bytes(page.body.gzipped))

    with _server(KYYEU_DATA_DIR=str(tmp_path)) as port:
        ratios = [_rate(port, page.path) / _rate(port, "/static/page.html") for _round in range(ROUNDS)]

    ratio, size = statistics.median(ratios), len(page.body.gzipped)
    sys.stderr.write(f"\n{path} ({size} bytes): page/static {ratio:.2f} of {sorted(ratios)}\n")
    return ratio


@contextlib.contextmanager
def _server(**variables):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["-m", "gunicorn", "proceedings.wsgi", "--config", "deploy/gunicorn.conf.py", "--workers", "1"]
    process = subprocess.Popen(
        [sys.executable, *command, "--bind", f"127.0.0.1:{port}"],
        cwd=settings.BASE_DIR,
        env=environment(**variables),
    )
    try:
        for _attempt in range(200):
            with contextlib.suppress(OSError), urlopen(f"http://127.0.0.1:{port}/healthz"):
                break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def _rate(port, path):
    """Return answers a second over kept-alive connections; every answer must be whole and a 200."""
    counts = []
    clients = [threading.Thread(target=lambda: counts.append(_ask(port, path))) for _client in range(CLIENTS)]
    began = time.monotonic()
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    assert len(counts) == CLIENTS
    return sum(counts) / (time.monotonic() - began)


def _ask(port, path):
    """Return how many answers came; a kept-alive connection that the server ends is opened again, as browsers do."""
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    count, ends = 0, time.monotonic() + SECONDS
    while time.monotonic() < ends:
        with socket.create_connection(("127.0.0.1", port)) as link:
            while time.monotonic() < ends and _is_answered(link, request):
                count += 1
    return count


def _is_answered(link, request):
    link.sendall(request)
    data = link.recv(65536)
    if not data:
        return False
    while b"\r\n\r\n" not in data:
        data += link.recv(65536)
    head, _blank, body = data.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
    length = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
    )
    while len(body) < length:
        body += link.recv(65536)
    return True
