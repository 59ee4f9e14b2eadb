import io
import random
import stat
import struct
import unicodedata
import zipfile
import zlib

import pytest

from submissions.readers import archives
from submissions.readers.document import Problem, State
from tests.submissions.readers.zips import Part, written_below, zip_of

TEXT = "Kính gửi: Ban Tổ chức hội thảo. VĂN BẢN MẪU".encode()
NOISE = random.Random(7).randbytes(300_000)


@pytest.fixture
def scratch(tmp_path):
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.fixture
def read(tmp_path, scratch):
    def read_bytes(data):
        path = tmp_path / "received.zip"
        path.write_bytes(data)
        return archives.read(path, scratch)

    return read_bytes


def docx():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")
    return out.getvalue()


def big_zip(size):
    """One entry whose sizes stand in the large fields only."""
    huge = struct.pack("<2H2Q", 1, 16, size, 9)
    data = bytearray(zip_of(Part(b"a.txt", b"x" * 9, method=0, extra=huge)))
    at = data.find(b"PK\1\2")
    data[at + 20 : at + 28] = b"\xff" * 8
    return bytes(data)


def quoted_overlap(copies):
    """Many names for the same bytes of one file."""
    return zip_of(Part(b"0.bin", NOISE), *(Part(b"%d.bin" % n, NOISE, offset=0) for n in range(1, copies)))


HOSTILE = {
    "unpacks to more than 200 MB": (
        zip_of(*(Part(b"%d.bin" % n, NOISE, size=30_000_000) for n in range(7))),
        Problem.UNPACKS_TOO_LARGE,
        None,
    ),
    "more than 200 MB in large fields": (big_zip(2**40), Problem.UNPACKS_TOO_LARGE, None),
    "one member over 100:1": (
        zip_of(Part(b"a.txt", NOISE), Part(b"b.txt", bytes(2_000_000))),
        Problem.UNPACKS_TOO_LARGE,
        None,
    ),
    "all together over 100:1": (
        zip_of(*(Part(b"%d.txt" % n, bytes(60_000)) for n in range(50))),
        Problem.UNPACKS_TOO_LARGE,
        None,
    ),
    "2,001 members": (
        zip_of(*(Part(b"%d.txt" % n, b"x", method=0) for n in range(2_001))),
        Problem.TOO_MANY_PARTS,
        None,
    ),
    "70,000 members and a count that turned over": (
        zip_of(*(Part(b"%d" % n, b"", method=0) for n in range(2_500)))[:-22]
        + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, 2_500 * 46 + 8_890, 2_500 * 30 + 8_890, 0),
        Problem.TOO_MANY_PARTS,
        None,
    ),
    "a symbolic link": (
        zip_of(Part(b"ok.txt"), Part(b"link", b"/etc/passwd", mode=stat.S_IFLNK | 0o777)),
        Problem.UNSAFE_ARCHIVE,
        "link",
    ),
    "a device": (zip_of(Part(b"zero", mode=stat.S_IFCHR | 0o666)), Problem.UNSAFE_ARCHIVE, "link"),
    "an absolute path": (
        zip_of(Part(b"ok.txt"), Part(b"/etc/cron.d/x")),
        Problem.UNSAFE_ARCHIVE,
        "absolute",
    ),
    "a parent folder": (zip_of(Part(b"a/../../x.txt")), Problem.UNSAFE_ARCHIVE, "parent"),
    "a parent folder in a folder's own name": (zip_of(Part(b"../", b"")), Problem.UNSAFE_ARCHIVE, "parent"),
    "a parent folder by backslashes": (zip_of(Part(b"..\\..\\x.txt")), Problem.UNSAFE_ARCHIVE, "parent"),
    "an absolute path by a backslash": (zip_of(Part(b"\\\\may\\x")), Problem.UNSAFE_ARCHIVE, "absolute"),
    "a drive letter": (zip_of(Part(b"C:\\Windows\\x.txt")), Problem.UNSAFE_ARCHIVE, "drive"),
    "a hidden path in the Unicode name": (
        zip_of(Part(b"x", extra=struct.pack("<2HBL", 0x7075, 9, 1, zlib.crc32(b"x")) + b"/etc")),
        Problem.UNSAFE_ARCHIVE,
        "absolute",
    ),
    "two of one name": (
        zip_of(Part(b"a.txt", b"1"), Part(b"a.txt", b"2")),
        Problem.UNSAFE_ARCHIVE,
        "duplicate",
    ),
    "two of one name, composed and not": (
        zip_of(Part("ý.txt".encode()), Part(unicodedata.normalize("NFD", "ý.txt").encode())),
        Problem.UNSAFE_ARCHIVE,
        "duplicate",
    ),
    "entries that share bytes": (quoted_overlap(20), Problem.UNSAFE_ARCHIVE, "overlap"),
    "a NUL in a name": (zip_of(Part(b"thu.docx\0.exe")), Problem.UNSAFE_ARCHIVE, "control"),
    "all encrypted": (
        zip_of(Part(b"a.docx", flags=1), Part(b"b.docx", method=99)),
        Problem.ENCRYPTED,
        None,
    ),
    "nothing at all": (zip_of(), Problem.EMPTY, None),
    "system files only": (zip_of(Part(b"__MACOSX/._a.docx"), Part(b".DS_Store")), Problem.EMPTY, None),
    "an end record and nothing else": (b"PK\5\6" + b"\xff" * 18, Problem.DAMAGED, None),
    "noise": (b"PK\3\4" + NOISE, Problem.DAMAGED, None),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_archive_is_refused_with_no_byte_written(read, scratch, what):
    data, problem, danger = HOSTILE[what]

    document = read(data)

    assert (document.state, document.problem) == (State.REFUSED, problem)
    assert document.values.get("danger") == danger
    assert written_below(scratch) == []
    assert document.members == ()


def test_archive_gives_its_members_under_neutral_names(read, scratch):
    document = read(
        zip_of(
            Part("Bắc Ninh/Góp ý.docx".encode(), docx(), flags=0x800),
            Part("Bắc Ninh/".encode(), b"", method=0, mode=stat.S_IFDIR),
            Part(b"nop\\tham luan.txt", TEXT, method=0, made_on=0),
        )
    )

    assert document.state == State.READ
    assert [(member.name, member.path, member.problem) for member in document.members] == [
        ("Bắc Ninh/Góp ý.docx", "0001.bin", None),
        ("nop/tham luan.txt", "0002.bin", None),
    ]
    assert (scratch / "0001.bin").read_bytes() == docx()
    assert (scratch / "0002.bin").read_bytes() == TEXT


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_archive_is_unpacked_to_the_byte(read, scratch, method):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("a.bin", NOISE * 4)
        archive.writestr("b.txt", b"ab" * 100_000 + NOISE)
        archive.writestr("c.txt", b"")

    document = read(out.getvalue())

    assert [member.problem for member in document.members] == [None] * 3
    assert (scratch / "0001.bin").read_bytes() == NOISE * 4
    assert (scratch / "0002.bin").read_bytes() == b"ab" * 100_000 + NOISE
    assert (scratch / "0003.bin").read_bytes() == b""


def test_streamed_archive_is_read(read, scratch):
    document = read(zip_of(Part(b"a.txt", TEXT, sizes_follow=True), Part(b"b.txt", TEXT, sizes_follow=True)))

    assert [member.problem for member in document.members] == [None, None]
    assert (scratch / "0002.bin").read_bytes() == TEXT


def test_large_fields_are_read(read, scratch):
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w") as archive,
        archive.open(zipfile.ZipInfo("a.txt"), "w", force_zip64=True) as member,
    ):
        member.write(TEXT)

    document = read(out.getvalue())

    assert document.members[0].problem is None
    assert (scratch / "0001.bin").read_bytes() == TEXT


def test_archive_behind_other_bytes_is_read(read, scratch):
    document = read(b"#!/bin/sh\n" * 9 + zip_of(Part(b"a.txt", TEXT), comment=b"PK ghi chu"))

    assert (document.members[0].name, (scratch / "0001.bin").read_bytes()) == ("a.txt", TEXT)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (Part("Công văn 12.docx".encode(), flags=0x800), "Công văn 12.docx"),
        (Part("Công văn 12.docx".encode()), "Công văn 12.docx"),
        (Part(unicodedata.normalize("NFD", "Đề án, Quy chế.docx").encode()), "Đề án, Quy chế.docx"),
        (Part("Đo\u0301ng go\u0301p.doc".encode("cp1258"), made_on=0), "Đóng góp.doc"),
        (Part("Cấp ủy".replace("ấ", "â\u0301").replace("ủ", "u\u0309").encode("cp1258")), "Cấp ủy"),
        (Part("Résumé à ñ".encode("cp437"), made_on=0), "Résumé à ñ"),
        (
            Part(
                b"Cong van.doc",
                extra=struct.pack("<2HBL", 0x7075, 18, 1, zlib.crc32(b"Cong van.doc"))
                + "Công văn.doc".encode()[:13],
            ),
            "Công văn.do",
        ),
        (
            Part(b"a.doc", extra=struct.pack("<2HBL", 0x7075, 10, 1, zlib.crc32(b"khac")) + b"b.doc"),
            "a.doc",
        ),
        (Part(b"thu\x01\x1f.txt"), "thu.txt"),
        (Part("th\u202etxt.exe".encode()), "thtxt.exe"),
    ],
)
def test_member_name_is_decoded(read, part, name):
    document = read(zip_of(part))

    assert document.members[0].name == name


def test_long_name_keeps_its_suffix(read):
    name = "Ý kiến góp ý " * 40 + ".docx"

    document = read(zip_of(Part(name.encode()), Part(b"x" * 60_000 + b".txt"), Part(("ủ" * 255).encode())))

    assert [len(member.name) for member in document.members] == [255, 255, 255]
    assert document.members[0].name.endswith("….docx")


def test_system_files_are_left_out_with_a_remark(read, scratch):
    document = read(
        zip_of(
            Part(b"gop y.txt", TEXT),
            Part(b"__MACOSX/._gop y.txt"),
            Part(b".DS_Store"),
            Part(b"nop/Thumbs.db"),
            Part(b"nop/~$gop y.docx"),
            Part(b".~lock.gop y.odt#"),
        )
    )

    assert [member.name for member in document.members] == ["gop y.txt"]
    assert [(remark.code, remark.values["count"]) for remark in document.remarks] == [
        ("system_files_left_out", 5)
    ]
    assert written_below(scratch) == ["0001.bin"]


def test_bad_members_are_refused_alone(read, scratch):
    broken = bytearray(Part(b"", NOISE).packed())
    document = read(
        zip_of(
            Part(b"good.txt", TEXT),
            Part(b"locked.txt", TEXT, flags=1),
            Part(b"inner.zip", zip_of(Part(b"a.txt"))),
            Part(b"inner.rar", b"Rar!\x1a\x07\0"),
            Part(b"disguised.docx", zip_of(Part(b"a.txt"))),
            Part(b"disguised.txt", b"7z\xbc\xaf\x27\x1c"),
            Part(b"lies short.txt", TEXT, size=len(TEXT) - 9),
            Part(b"lies long.txt", TEXT, size=len(TEXT) + 9),
            Part(b"wrong checksum.txt", TEXT, checksum=1),
            Part(b"not deflated.txt", bytes(broken)[::-1], method=0),
            Part(b"other name.txt", TEXT, local_name=b"other_name.txt"),
            Part(b"unknown method.txt", TEXT, method=98),
            Part(b"last.txt", TEXT),
        )
    )

    assert {member.name: member.problem for member in document.members if member.problem} == {
        "locked.txt": Problem.ENCRYPTED,
        "inner.zip": Problem.UNSAFE_ARCHIVE,
        "inner.rar": Problem.UNSAFE_ARCHIVE,
        "disguised.docx": Problem.UNSAFE_ARCHIVE,
        "disguised.txt": Problem.UNSAFE_ARCHIVE,
        "lies short.txt": Problem.DAMAGED,
        "lies long.txt": Problem.DAMAGED,
        "wrong checksum.txt": Problem.DAMAGED,
        "other name.txt": Problem.UNSAFE_ARCHIVE,
        "unknown method.txt": Problem.NO_CONVERTER,
    }
    assert written_below(scratch) == ["0001.bin", "0010.bin", "0013.bin"]
    assert (scratch / "0013.bin").read_bytes() == TEXT


def test_damage_in_the_middle_costs_the_members_it_hits(read, scratch):
    data = bytearray(zip_of(*(Part(b"%d.bin" % n, NOISE) for n in range(4))))
    data[400_000:400_050] = bytes(50)
    third = [at for at in range(len(data)) if data.startswith(b"PK\3\4", at)][2]
    data[third : third + 4] = b"????"

    document = read(bytes(data))

    assert [member.problem for member in document.members] == [None, Problem.DAMAGED, Problem.DAMAGED, None]
    assert written_below(scratch) == ["0001.bin", "0004.bin"]


@pytest.mark.parametrize("sizes_follow", [False, True])
def test_cut_off_archive_gives_what_is_whole(read, scratch, sizes_follow):
    parts = [Part(b"%d.bin" % n, NOISE, sizes_follow=sizes_follow) for n in range(3)]

    document = read(zip_of(*parts)[:700_000])

    assert [(member.name, member.problem) for member in document.members] == [
        ("0.bin", None),
        ("1.bin", None),
    ]
    assert [(remark.code, remark.values) for remark in document.remarks] == [
        ("archive_recovered", {"members": 2, "cut_off": 1})
    ]
    assert (scratch / "0002.bin").read_bytes() == NOISE


def test_archive_with_a_broken_directory_gives_all_members(read):
    data = bytearray(zip_of(*(Part(b"%d.docx" % n, docx(), method=0) for n in range(3))))
    data[data.rfind(b"PK\1\2") + 1] = 0

    document = read(bytes(data))

    assert [member.problem for member in document.members] == [None, None, None]
    assert document.remarks[0].values == {"members": 3, "cut_off": 0}


def test_cut_off_bomb_is_refused_with_no_byte_written(read, scratch):
    document = read(zip_of(Part(b"a.txt", bytes(250_000_000), sizes_follow=True), end=False))

    assert document.problem == Problem.DAMAGED
    assert written_below(scratch) == []


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_makes_the_reader_fail(read, scratch, seed):
    chance = random.Random(seed)
    data = bytearray(
        zip_of(*(Part(b"%d.txt" % n, TEXT * 20, sizes_follow=bool(n % 2), extra=bytes(8)) for n in range(6)))
    )
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    del data[chance.randrange(len(data), 2 * len(data)) // 2 :]

    document = read(bytes(data))

    assert document.problem or document.members
    assert sum(path.stat().st_size for path in scratch.iterdir()) < 200_000
