import io
import struct
import zlib

import pytest
from PIL import Image

from submissions.readers import image
from submissions.readers.document import Kind, Problem, State


@pytest.fixture
def read(tmp_path):
    def read_bytes(data):
        path = tmp_path / "received"
        path.write_bytes(data)
        return image.read(path, tmp_path)

    return read_bytes


def saved(form, size=(200, 300), mode="L", **options):
    out = io.BytesIO()
    Image.new(mode, size, 1).save(out, form, **options)
    return out.getvalue()


def png_header(width, height):
    """A PNG that says it is large and has almost nothing inside."""

    def chunk(kind, content):
        return (
            struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))
        )

    head = struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1_000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_picture_waits_for_a_person(read, form):
    document = read(saved(form))

    assert (document.kind, document.state, document.problem) == (
        Kind.IMAGE,
        State.NEEDS_PERSON,
        Problem.NO_TEXT,
    )
    assert (document.pages, document.images, document.paragraphs) == (1, 1, ())


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_taken(read, mode):
    assert read(saved("PNG", mode=mode)).problem == Problem.NO_TEXT


def test_pages_of_a_tiff_are_counted(read):
    frames = [Image.new("L", (100, 100), shade) for shade in (1, 2, 3)]

    document = read(saved("TIFF", save_all=True, append_images=frames))

    assert (document.pages, document.values["pages"]) == (4, "1-4")


@pytest.mark.parametrize("size", [(40_000, 1_001), (65_000, 65_000), (2**31 - 1, 2**31 - 1)])
def test_too_many_pixels_are_refused_before_decoding(read, size):
    document = read(png_header(*size))

    assert (document.state, document.problem) == (State.REFUSED, Problem.TOO_LARGE)


def test_tiff_of_too_many_pages_is_refused(read):
    frames = [Image.new("1", (9, 9))] * 201

    assert (
        read(saved("TIFF", mode="1", size=(9, 9), save_all=True, append_images=frames)).problem
        == Problem.TOO_LONG
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        saved("JPEG", size=(900, 900))[:-700],
        saved("GIF"),
        saved("BMP"),
        b"%PDF-1.7",
        b"II*\0" + bytes(99),
    ],
)
def test_damaged_and_other_pictures_are_refused(read, data):
    document = read(data)

    assert (document.state, document.problem) == (State.REFUSED, Problem.DAMAGED)


def test_picture_that_says_more_than_it_has_is_refused(read):
    assert read(png_header(5_000, 5_000)).state == State.REFUSED
