"""Feeds are read by processes of their own: the side that asks them.

*Why processes:* feedparser holds the interpreter for seconds over a long feed,
and what strangers send may be made to eat time and memory. *Why two:* beside a
feed of ten thousand entries, which takes seconds, the small ones go on.
"""

import contextlib
import os
import queue
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from types import GenericAlias

from paperdesk.children.checks import check, decode_error
from paperdesk.children.child import Child, Died, Unstarted
from paperdesk.children.wire import Garbled, Gone, Wire
from paperdesk.domain.errors import BadDocument, Cancelled, Refused
from paperdesk.domain.paper import Found
from paperdesk.feeds.limits import Limits
from paperdesk.feeds.sources.bodies import Item
from paperdesk.infra.jobs import Job

CHILDREN = 2

SLICE = 0.2
"""Seconds after which a wait looks up, whether somebody still wants the feed."""

MOST_ENTRIES = 20_000
"""Entries that are taken; no format reads more of a feed."""

LARGE = 5_000_000
"""Bytes of a feed that leaves its reader so large that it is not kept."""

_ENTRIES = check(GenericAlias(tuple, (GenericAlias(tuple, (date, str, Found)), ...)))


class Parsing:
    """Reads feeds in children, which start when there is something to read."""

    def __init__(self, command: Sequence[str], limits: Limits | None = None) -> None:
        """`command` starts a child."""
        self._closed = False
        # The one that was used last comes first: a second one starts only beside it.
        self._idle: queue.LifoQueue[_Reader] = queue.LifoQueue()
        self._readers = [_Reader(command, limits or Limits()) for _ in range(CHILDREN)]
        for reader in self._readers:
            self._idle.put(reader)

    def __call__(
        self, body: bytes, headers: Mapping[str, str], *, today: date, name: str, job: Job
    ) -> tuple[str, list[Item]]:
        """A feed's title and entries; BadDocument if it is none, or cannot be read."""
        question = {
            "headers": {each: headers[each] for each in ("content-type",) if each in headers},
            "today": today,
            "name": name,
        }
        with self._reader(job) as reader, _in_memory(body) as descriptor:
            try:
                return reader.read(question, descriptor, job)
            finally:
                if len(body) > LARGE:
                    reader.child.discard()

    def close(self) -> None:
        """End the children, also one that is at work."""
        self._closed = True
        for reader in self._readers:
            reader.child.stop()
        with contextlib.suppress(queue.Empty):
            while True:
                self._idle.get_nowait().child.discard()

    @contextlib.contextmanager
    def _reader(self, job: Job) -> Iterator["_Reader"]:
        """One that has nothing else to do, as soon as there is one."""
        reader = self._free(job)
        try:
            yield reader
        finally:
            if self._closed:
                reader.child.discard()
            self._idle.put(reader)

    def _free(self, job: Job) -> "_Reader":
        while True:
            job.check()
            if self._closed:
                raise Cancelled(f"{job.title}: stopped.")
            with contextlib.suppress(queue.Empty):
                return self._idle.get(timeout=SLICE)


class _Reader:
    """A child that reads one feed after the other."""

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        self.child = Child(command, asdict(limits), limits.start_seconds)
        self._limits = limits
        self._last = time.monotonic()

    def read(
        self, question: Mapping[str, object], descriptor: int, job: Job
    ) -> tuple[str, list[Item]]:
        """The title and the entries of the feed in some memory."""
        name = question["name"]
        if time.monotonic() - self._last > self._limits.quiet / 2:
            # It may be about to end by itself.
            self.child.discard()
        try:
            with self._ended_if_unfinished():
                return self._heard(self.child.send(question, descriptor), job)
        except TimeoutError as error:
            raise BadDocument(
                f"The feed of {name} was given up: reading it took more than "
                f"{self._limits.seconds:.0f} seconds. Its site may offer a shorter one."
            ) from error
        except (Died, Gone, Garbled) as error:
            job.check()
            raise BadDocument(
                f"The feed of {name} ended the process that was reading it. "
                "Try again; if it does so again, the feed is broken."
            ) from error
        except Unstarted as error:
            raise Refused(
                "The program that reads feeds could not be started. Start PaperDesk again; "
                "if that does not help, install it again."
            ) from error

    @contextlib.contextmanager
    def _ended_if_unfinished(self) -> Iterator[None]:
        """Keep no child that has something left to say; a refusal is said wholly."""
        try:
            yield
        except BadDocument:
            raise
        except BaseException:
            self.child.discard()
            raise
        finally:
            self._last = time.monotonic()

    def _heard(self, wire: Wire, job: Job) -> tuple[str, list[Item]]:
        """Take the entries as they come; the title comes last."""
        deadline = time.monotonic() + self._limits.seconds
        items: list[Item] = []
        while True:
            while not wire.waits(SLICE):
                job.check()
                if time.monotonic() > deadline:
                    raise TimeoutError
            said = wire.receive(deadline - time.monotonic()).value
            if not isinstance(said, dict):
                raise Garbled("not an answer")
            if "error" in said:
                raise decode_error(said)
            if "title" in said:
                return check(str)(said["title"]), items
            items += _ENTRIES(said.get("entries"))
            if len(items) > MOST_ENTRIES:
                raise Garbled("too many entries")
            job.check()


@contextlib.contextmanager
def _in_memory(body: bytes) -> Iterator[int]:
    """A descriptor of memory with these bytes: to be handed on, whatever their size."""
    descriptor = os.memfd_create("paperdesk-feed", os.MFD_CLOEXEC)
    try:
        with open(descriptor, "wb", closefd=False) as file:
            file.write(body)
        yield descriptor
    finally:
        os.close(descriptor)
