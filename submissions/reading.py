"""Reading a file."""

from collections.abc import Callable
from pathlib import Path

from submissions.readers.document import Kind, Paragraph, Problem, ReadDocument, refused

OnProgress = Callable[[int, int], None]


def read(
    path: Path, *, name: str, scratch: Path, recognise: bool = False, on_progress: OnProgress | None = None
) -> ReadDocument:
    """Placeholder until the readers land: plain text, and DOCX through its library."""
    head = path.read_bytes()
    if not head:
        return refused(Kind.OTHER, Problem.EMPTY)
    if head.startswith(b"PK"):
        import docx

        try:
            lines = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
        except Exception:
            return refused(Kind.DOCX, Problem.DAMAGED)
        return ReadDocument(Kind.DOCX, paragraphs=tuple(map(Paragraph, filter(None, lines))))
    try:
        lines = head.decode().splitlines()
    except UnicodeDecodeError:
        return refused(Kind.OTHER, Problem.WRONG_TYPE)
    return ReadDocument(Kind.TEXT, paragraphs=tuple(map(Paragraph, filter(None, lines))))
