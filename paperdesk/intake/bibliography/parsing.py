"""Bibliographies are read by a process of its own: the side that asks it.

*Why a process:* what strangers send may be made to eat time and memory, and ten
thousand entries hold the interpreter for seconds.
"""

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from types import GenericAlias

from paperdesk.children.checks import check
from paperdesk.children.child import Child
from paperdesk.children.heard import answers, told
from paperdesk.children.limits import Limits
from paperdesk.children.wire import Garbled, Wire
from paperdesk.domain.errors import BadDocument, NotFound, StorageError
from paperdesk.domain.reference import Reference
from paperdesk.infra.jobs import Job

LIMITS = Limits(memory=2**31, seconds=600.0, processor=300.0)
"""Ten thousand entries take five seconds of the processor."""

MOST_BYTES = 100_000_000
"""Of a file; a bibliography of a hundred thousand entries has sixty million."""

MOST_ENTRIES = 200_000

_ENTRIES = check(GenericAlias(tuple, (Reference, ...)))


class Bibliographies:
    """Reads bibliographies, each in a process that ends with it."""

    def __init__(self, command: Sequence[str], limits: Limits = LIMITS) -> None:
        """`command` starts the process."""
        self._command = tuple(command)
        self._limits = limits

    def read(self, path: Path, job: Job) -> Iterator[tuple[int, tuple[Reference, ...]]]:
        """The references of a file as they come, each time with how many there are in all."""
        slow = (
            f"{path.name} was given up: reading it took too long. Divide it, and import the parts."
        )
        died = (
            f"{path.name} ended the process that was reading it. "
            "Look whether it is damaged, and try again."
        )
        with _opened(path) as descriptor:
            child = Child(self._command, asdict(self._limits), self._limits.start_seconds)
            try:
                with told("bibliographies", job.check, slow=slow, died=died):
                    yield from self._heard(child.send({"name": path.name}, descriptor), job)
            finally:
                child.close()

    def _heard(self, wire: Wire, job: Job) -> Iterator[tuple[int, tuple[Reference, ...]]]:
        said = answers(wire, self._limits.seconds, job.check)
        total, heard = _count(next(said).get("total")), 0
        while heard < total:
            entries = _ENTRIES(next(said).get("entries"))
            if not entries:
                raise Garbled("nothing said")
            heard += len(entries)
            yield total, entries


def _count(said: object) -> int:
    total = int(check(int)(said))
    if not 0 <= total <= MOST_ENTRIES:
        raise Garbled("too many entries")
    return total


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A descriptor of a file; neither a pipe that never ends nor a folder is one."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.") from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "its name cannot be one"
        raise StorageError(f"{path} cannot be read: {why}.") from error
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise BadDocument(f"{path.name} is not a file. Choose a bibliography.")
        if found.st_size > MOST_BYTES:
            raise BadDocument(f"{path.name} is too large (over 100 MB). Import it in parts.")
        yield descriptor
    finally:
        os.close(descriptor)
