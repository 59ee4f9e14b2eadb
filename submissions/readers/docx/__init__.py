"""Word files (DOCX), read by a reader of our own: no library keeps automatic numbers and tracked insertions."""

from submissions.readers.docx.reading import read

__all__ = ["read"]
