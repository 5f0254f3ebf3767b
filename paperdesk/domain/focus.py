"""A stopwatch of attention: the time that somebody is with the pages of a paper.

Time counts between two stirs (a key, the mouse, a scrolled page), but of each
stretch no more than a minute: who does not stir for longer may be making tea.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from paperdesk.domain.almanac import day_words
from paperdesk.domain.pace import duration
from paperdesk.domain.paper import PaperId

STILL = 60.0
"""Seconds after a stir that count, at most."""

GLANCE = 3.0
"""Seconds after which a page was looked at."""

PLAUSIBLE = 600.0
"""Words a minute: who was on a page for less than that takes has not read it."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What shows of a paper: its pages, and the section that one is in."""

    pages: tuple[int, ...]
    section: str = ""


@dataclass(frozen=True, slots=True)
class Spell:
    """Seconds in a section, and the words that were read in them."""

    section: str
    seconds: float
    words: int = 0


class Stopwatch:
    """Tells how many seconds count; times are handed in, in seconds."""

    def __init__(self) -> None:
        self._stirred: float | None = None
        self._counted = 0.0

    def stir(self, now: float) -> float:
        """Somebody is there; the seconds that count since the last time they were asked for."""
        spent = self.beat(now)
        self._stirred = self._counted = now
        return spent

    def beat(self, now: float) -> float:
        """The seconds that count since the last time they were asked for."""
        if self._stirred is None:
            return 0.0
        until = min(now, self._stirred + STILL)
        spent = max(0.0, until - self._counted)
        self._counted = max(until, self._counted)
        return spent

    def stop(self, now: float) -> float:
        """The paper shows no more, or the window has lost the keys."""
        spent = self.beat(now)
        self._stirred = None
        return spent


@dataclass(slots=True)
class Sitting:
    """The time with one paper since it was opened; `words` are those of its pages."""

    pages: int
    words: Sequence[int] = ()
    _by_page: dict[int, float] = field(default_factory=dict)
    _read: set[int] = field(default_factory=set)
    _looked: set[int] = field(default_factory=set)
    _spells: dict[str, Spell] = field(default_factory=dict)

    def spend(self, sight: Sight, seconds: float) -> None:
        """Seconds with what shows, shared by the pages in sight."""
        if seconds <= 0 or not sight.pages:
            return
        read = 0
        for page in sight.pages:
            there = self._by_page.get(page, 0.0) + seconds / len(sight.pages)
            self._by_page[page] = there
            if there >= GLANCE:
                self._looked.add(page)
            read += self._newly_read(page, there)
        known = self._spells.get(sight.section, Spell(sight.section, 0.0))
        self._spells[sight.section] = Spell(
            sight.section, known.seconds + seconds, known.words + read
        )

    def on(self, page: int) -> float:
        """The seconds on a page."""
        return self._by_page.get(page, 0.0)

    def looked(self) -> frozenset[int]:
        """The pages that were looked at."""
        return frozenset(self._looked)

    def take(self) -> tuple[Spell, ...]:
        """What has come together since the last time, to be written down."""
        taken = tuple(self._spells.values())
        self._spells.clear()
        return taken

    def _newly_read(self, page: int, seconds: float) -> int:
        """The words of a page, once one has been there as long as reading it takes."""
        words = self.words[page] if page < len(self.words) else 0
        if not words or page in self._read or seconds < 60 * words / PLAUSIBLE:
            return 0
        self._read.add(page)
        return words


@dataclass(frozen=True, slots=True)
class Times:
    """The time with one paper so far, in seconds, also by section."""

    seconds: float = 0.0
    words: int = 0
    sections: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """A paper that was read on a day: for how long, and which sections, the longest first."""

    paper: PaperId
    title: str
    seconds: float
    sections: tuple[tuple[str, float], ...] = ()


FEW = 4
"""Sections that are named."""


def told_of_day(day: date, reads: Sequence[Read]) -> str:
    """What was read on a day, a line for each paper."""
    if not reads:
        return f"{day_words(day)}: nothing was read."
    total = duration(sum(read.seconds for read in reads) / 60)
    return "\n".join((f"{day_words(day)}: {total}", *map(_told, reads)))


def _told(read: Read) -> str:
    named = [(name, seconds) for name, seconds in read.sections if name and seconds >= STILL]
    parts = ", ".join(f"{name} {duration(seconds / 60)}" for name, seconds in named[:FEW])
    line = f"{duration(read.seconds / 60)} · {read.title}"
    return f"{line} ({parts})" if parts else line
