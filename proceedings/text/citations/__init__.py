"""Citations of provisions: found in a text, resolved against a draft, and written in their canonical form."""

from proceedings.text.citations.finding import find_citations
from proceedings.text.citations.following import read_references
from proceedings.text.citations.outline import Outline
from proceedings.text.citations.references import Reason, Reference
from proceedings.text.citations.resolving import resolve
from proceedings.text.citations.shapes import Branch, Citation, Document, Form, Label, Level, Part, Scope
from proceedings.text.citations.writing import write_citation, write_citations

__all__ = [
    "Branch",
    "Citation",
    "Document",
    "Form",
    "Label",
    "Level",
    "Outline",
    "Part",
    "Reason",
    "Reference",
    "Scope",
    "find_citations",
    "read_references",
    "resolve",
    "write_citation",
    "write_citations",
]
