"""What a file is, by its bytes."""

from submissions.readers.document import Kind


def media_type_of(kind: Kind) -> str:
    """Placeholder until the readers land."""
    return {
        Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Kind.PDF: "application/pdf",
    }.get(kind, "text/plain")
