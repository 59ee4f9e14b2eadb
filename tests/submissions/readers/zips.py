"""ZIP files written byte by byte, so that a test can make each of them lie in one place."""

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Part:
    """One entry; what is left None is what an honest archive says."""

    name: bytes
    data: bytes = b"noi dung"
    local_name: bytes | None = None
    flags: int = 0
    method: int = 8
    mode: int = 0
    made_on: int = 3
    size: int | None = None
    checksum: int | None = None
    extra: bytes = b""
    offset: int | None = None
    sizes_follow: bool = False

    def packed(self):
        if self.method != 8:
            return self.data
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.data) + packer.flush()


def zip_of(*parts, end=True, comment=b""):
    """Return the bytes of an archive of the given parts; without its directory where ``end`` is false."""
    body, directory = b"", b""
    for part in parts:
        packed = part.packed()
        size = len(part.data) if part.size is None else part.size
        checksum = zlib.crc32(part.data) if part.checksum is None else part.checksum
        offset = len(body) if part.offset is None else part.offset
        flags = part.flags | (8 if part.sizes_follow else 0)
        local_name = part.name if part.local_name is None else part.local_name
        local = (0, 0, 0) if part.sizes_follow else (checksum, len(packed), size)
        if part.offset is None:
            body += struct.pack(
                "<4s5H3L2H",
                b"PK\3\4",
                20,
                flags,
                part.method,
                0,
                33,
                *local,
                len(local_name),
                len(part.extra),
            )
            body += local_name + part.extra + packed
            if part.sizes_follow:
                body += struct.pack("<4s3L", b"PK\7\x08", checksum, len(packed), size)
        directory += struct.pack(
            "<4s2B5H3L5H2L",
            *(b"PK\1\2", 20, part.made_on, 20, flags, part.method, 0, 33, checksum, len(packed), size),
            *(len(part.name), len(part.extra), 0, 0, 0, part.mode << 16, offset),
        )
        directory += part.name + part.extra
    if not end:
        return body
    counts = (min(len(parts), 0xFFFF),) * 2
    return (
        body
        + directory
        + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, *counts, len(directory), len(body), len(comment))
        + comment
    )


def written_below(folder: Path):
    """Return every file below a folder."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())
