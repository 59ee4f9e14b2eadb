import errno
import zipfile
import zlib

import pytest

from submissions.readers.document import Problem
from submissions.readers.failure import Unreadable, problem_of


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (Unreadable(Problem.TOO_LONG, allowed=5), Problem.TOO_LONG),
        (MemoryError(), Problem.TOOK_TOO_MUCH_MEMORY),
        (OSError(errno.ENOMEM, "x"), Problem.TOOK_TOO_MUCH_MEMORY),
        (RecursionError("maximum recursion depth"), Problem.TOO_DEEP),
        (OSError(errno.EFBIG, "x"), Problem.UNPACKS_TOO_LARGE),
        (zipfile.BadZipFile("Bad CRC-32"), Problem.DAMAGED),
        (zlib.error("invalid"), Problem.DAMAGED),
        (EOFError(), Problem.DAMAGED),
        (NotImplementedError("That compression method is not supported"), Problem.DAMAGED),
        (RuntimeError("File 'a' is encrypted, password required"), Problem.ENCRYPTED),
        (KeyError("x"), Problem.READER_FAILED),
        (KeyboardInterrupt(), Problem.READER_FAILED),
    ],
)
def test_whatever_is_raised_says_something_of_the_file(error, problem):
    assert problem_of(error)[0] == problem


def test_what_nobody_expected_names_its_type():
    assert problem_of(AttributeError("x")) == (Problem.READER_FAILED, {"detail": "AttributeError"})
    assert problem_of(Unreadable(Problem.TOO_LONG, allowed=5))[1] == {"allowed": 5}
