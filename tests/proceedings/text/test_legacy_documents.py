"""Real documents in the legacy encodings against their transcripts, by way of LibreOffice."""

import difflib
import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from proceedings.text.legacy_encodings import Legacy, Run, encodings_of, repair

REAL = Path(__file__).parents[4] / "shared" / "data" / "real"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What the transcripts have and Word does not show, and the signs of a symbol font.
NO_TEXT = {"EMBED", "Excel.Sheet.8", "PAGE", "\x03", "\x04"}

pytestmark = [
    pytest.mark.skipif(not REAL.is_dir(), reason="the real documents are not beside the project"),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def convert(path, folder):
    source = shutil.copy(path, folder / path.name)
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", "docx", "--outdir", str(folder), source],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{path.stem}.docx"


def font_of(properties):
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    return "" if fonts is None else fonts.get(f"{W}ascii", "")


def runs_of(path):
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    signs = {"tab": "\t", "br": "\n", "noBreakHyphen": "-", "softHyphen": "\xad"}
    return [
        [
            Run(
                "".join(
                    one.text or "" if one.tag == f"{W}t" else signs.get(etree.QName(one).localname, "")
                    for one in run
                ),
                font_of(run.find(f"{W}rPr")),
            )
            for run in paragraph.iter(f"{W}r")
        ]
        for paragraph in etree.ElementTree(root).iter(f"{W}p")
    ]


@pytest.mark.parametrize(
    ("name", "encoding", "share"),
    [
        ("nghi-dinh-117-2003-tcvn3", Legacy.TCVN3, 0.9999),
        ("quy-che-chi-tieu-2007-vni", Legacy.VNI, 0.9975),
    ],
)
def test_words_are_those_of_the_transcript(name, encoding, share, tmp_path):
    runs = runs_of(convert(REAL / f"{name}.doc", tmp_path))
    transcript = unicodedata.normalize("NFC", (REAL / f"{name}.transcript.txt").read_text(encoding="utf-8"))
    words = [word for word in transcript.split() if word not in NO_TEXT]

    repaired = repair(runs)

    read = "\n".join(one.text for one in repaired).split()
    same = difflib.SequenceMatcher(None, words, read, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in same) / len(words) >= share
    assert encodings_of(repaired) == {encoding}
    assert sum(len(one.doubtful) for one in repaired) < 10


@pytest.mark.parametrize(
    "name", ["quy-che-phoi-hop-04-2014-QD-TTg.doc", "quyet-dinh-5134-2010-UBND-TPHCM.docx"]
)
def test_unicode_documents_are_left_alone(name, tmp_path):
    path = REAL / name
    runs = runs_of(convert(path, tmp_path) if path.suffix == ".doc" else path)

    repaired = repair(runs)

    expected = [unicodedata.normalize("NFC", "".join(run.text for run in paragraph)) for paragraph in runs]
    assert [one.text for one in repaired] == expected
    assert encodings_of(repaired) == {Legacy.UNICODE}
    assert not any(one.doubtful for one in repaired)
