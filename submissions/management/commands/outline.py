"""``outline FILE``: the structure of a regulation in any file that the readers know; stores nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from proceedings.outline_words import words_of
from proceedings.text.structure import Node, Outline, read_structure
from submissions.readers.document import Kind, State
from submissions.reports import Reporter

_SHOWN = 100
"""Characters of a paragraph that the tree shows."""


class Command(BaseCommand):
    """Show phần, chương, mục, điều, khoản, điểm of a file, and keep nothing of it."""

    help = (
        "Show the structure of a regulation: the texts in a file, each as a tree, and doubts. Stores nothing."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a file and how the answer is printed."""
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="one JSON document: {file, texts, warnings}")
        parser.add_argument("--no-ocr", action="store_true", help="do not recognise pages without text")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, print, and fail where the file was refused or waits for a person."""
        name = options["file"]
        if Path(name).is_dir():
            raise CommandError("Đây là một thư mục: lệnh này đọc từng tệp.")
        entry = next(Reporter(recognise=not options["no_ocr"]).report(Path(name), name))
        if entry["state"] != State.READ:
            if options["json"]:
                self._write({"file": name, "texts": [], "warnings": [entry["reason"], entry["remedy"]]})
            raise CommandError(f"Không đọc được cấu trúc của {name}. {entry['reason']} {entry['remedy']}")
        if entry["kind"] == Kind.ZIP:
            raise CommandError(f"{name} là một tệp nén: giải nén rồi đọc từng tệp.")
        outline = read_structure(entry["paragraphs"])
        warnings = [*entry["warnings"], *map(words_of, outline.warnings)]
        if options["json"]:
            self._write({"file": name, "texts": _texts(outline), "warnings": warnings})
        else:
            self._show(outline, warnings)

    def _write(self, answer: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))

    def _show(self, outline: Outline, warnings: Sequence[str]) -> None:
        for text in outline.texts:
            self.stdout.write(f"■ {text.title or '(không có tên)'}")
            for node in text.nodes:
                self._show_node(node, 1)
        for warning in warnings:
            self.stdout.write(f"  Lưu ý: {warning}")

    def _show_node(self, node: Node, depth: int) -> None:
        if node.is_lead:
            return
        words = " ".join((node.heading or node.text[node.body - node.start :]).split())
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        self.stdout.write(f"{'  ' * depth}{f'{node.mark} {shown}'.strip()}  [{node.path}]")
        for child in node.children:
            self._show_node(child, depth + 1)


def _texts(outline: Outline) -> list[dict[str, Any]]:
    return [
        {
            "title": text.title,
            "family": text.family,
            "start": text.start,
            "end": text.end,
            "nodes": [_node(node) for node in text.nodes],
        }
        for text in outline.texts
    ]


def _node(node: Node) -> dict[str, Any]:
    return {
        "path": node.path,
        "kind": node.kind.value,
        "role": node.role.value,
        "number": node.number,
        "label": node.label,
        "heading": node.heading,
        "mark": node.mark,
        "text": node.text,
        "start": node.start,
        "end": node.end,
        "body": node.body,
        "confidence": node.confidence,
        "is_lead": node.is_lead,
        "children": [_node(child) for child in node.children],
    }
