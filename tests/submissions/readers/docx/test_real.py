"""Real files: what we read is what LibreOffice shows, whitespace aside."""

import re
import subprocess
import unicodedata

import pytest
from django.conf import settings

from submissions.jail.convert import convert_to_docx, find_converter
from submissions.readers import docx

#: Beside the checkout, or beside the folder that holds several of them.
PLACES = [folder / "shared" / "data" / "real" for folder in settings.BASE_DIR.parents[:2]]
REAL = next((place for place in PLACES if place.is_dir()), PLACES[0])
DOCX = "quyet-dinh-5134-2010-UBND-TPHCM.docx"
DOC = "quy-che-phoi-hop-04-2014-QD-TTg.doc"
TRANSCRIBED = ("nghi-dinh-117-2003-tcvn3", "quy-che-chi-tieu-2007-vni")

pytestmark = [
    pytest.mark.skipif(not REAL.is_dir(), reason="the real documents are not beside the checkout"),
    pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed"),
]


def squeeze(text):
    return re.sub(r"[\s\ufeff]", "", unicodedata.normalize("NFC", text))


@pytest.fixture
def read(tmp_path):
    """Read a real file, through LibreOffice where it is no DOCX."""

    def make(name):
        source = REAL / name
        return docx.read(source if name.endswith("x") else convert_to_docx(source, into=tmp_path), tmp_path)

    return make


@pytest.mark.parametrize("name", [DOCX, DOC])
def test_the_text_is_what_libreoffice_shows(read, tmp_path, name):
    command = [
        find_converter(),
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
    ]
    subprocess.run([*command, "txt:Text", "--outdir", tmp_path, REAL / name], check=True, capture_output=True)
    shown = next(tmp_path.glob("*.txt")).read_text(encoding="utf-8")

    assert squeeze(read(name).text) == squeeze(shown)


@pytest.mark.parametrize("name", TRANSCRIBED)
def test_the_words_of_legacy_documents_are_those_of_their_transcripts(read, name):
    wanted = re.findall(r"\w+", (REAL / f"{name}.transcript.txt").read_text(encoding="utf-8"))
    found = iter(re.findall(r"\w+", read(f"{name}.doc").text))

    missed = 0
    seen = []
    for (
        word
    ) in wanted:  # in order: what is read holds the transcript's words, and the numbers of lists besides
        ahead = seen or [next(found, "")]
        place = next((index for index, each in enumerate(ahead) if each == word), None)
        while place is None and len(ahead) < 12:
            ahead.append(next(found, ""))
            place = len(ahead) - 1 if ahead[-1] == word else None
        missed += place is None
        seen = ahead if place is None else ahead[place + 1 :]

    assert missed <= 0.005 * len(wanted)


def test_the_letterhead_of_a_real_decision_is_read_cell_by_cell(read):
    first = [(paragraph.text, paragraph.cell) for paragraph in read(DOCX).paragraphs[:3]]

    assert first[0] == ("ỦY BAN NHÂN DÂN", (0, 0, 0))
    assert first[1][0] == "THÀNH PHỐ HỒ CHÍ MINH"
