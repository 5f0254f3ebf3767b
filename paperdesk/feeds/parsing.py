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

from paperdesk.children.checks import check
from paperdesk.children.child import Child
from paperdesk.children.heard import SLICE, answers, told
from paperdesk.children.limits import Limits
from paperdesk.children.wire import Garbled, Wire
from paperdesk.domain.errors import BadDocument, Cancelled
from paperdesk.domain.paper import Found
from paperdesk.feeds.sources.bodies import Item
from paperdesk.infra.jobs import Job

CHILDREN = 2

LIMITS = Limits(memory=2**30, seconds=180.0, processor=30.0, quiet=90.0)
"""One of ten thousand entries takes five seconds of the processor."""

MOST_ENTRIES = 20_000
"""Entries that are taken; no format reads more of a feed."""

LARGE = 5_000_000
"""Bytes of a feed that leaves its reader so large that it is not kept."""

_ENTRIES = check(GenericAlias(tuple, (GenericAlias(tuple, (date, str, Found)), ...)))


class Parsing:
    """Reads feeds in children, which start when there is something to read."""

    def __init__(self, command: Sequence[str], limits: Limits = LIMITS) -> None:
        """`command` starts a child."""
        self._closed = False
        # The one that was used last comes first: a second one starts only beside it.
        self._idle: queue.LifoQueue[_Reader] = queue.LifoQueue()
        self._readers = [_Reader(command, limits) for _ in range(CHILDREN)]
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
        quiet = self._limits.quiet
        if quiet is not None and time.monotonic() - self._last > quiet / 2:
            # It may be about to end by itself.
            self.child.discard()
        slow = (
            f"The feed of {name} was given up: reading it took more than "
            f"{self._limits.seconds:.0f} seconds. Its site may offer a shorter one."
        )
        died = (
            f"The feed of {name} ended the process that was reading it. "
            "Try again; if it does so again, the feed is broken."
        )
        with told("feeds", job.check, slow=slow, died=died), self._ended_if_unfinished():
            return self._heard(self.child.send(question, descriptor), job)

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
        items: list[Item] = []
        for said in answers(wire, self._limits.seconds, job.check):
            if "title" in said:
                return check(str)(said["title"]), items
            items += _ENTRIES(said.get("entries"))
            if len(items) > MOST_ENTRIES:
                break
        raise Garbled("too many entries")


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
