"""How far a paper has been read: the pages that were looked at, and what its reader says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from paperdesk.domain.pace import duration

Span = tuple[int, int]
"""Pages from the first to the last, counted from 0."""

ENOUGH = 90
"""Percent of the pages that were looked at, from which on a paper is read."""


class Status(StrEnum):
    """Where a reader is with a paper."""

    UNSTARTED = "unstarted"
    READING = "reading"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Progress:
    """The pages of a paper that were looked at; `said` is the status set by hand."""

    pages: int = 0
    seen: tuple[Span, ...] = ()
    furthest: int = 0
    """How many pages lie before the end of the furthest one that was looked at."""
    said: Status | None = None

    @property
    def looked_at(self) -> int:
        """How many pages were looked at."""
        return sum(last - first + 1 for first, last in self.seen)

    @property
    def percent(self) -> int:
        """How much is read, of 100: all of it if its reader says so."""
        if self.said is Status.READ:
            return 100
        return min(100, 100 * self.looked_at // self.pages) if self.pages else 0

    @property
    def status(self) -> Status:
        """What its reader says, or what the pages tell."""
        if self.said is not None:
            return self.said
        if not self.looked_at:
            return Status.UNSTARTED
        return Status.READ if self.percent >= ENOUGH else Status.READING

    def looked(self, pages: Iterable[int], of: int) -> "Progress":
        """With these pages looked at as well, of so many.

        A file that has become shorter has no pages beyond its end.
        """
        known = {page for first, last in self.seen for page in range(first, last + 1)}
        known = {page for page in known | set(pages) if 0 <= page < of}
        furthest = max(known, default=-1) + 1
        return replace(self, pages=of, seen=spans(known), furthest=furthest)


def spans(pages: Iterable[int]) -> tuple[Span, ...]:
    """Pages as runs from a first one to a last one.

    >>> spans([4, 0, 1, 5, 9])
    ((0, 1), (4, 5), (9, 9))
    """
    found: list[Span] = []
    for page in sorted(set(pages)):
        if found and page == found[-1][1] + 1:
            found[-1] = (found[-1][0], page)
        else:
            found.append((page, page))
    return tuple(found)


def span_words(seen: Sequence[Span]) -> str:
    """Pages as people write them, counted from 1.

    >>> span_words(((0, 2), (4, 4)))
    '1–3, 5'
    """
    return ", ".join(
        f"{first + 1}–{last + 1}" if last > first else f"{first + 1}" for first, last in seen
    )


def summary(progress: Progress, seconds: float) -> str:
    """How far a paper is read and how long that took, in a line; "" if nobody began it.

    >>> summary(Progress(4, ((0, 1),), 2), 840.0)
    'Reading, 50 %: 2 of 4 pages seen (1–2), in 14 min'
    """
    unseen = progress.status is Status.UNSTARTED and progress.said is None
    words = "Opened" if unseen else _WORDS[progress.status]
    if unseen and seconds < SECONDS:
        return ""
    if progress.status is Status.READING and progress.pages:
        words += f", {progress.percent} %"
    told = []
    if progress.looked_at and progress.pages:
        seen = f" ({span_words(progress.seen)})" if progress.looked_at < progress.pages else ""
        told.append(f"{progress.looked_at} of {progress.pages} pages seen{seen}")
    if seconds >= SECONDS:
        told.append(f"in {duration(seconds / 60)}")
    return f"{words}: {', '.join(told)}" if told else words


SECONDS = 60.0
"""Less than that is not worth telling."""

_WORDS = {
    Status.UNSTARTED: "Not started",
    Status.READING: "Reading",
    Status.READ: "Read through",
}
