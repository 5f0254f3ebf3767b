"""The program's only way to the network: polite, limited, and able to stop.

Every request goes through here: the offline switch, the turns that arXiv asks
for, the pauses that a host asks for, retries, redirects, limits of size, and a
sentence for whatever goes wrong. The bytes themselves are `infra.wire`'s.
"""

from __future__ import annotations

import math
import random
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import BinaryIO, TypeVar
from urllib.parse import urlsplit

import paperdesk
from paperdesk.domain.errors import OFFLINE, Offline, Unreachable
from paperdesk.infra import answers, endpoints, wire
from paperdesk.infra.answers import Accept, Again, Answer, BadStatus, Lost
from paperdesk.infra.files import unwritten
from paperdesk.infra.gates import Gate, Open
from paperdesk.infra.jobs import Job
from paperdesk.infra.ledger import Ledger, Record
from paperdesk.infra.partial import Partial
from paperdesk.infra.turns import Turns

__all__ = ["Accept", "BadStatus", "Bounds", "Http", "Pace", "Reply", "Validators"]

T = TypeVar("T")
Validators = tuple[tuple[str, str], ...]

CAP = 32_000_000
"""Bytes of an answer that is kept in memory, once unpacked."""

FILE_CAP = 200_000_000
HOPS = 6
RANGE_NOT_THERE = 416
AGENT = f"PaperDesk/{paperdesk.__version__} (desktop reader of research papers, one person)"
PROGRESS_SECONDS = 0.1

_CONDITIONS = frozenset({"If-None-Match", "If-Modified-Since", "Range"})


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient to be, in seconds."""

    arxiv: float = 3.0
    """Between two requests to arXiv, of whatever kind."""

    silence: float = 20.0
    """Without a byte, before a host counts as gone."""

    whole: float = 120.0
    """For an answer that is kept in memory, all attempts included."""

    retry: float = 1.0
    """Before the second attempt; then twice as long, more or less."""

    patience: float = 30.0
    """The longest pause that is waited out when a host asks for one."""

    attempts: int = 3
    """How often to ask, if asking again may help."""


class Bounds(Enum):
    """When an address may be one of this machine or its network."""

    WORLD = "never: somebody of the world sends us there"
    TYPED = "if the user once typed its host: others have named it"
    NAMED = "if its name says so, or the user once typed it"
    ANY = "always: the user has just typed it"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status 200 or its like, or 304 with an empty body."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    @property
    def unchanged(self) -> bool:
        """Whether what was asked for is as it was."""
        return self.status == 304

    @property
    def validators(self) -> Validators:
        """What to send along with the next request for the same."""
        names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
        return tuple((names[name], self.headers[name]) for name in names if name in self.headers)


@dataclass(frozen=True, slots=True)
class _Ask:
    """A request to be made, and for whom."""

    url: str
    headers: Callable[[], dict[str, str]]
    job: Job
    urgency: int = 0
    until: float = float("inf")
    bounds: Bounds = Bounds.NAMED


@dataclass(frozen=True, slots=True)
class _Further:
    """Where an answer sends us."""

    url: str


@dataclass(slots=True)
class _Gauge:
    """Tells a job how much of a file is here, not too often."""

    job: Job
    total: int
    told: float = field(default=0.0)

    def show(self, done: int) -> None:
        now = time.monotonic()
        if now - self.told > PROGRESS_SECONDS or done == self.total:
            self.told = now
            self.job.advance(done, self.total, _megabytes(done, self.total))


@dataclass(slots=True)
class _Waiting:
    """Tells a job when its turn comes, and then again what it said `before`."""

    job: Job
    before: str

    def tell(self, seconds: float) -> None:
        when = f"in {math.ceil(seconds)} s" if seconds else "next"
        self._say(f"Our turn at arXiv comes {when}")

    def end(self) -> None:
        self._say(self.before)

    def _say(self, said: str) -> None:
        if said != self.job.detail:
            self.job.advance(self.job.done, self.job.total, said)


class Http:
    """Asks hosts for things; safe to use from several threads at once."""

    def __init__(
        self,
        offline: Callable[[], bool] = lambda: False,
        *,
        pace: Pace | None = None,
        turns: Path | None = None,
        ledger: Ledger | None = None,
        own: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`offline` is asked before and during every request.

        `own` tells of a host whether the user typed it, though it is of this network;
        `turns` is a file by which several processes take turns at arXiv;
        `ledger` is where it stands what was asked.
        """
        self.ledger = ledger or Ledger()
        self._offline = offline
        self._own = own
        self._pace = pace or Pace()
        seconds = self._pace.arxiv
        self._arxiv = Gate(seconds, Turns(turns, seconds) if turns else None)
        self._open = Open()
        self._rest_until: dict[str, float] = {}
        self._wire: wire.Wire | None = None
        self._making = threading.Lock()

    def get(
        self,
        url: str,
        *,
        validators: Validators = (),
        job: Job | None = None,
        cap: int = CAP,
        accept: Accept = Accept.ANY,
    ) -> Reply:
        """Fetch something small, or learn that it is as `validators` knew it.

        A host that will not is a `BadStatus`.
        """
        headers = {"Accept": accept.value, "Accept-Encoding": "gzip", **dict(validators)}
        deadline = time.monotonic() + self._pace.whole
        ask = _Ask(url, lambda: headers, job or Job(0, "Fetch"), until=deadline)
        return self._read(ask, cap, accept)

    def visit(
        self, url: str, job: Job, bounds: Bounds, *, cap: int = CAP, accept: Accept = Accept.ANY
    ) -> Reply:
        """Fetch something small from where somebody else leads, or the user has just typed.

        A host that leads where it may not, inside our own network, is an `answers.Inward`.
        """
        headers = {"Accept": accept.value, "Accept-Encoding": "gzip"}
        deadline = time.monotonic() + self._pace.whole
        return self._read(_Ask(url, lambda: headers, job, 0, deadline, bounds), cap, accept)

    def download(
        self, url: str, partial: Partial, job: Job, *, cap: int = FILE_CAP, urgency: int = 1
    ) -> Reply:
        """Fetch a PDF into a file, going on where an earlier attempt ended.

        What is there so far stays when the job is cancelled or the line breaks.
        The reply has no body.
        """
        ask = _Ask(url, lambda: _for_file(partial, url), job, urgency, bounds=Bounds.TYPED)

        def read(answer: Answer, at: str) -> Reply:
            with partial.opened(url, answer) as file:
                _pour(answer, file, job, at=at, cap=cap)
            return Reply(answer.status, answer.headers, b"", at)

        try:
            partial.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return self._tried(ask, read)
            except BadStatus as refusal:
                if refusal.status != RANGE_NOT_THERE:
                    raise
                partial.drop()
                return self._tried(ask, read)
        except OSError as error:
            raise unwritten(partial.path, error) from error

    def offline(self) -> bool:
        """Whether no connection is wanted."""
        return self._offline()

    def close(self) -> None:
        """Close every connection; the next request opens its own."""
        with self._making:
            if self._wire is not None:
                self._wire.close()
                self._wire = None

    def _read(self, ask: _Ask, cap: int, accept: Accept) -> Reply:
        """An answer that is kept in memory, whole and in time."""

        def read(answer: Answer, at: str) -> Reply:
            chunks = answers.in_time(answer.chunks, ask.until)
            timely = Answer(answer.status, answer.headers, chunks)
            body = b"" if answer.status == 304 else answers.body(timely, at, cap)
            answers.refuse_pages(accept, body[:1024], at)
            return Reply(answer.status, answer.headers, body, at)

        return self._tried(ask, read)

    def _tried(self, ask: _Ask, read: Callable[[Answer, str], T]) -> T:
        """Ask, and ask again where that may help."""
        if not answers.sound(ask.url):
            raise Unreachable(f"“{ask.url[:200]}” is not an address of the web. Check it.")
        attempt = 1
        while True:
            try:
                return self._followed(ask, read)
            except Again as again:
                pause = self._pace.retry * 2 ** (attempt - 1) * random.uniform(0.5, 1.5)
                if attempt >= self._pace.attempts or time.monotonic() + pause > ask.until:
                    raise again.problem from again
            ask.job.wait(pause)
            attempt += 1

    def _followed(self, ask: _Ask, read: Callable[[Answer, str], T]) -> T:
        """Ask at an address, and at those that it sends us on to."""
        url, inner = ask.url, self._inner(ask.url, ask.bounds)
        for _ in range(HOPS):
            found = self._exchanged(ask, url, read, inner=inner)
            if not isinstance(found, _Further):
                return found
            url = found.url
            inner = self._inner(url, Bounds.NAMED if inner else Bounds.WORLD)
        raise Unreachable(f"{answers.host(url)} sends us round in circles. Check the address.")

    def _inner(self, url: str, bounds: Bounds) -> bool:
        """Whether this address may turn out to be one of this machine or its network."""
        name = answers.host(url)
        if bounds is Bounds.NAMED and answers.private(name):
            return True
        return bounds is Bounds.ANY or (bounds is not Bounds.WORLD and self._own(name))

    def _exchanged(
        self, ask: _Ask, url: str, read: Callable[[Answer, str], T], *, inner: bool
    ) -> T | _Further:
        """One question to one host, when it is our turn."""
        check = self._check(ask.job)
        self._rest(url, ask.job)
        gate = self._arxiv if endpoints.at_arxiv(url) else self._open
        inner = inner or endpoints.named(answers.host(url))
        silence, waiting = self._pace.silence, _Waiting(ask.job, ask.job.detail)
        try:
            with (
                gate.turn(check, urgency=ask.urgency, tell=waiting.tell) as answered,
                self._recorded(ask, url) as record,
                self._line().ask(url, ask.headers(), check, timeout=silence, inner=inner) as answer,
            ):
                answered()
                waiting.end()
                return self._judged(record.counted(answer), url, read)
        except Lost as error:
            raise answers.lost(error, url) from error

    def _recorded(self, ask: _Ask, url: str) -> AbstractContextManager[Record]:
        conditional = any(name in _CONDITIONS for name in ask.headers())
        return self.ledger.asking(ask.job, url, conditional=conditional)

    def _judged(self, answer: Answer, url: str, read: Callable[[Answer, str], T]) -> T | _Further:
        """What an answer gives: something read, or where to ask next."""
        pause = answers.pause(answer)
        if pause is not None:
            self._rest_until[_place(url)] = time.monotonic() + pause
        further = answers.elsewhere(answer, url)
        if further is not None:
            return _Further(further)
        if answer.status == 304 or 200 <= answer.status < 300:
            return read(answer, url)
        problem = answers.turned_away(answer, url)
        problem.wait = pause or 0.0
        raise Again(problem) if answer.status == 429 or answer.status >= 500 else problem

    def _rest(self, url: str, job: Job) -> None:
        """Wait while a host wants to be left alone, if it is not for long."""
        name = answers.host(url)
        while True:
            left = self._rest_until.get(_place(url), 0.0) - time.monotonic()
            if left <= 0:
                return
            said = f"{name} asks for a pause of {left:.0f} s"
            if left > self._pace.patience:
                resting = Unreachable(f"{said}. Try again after that.")
                resting.wait = left
                raise resting
            job.advance(job.done, job.total, said)
            job.wait(min(left, 1.0))

    def _check(self, job: Job) -> Callable[[], None]:
        def check() -> None:
            job.check()
            if self._offline():
                raise Offline(OFFLINE)

        check()
        return check

    def _line(self) -> wire.Wire:
        with self._making:
            if self._wire is None:
                self._wire = wire.Wire(AGENT)
            return self._wire


def _place(url: str) -> str:
    """Who is meant when a host asks for a pause."""
    return urlsplit(url).netloc


def _for_file(partial: Partial, url: str) -> dict[str, str]:
    wanted = {"Accept": Accept.PDF.value, "Accept-Encoding": "identity"}
    return {**wanted, **partial.conditions(url)}


def _pour(answer: Answer, file: BinaryIO, job: Job, *, at: str, cap: int) -> None:
    """Write what comes in behind what is there, and say how far it is."""
    done = file.tell()
    coming = answers.length(answer)
    if done + coming > cap:
        raise answers.too_large(at, cap)
    gauge = _Gauge(job, done + coming if coming else 0)
    for chunk in answer.chunks:
        if not done:
            answers.refuse_pages(Accept.PDF, chunk[:1024], at)
        done += len(chunk)
        if done > cap:
            raise answers.too_large(at, cap)
        file.write(chunk)
        gauge.show(done)


def _megabytes(done: int, total: int) -> str:
    so_far = f"{done / answers.MEGABYTE:.1f}"
    return f"{so_far} of {total / answers.MEGABYTE:.1f} MB" if total else f"{so_far} MB"
