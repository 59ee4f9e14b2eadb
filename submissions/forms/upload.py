"""What may be sent to the desk, and how a file that is too large is left out while it is still arriving."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from submissions.spool import LARGEST


class LeaveOutTooLarge(FileUploadHandler):
    """Lets go of a file as soon as it is over the limit and remembers its name; the other files go on."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.left_out: list[str] = []
        self.arrived = 0

    def new_file(self, *args: Any, **options: Any) -> None:
        """Begin to count."""
        super().new_file(*args, **options)
        self.arrived = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Count what arrives and pass it on."""
        self.arrived += len(raw_data)
        if self.arrived > LARGEST:
            self.left_out.append(self.file_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""
