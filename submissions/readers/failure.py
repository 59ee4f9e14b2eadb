"""What a reader raises when a file is at fault, and how any other exception is read as one of those faults."""

from __future__ import annotations

import errno
import re
import zipfile
import zlib

from submissions.readers.document import Problem


class Unreadable(Exception):
    """A file that is not taken, and why; ``values`` go into the words of the reason."""

    def __init__(self, problem: Problem, **values: str | int) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.values = values


#: ``NotImplementedError`` is a compression that zipfile does not know.
_OF_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, NotImplementedError)
_DEEP = re.compile("excessive depth|maximum recursion|too deep", re.I)
_HUGE = re.compile("huge (input|text)|text node|size limit|buffer (full|error)|too long", re.I)
_MEMORY = re.compile("memory|malloc", re.I)
_ENTITIES = re.compile("entit(y|ies)|amplification|doctype|dtd", re.I)
_ENCRYPTED = re.compile("encrypt|password", re.I)


def problem_of(error: BaseException) -> tuple[Problem, dict[str, str | int]]:
    """Return what any exception of a reader says of the file, and its values.

    Parsers raise dozens of types on hostile files, so nothing is listed as "impossible": what is no fault of the file
    that we know by its type or its words is ``READER_FAILED``, with the exception's type as ``detail``.
    """
    if isinstance(error, Unreadable):
        return error.problem, error.values
    words = str(error)[:500]
    if isinstance(error, MemoryError) or getattr(error, "errno", None) == errno.ENOMEM:
        return Problem.TOOK_TOO_MUCH_MEMORY, {}
    if isinstance(error, RecursionError):
        return Problem.TOO_DEEP, {}
    if isinstance(error, OSError) and error.errno in (errno.EFBIG, errno.ENOSPC):
        return Problem.UNPACKS_TOO_LARGE, {}
    if _is_of_xml(error):
        return _problem_of_xml(words), {}
    if _ENCRYPTED.search(words):
        return Problem.ENCRYPTED, {}
    if isinstance(error, _OF_DAMAGE):
        return Problem.DAMAGED, {}
    return Problem.READER_FAILED, {"detail": type(error).__name__}


def _is_of_xml(error: BaseException) -> bool:
    return any(
        kind.__name__ in ("XMLSyntaxError", "ParseError", "DefusedXmlException")
        for kind in type(error).__mro__
    )


def _problem_of_xml(words: str) -> Problem:
    for sign, problem in (
        (_DEEP, Problem.TOO_DEEP),
        (_HUGE, Problem.TOO_LONG),
        (_MEMORY, Problem.TOOK_TOO_MUCH_MEMORY),
        (_ENTITIES, Problem.DECLARES_ENTITIES),
    ):
        if sign.search(words):
            return problem
    return Problem.DAMAGED
