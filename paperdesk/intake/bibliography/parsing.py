"""Bibliographies are read by a process of its own: the side that asks it.

*Why a process:* what strangers send may be made to eat time and memory, and ten
thousand entries hold the interpreter for seconds.
"""

import contextlib
import os
import stat
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from types import GenericAlias

from paperdesk.children.checks import check, decode_error
from paperdesk.children.child import Child, Died, Unstarted
from paperdesk.children.wire import Garbled, Gone, Wire
from paperdesk.domain.errors import BadDocument, NotFound, Refused, StorageError
from paperdesk.domain.reference import Reference
from paperdesk.infra.jobs import Job
from paperdesk.intake.bibliography.limits import MOST_BYTES, Limits

SLICE = 0.2
"""Seconds after which a wait looks up, whether somebody still wants it."""

MOST_ENTRIES = 200_000

_ENTRIES = check(GenericAlias(tuple, (Reference, ...)))


class Bibliographies:
    """Reads bibliographies, each in a process that ends with it."""

    def __init__(self, command: Sequence[str], limits: Limits | None = None) -> None:
        """`command` starts the process."""
        self._command = tuple(command)
        self._limits = limits or Limits()

    def read(self, path: Path, job: Job) -> Iterator[tuple[int, tuple[Reference, ...]]]:
        """The references of a file as they come, each time with how many there are in all."""
        with _opened(path) as descriptor:
            child = Child(self._command, asdict(self._limits), self._limits.start_seconds)
            try:
                wire = child.send({"name": path.name}, descriptor)
                yield from self._heard(wire, job)
            except TimeoutError as error:
                raise BadDocument(
                    f"{path.name} was given up: reading it took too long. Divide it, and "
                    "import the parts."
                ) from error
            except (Died, Gone, Garbled) as error:
                job.check()
                raise BadDocument(
                    f"{path.name} ended the process that was reading it. "
                    "Look whether it is damaged, and try again."
                ) from error
            except Unstarted as error:
                raise Refused(
                    "The program that reads bibliographies could not be started. Start "
                    "PaperDesk again; if that does not help, install it again."
                ) from error
            finally:
                child.close()

    def _heard(self, wire: Wire, job: Job) -> Iterator[tuple[int, tuple[Reference, ...]]]:
        total, heard = None, 0
        deadline = time.monotonic() + self._limits.seconds
        while total is None or heard < total:
            job.check()
            while not wire.waits(SLICE):
                job.check()
                if time.monotonic() > deadline:
                    raise TimeoutError
            said = wire.receive(self._limits.pause).value
            if not isinstance(said, dict):
                raise Garbled("not an answer")
            if "error" in said:
                raise decode_error(said)
            if total is None:
                total = _count(said.get("total"))
                continue
            entries = _ENTRIES(said.get("entries"))
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
