"""The citations that the sample drafts and the sample opinions use, resolved to paths."""

import re

LETTER = r"[a-zđ](?!\w)"
NUMBER = r"\d+(?![\wđ])"
POINTS = rf"[Đđ]iểm (?P<points>{LETTER}(?:(?:, | và ){LETTER})*),? "
CLAUSES = rf"[Kk]hoản (?P<clauses>{NUMBER}(?:(?:, | và )(?:khoản )?{NUMBER})*)"
CITED = re.compile(
    rf"(?:{POINTS})?{CLAUSES}(?:,? (?P<article>Điều (?:này|{NUMBER})))?|(?P<alone>Điều {NUMBER})"
)


def cited_paths(text, here=""):
    """Yield the path of every provision that a text cites; ``here`` is the điều that “Điều này” means.

    Without an điều, khoản belong to the điều named last in the text; where none was, they are left out, as are
    inserted units (khoản 3a), which no draft has yet.
    """
    last = here
    for match in CITED.finditer(text):
        named = match["article"] or match["alone"] or ""
        if number := re.search(r"\d+", named):
            last = f"dieu-{number[0]}"
        elif "này" in named and here:
            last = here
        if last:
            yield from _paths(match, last)


def _paths(match, article):
    clauses = re.findall(r"\d+", match["clauses"] or "")
    if not clauses:
        yield article
    for place, clause in enumerate(clauses):
        points = re.findall(rf"(?<!\w){LETTER}", match["points"] or "") if place == 0 else []
        for point in points:
            yield f"{article}.khoan-{clause}.diem-{point}"
        if not points:
            yield f"{article}.khoan-{clause}"
