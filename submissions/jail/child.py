"""What runs in the child: limits itself, cuts itself off, reads one file, and answers in lines of JSON.

Run by its path with ``python -I``, so that nothing of the environment or of the working folder is imported.
"""

from __future__ import annotations

import inspect
import json
import os
import sys
from pathlib import Path
from typing import IO, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from submissions.jail.isolation import cut_off, die_with_parent
from submissions.jail.limits import Limits, set_limits
from submissions.readers.document import Kind, ReadDocument, to_json
from submissions.readers.failure import problem_of
from submissions.readers.registry import reader_of


def main() -> None:
    """Take the job from standard input and answer on standard output: progress, then the document or what failed."""
    if "--probe" in sys.argv:
        print(cut_off(may_start_programs=False))  # noqa: T201 - the answer to the parent
        return
    die_with_parent()
    job = json.load(sys.stdin)
    answers = _keep_answers_apart()
    limits = Limits(**job["limits"])
    path = Path(job["path"])
    try:
        reader = reader_of(Kind(job["kind"]), job["task"])  # loaded before the walls go up
        set_limits(limits)
        cut_off(may_start_programs=limits.may_start_programs, reads_others=_belongs_to_others(path))
        document = _read(reader, path, Path(job["scratch"]), answers)
        answer: dict[str, Any] = {"document": to_json(document)}
    except BaseException as error:
        problem, values = problem_of(error)
        error = None  # type: ignore[assignment]  # lets go of what fills the memory
        answer = {"problem": problem, "values": values}
    _say(answers, answer)


def _read(reader: Any, path: Path, scratch: Path, answers: IO[str]) -> ReadDocument:
    given: dict[str, Any] = {}
    if "on_page" in inspect.signature(reader).parameters:
        given["on_page"] = lambda done, total: _say(answers, {"progress": [done, total]})
    document: ReadDocument = reader(path, scratch, **given)
    return document


def _keep_answers_apart() -> IO[str]:
    """Keep the way to the parent for us alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="surrogatepass")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return answers


def _belongs_to_others(path: Path) -> bool:
    return os.geteuid() == 0 and path.stat().st_uid != 0


def _say(answers: IO[str], answer: dict[str, Any]) -> None:
    json.dump(answer, answers, ensure_ascii=False)  # Vietnamese letters take half the room
    answers.write("\n")
    answers.flush()


if __name__ == "__main__":
    main()
