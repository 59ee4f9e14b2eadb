"""Comments of our Word files: the part that holds them, and what stands in the text."""

import io
from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import quoteattr

import docx
from docx.oxml import parse_xml

from proceedings.exports.docx_styles import W
from proceedings.exports.word_text import legal, run_content


def word_date(moment: datetime) -> str:
    """Return a time as Word writes it in changes and comments: the local clock with a Z, which Word shows as it is."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def signed(author: str, moment: datetime) -> str:
    """Return the attributes that say who changed or commented, and when."""
    return f"w:author={quoteattr(legal(author)[:255])} w:date={quoteattr(word_date(moment))}"


def commented(content: str, number: int, opening: str = "", closing: str = "") -> str:
    """Return `content` as what comment `number` speaks about; the tags given enclose the sign of the comment."""
    sign = f'{opening}<w:r><w:commentReference w:id="{number}"/></w:r>{closing}'
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{sign}'


def with_comments(package: bytes, texts: Sequence[str], signature: str) -> bytes:
    """Return a package with the comments, numbered from 0; without texts it stays as it is."""
    if not texts:
        return package
    word = docx.Document(io.BytesIO(package))
    written = "".join(
        f'<w:comment w:id="{number}" {signature} w:initials="KY"><w:p><w:r>{run_content(text)}</w:r></w:p></w:comment>'
        for number, text in enumerate(texts)
    )
    word.part._comments_part._element = parse_xml(f'<w:comments xmlns:w="{W}">{written}</w:comments>')
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()
