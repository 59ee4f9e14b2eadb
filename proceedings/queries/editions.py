"""Editions: proving that one is still what was issued."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator

from proceedings.models import Edition, FileChunk


def verify(edition: Edition) -> tuple[int, list[str]]:
    """Hash the manifest, every page and every file of an edition again.

    Return how many pages and files were checked, and a line for each that is missing, added or altered.
    """
    broken = []
    if hashlib.sha256(edition.manifest.encode()).hexdigest() != edition.manifest_sha256:
        broken.append("manifest: altered")
    manifest = json.loads(edition.manifest)
    promised = {f"{page['language']} {page['path']}": page["sha256"] for page in manifest["pages"]}
    promised |= {file["name"]: file["sha256"] for file in manifest["files"]}
    found = dict(_pages(edition)) | dict(_files(edition))
    for name in sorted(promised.keys() | found.keys()):
        if name not in found:
            broken.append(f"{name}: missing")
        elif name not in promised:
            broken.append(f"{name}: not in the manifest")
        elif found[name] != promised[name]:
            broken.append(f"{name}: altered")
    return len(found), broken


def _pages(edition: Edition) -> Iterator[tuple[str, str]]:
    rows = edition.pages.values_list("language", "path", "body__gzipped").order_by("id")
    for language, path, gzipped in rows.iterator(chunk_size=500):
        try:
            sha256 = hashlib.sha256(gzip.decompress(bytes(gzipped))).hexdigest()
        except (OSError, EOFError, zlib.error):
            sha256 = "unreadable"
        yield f"{language} {path}", sha256


def _files(edition: Edition) -> Iterator[tuple[str, str]]:
    for name, body_id in edition.files.values_list("name", "body_id").order_by("name"):
        digest = hashlib.sha256()
        chunks = FileChunk.objects.filter(body_id=body_id).order_by("position").values_list("data", flat=True)
        for data in chunks.iterator(chunk_size=4):
            digest.update(data)
        yield name, digest.hexdigest()
