"""Akoma Ntoso 3.0, the OASIS standard for legal documents: drafts out, and texts in."""

from proceedings.exports.akoma_ntoso.changes import Amendment, Change
from proceedings.exports.akoma_ntoso.identity import Identity, Version
from proceedings.exports.akoma_ntoso.reading import Imported, Metadata, UnreadableAkomaNtoso, read_akoma_ntoso
from proceedings.exports.akoma_ntoso.writing import write_akoma_ntoso, write_amended

__all__ = [
    "Amendment",
    "Change",
    "Identity",
    "Imported",
    "Metadata",
    "UnreadableAkomaNtoso",
    "Version",
    "read_akoma_ntoso",
    "write_akoma_ntoso",
    "write_amended",
]
