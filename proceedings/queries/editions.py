"""Editions: proving that one is still what was issued."""

from __future__ import annotations

import datetime
import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from proceedings.models import Edition, FileChunk


def verify(edition: Edition) -> tuple[int, list[str]]:
    """Hash the manifest, every page, every file and the passages of an edition again, and compare its head.

    Return how many pages and files were checked, and a line for each that is missing, added or altered.
    """
    broken = []
    if hashlib.sha256(edition.manifest.encode()).hexdigest() != edition.manifest_sha256:
        broken.append("manifest: altered")
    try:
        manifest = json.loads(edition.manifest)
        promised = _promised(manifest)
    except (ValueError, KeyError, TypeError):
        return 0, [*broken, "manifest: unreadable"]
    found = {**dict(_pages(edition)), **dict(_files(edition)), **_head(edition)}
    for name in sorted(promised.keys() | found.keys()):
        if name not in found:
            broken.append(f"{name}: missing")
        elif name not in promised:
            broken.append(f"{name}: not in the manifest")
        elif found[name] != promised[name]:
            broken.append(f"{name}: altered")
    return len(manifest["pages"]) + len(manifest["files"]), broken


def passage_bytes(path: str, heading: str, text: str) -> bytes:
    """Return what is hashed of a search passage."""
    return "\0".join((path, heading, text, "")).encode()


def _promised(manifest: Mapping[str, Any]) -> dict[str, Any]:
    promised: dict[str, Any] = {
        f"{page['language']} {page['path']}": page["sha256"] for page in manifest["pages"]
    }
    promised |= {file["name"]: (file["size"], file["sha256"]) for file in manifest["files"]}
    head = ("edition", "audience", "issued_at", "note", "facts", "passages_sha256")
    return promised | {name: manifest[name] for name in head}


def _head(edition: Edition) -> dict[str, Any]:
    passages = hashlib.sha256()
    rows = edition.passages.order_by("id").values_list("path", "heading", "text")
    for path, heading, text in rows.iterator(chunk_size=500):
        passages.update(passage_bytes(path, heading, text))
    return {
        "edition": edition.label,
        "audience": edition.audience,
        "issued_at": edition.issued_at.astimezone(datetime.UTC).isoformat(),
        "note": edition.note,
        "facts": edition.facts,
        "passages_sha256": passages.hexdigest(),
    }


def _pages(edition: Edition) -> Iterator[tuple[str, str]]:
    rows = edition.pages.values_list("language", "path", "body__gzipped").order_by("id")
    for language, path, gzipped in rows.iterator(chunk_size=500):
        try:
            sha256 = hashlib.sha256(gzip.decompress(bytes(gzipped))).hexdigest()
        except (OSError, EOFError, zlib.error):
            sha256 = "unreadable"
        yield f"{language} {path}", sha256


def _files(edition: Edition) -> Iterator[tuple[str, tuple[int, str]]]:
    for name, body_id, size in edition.files.values_list("name", "body_id", "body__size").order_by("name"):
        digest, measured = hashlib.sha256(), 0
        chunks = FileChunk.objects.filter(body_id=body_id).order_by("position").values_list("data", flat=True)
        for data in chunks.iterator(chunk_size=4):
            digest.update(data)
            measured += len(data)
        yield name, (measured if measured == size else -1, digest.hexdigest())
