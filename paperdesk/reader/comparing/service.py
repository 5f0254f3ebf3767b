"""The window's side of a comparison: starts the process, hears it, keeps what it found."""

import contextlib
import hashlib
import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from paperdesk.domain.comparison import Comparison
from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document
from paperdesk.infra import files
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.reader.comparing import wire

EDITION = 1
"""Of the way that texts are compared: what another way found is not believed."""

KEPT = 200
"""Comparisons that are kept; the oldest goes first."""

_STOPPED = "The versions could not be compared: the program that does it has stopped. Try again."


class Comparing:
    """Compares PDFs in a process of its own; `command` starts it."""

    def __init__(self, command: Sequence[str], home: Home) -> None:
        self._command = tuple(command)
        self._folder = home.cache / "comparisons"

    def compare(self, old: Document, new: Document, job: Job) -> Comparison:
        """What changed from one PDF to another; kept, so that it is there at once again."""
        cached = self._folder / f"{_name(old, new)}.json"
        with contextlib.suppress(OSError, ValueError):
            return wire.read(json.loads(cached.read_text("utf-8")))
        found = self._asked(old, new, job)
        with contextlib.suppress(OSError):  # a full disk costs the cache only
            self._keep(cached, found)
        return found

    def _asked(self, old: Document, new: Document, job: Job) -> Comparison:
        job.check()
        with _running(self._command) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            question = [[str(one.path), one.password] for one in (old, new)]
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(json.dumps(question).encode() + b"\n")
                process.stdin.flush()
            for line in process.stdout:
                said = _message(line)
                if "found" in said:
                    return wire.read(said["found"])
                if "failed" in said:
                    raise BadDocument(said["failed"])
                job.advance(said.get("done", 0), said.get("total", 0))
        raise BadDocument(_STOPPED)

    def _keep(self, cached: Path, found: Comparison) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        files.write_text(cached, json.dumps(wire.spelt(found)))
        kept = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-KEPT]:
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def _running(command: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """The process, ended in any case: also where somebody has given up."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _message(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except ValueError as error:
        raise BadDocument(_STOPPED) from error
    return said if isinstance(said, dict) else {}


def _name(old: Document, new: Document) -> str:
    """A name that no other pair of files has: they are told by place, size and age."""
    told = [EDITION]
    for document in (old, new):
        with contextlib.suppress(OSError):
            status = document.path.stat()
            told += [str(document.path), status.st_size, status.st_mtime_ns]  # type: ignore[list-item]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:32]
