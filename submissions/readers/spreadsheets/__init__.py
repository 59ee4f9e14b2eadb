"""Workbooks of Excel → sheets of text: streamed with lxml, each number as it is shown, whatever hides remarked."""

from submissions.readers.spreadsheets.reading import read

__all__ = ["read"]
