"""One entry for the three files; it is quick, and what cannot be written leaves nothing behind."""

import subprocess
import sys
import time

import pytest
from django.conf import settings

from proceedings.exports.regulation.document import Power, Signing
from proceedings.exports.regulation.final_text import FINAL_TEXT_NAMES, write_final_text
from proceedings.exports.regulation.head import LayoutRefused
from proceedings.text.provisions import Provision, with_paths
from tests.proceedings.exports.regulation.samples import LONG, article, chapter, clause, document_of, point


def long_text(articles):
    return with_paths(
        chapter(
            str(number),
            "Tên chương",
            *(
                article(
                    str(each),
                    "Tên điều",
                    "",
                    clause("1", LONG),
                    clause("2", LONG, point("a", LONG), point("b", LONG)),
                )
                for each in range(number * 10, number * 10 + 10)
            ),
        )
        for number in range(articles // 10)
    )


@pytest.mark.parametrize("name", FINAL_TEXT_NAMES)
def test_a_text_of_200_articles_is_written_in_seconds(tmp_path, name):
    document = document_of(*long_text(200))
    started = time.perf_counter()

    path = write_final_text(document, tmp_path / name)

    assert time.perf_counter() - started < 6
    assert path.stat().st_size > 10_000


@pytest.mark.parametrize("name", FINAL_TEXT_NAMES)
def test_a_document_with_nothing_in_it_is_written(tmp_path, name):
    empty = dict.fromkeys(
        (
            "issuing_body", "superior_body", "place", "number", "symbol", "type_name", "subject", "sample_mark",
        ),
        "",
    )  # fmt: skip
    document = document_of(Provision("text"), **empty, signing=None, recipients=())

    assert write_final_text(document, tmp_path / name).stat().st_size > 500


@pytest.mark.parametrize("name", FINAL_TEXT_NAMES)
def test_what_the_family_does_not_have_is_refused_and_leaves_no_file(tmp_path, name):
    document = document_of(signing=Signing(Power.BY_AUTHORITY, "Ban mẫu"))

    with pytest.raises(LayoutRefused):
        write_final_text(document, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"final-text\.pdf"):
        write_final_text(document_of(), tmp_path / "final-text.odt")


def test_the_writers_know_no_models():
    source = (
        "import sys, proceedings.exports.regulation.final_text;"
        "sys.exit(any(name.startswith(('proceedings.models', 'submissions')) for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", source], cwd=settings.BASE_DIR).returncode == 0
