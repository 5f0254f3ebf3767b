"""Reading times as the commands see them: the `Timer`."""

import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.timing import Timing
from paperdesk.app.desktop.wordcounts import Words
from paperdesk.domain.almanac import Almanac
from paperdesk.domain.focus import told_of_day
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.ui.times import YearSheet

PATIENCE = 2.5
"""Seconds in which papers are counted for somebody who waits; of the rest it is guessed."""

_MOST_PAGES = 2000


class Timekeeping:
    """Shows the year, and finds out how long papers are."""

    def __init__(
        self,
        parts: Parts,
        rooms: Rooms,
        jobs: Jobs,
        timing: Timing,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._window = parts.window
        self._rooms = rooms
        self._jobs = jobs
        self._timing = timing
        self._now = now
        self._sheet: YearSheet | None = None

    @property
    def sheet(self) -> YearSheet:
        """The picture of the year, made when it is first asked for."""
        if self._sheet is None:
            self._sheet = YearSheet(self._window)
        return self._sheet

    def switch(self) -> None:
        """Begin to measure or stop, as the setting says; let go of what was not written."""
        self._timing.switch()

    def show_year(self, enter: Callable[[date], None]) -> None:
        """Show the days of this year; `enter` is called with one that is entered."""
        self._timing.save()
        self.sheet.open(self._year, self._day, enter)

    def lengths(
        self, pdfs: Mapping[PaperId, Path], done: Callable[[Mapping[PaperId, Words]], None]
    ) -> None:
        """Find out the words of the pages of some papers, as many as there is time for."""
        Lengths(self._timing, self._now, pdfs, done).start(self._jobs)

    def _year(self, year: int, done: Callable[[Almanac], None]) -> None:
        times = self._rooms.times

        def look() -> Almanac:
            days = times.days(date(year, 1, 1), date(year, 12, 31))
            return Almanac(year, days, times.pace())

        aside(self._jobs, Lane.READ, look, done)

    def _day(self, day: date, done: Callable[[str], None]) -> None:
        aside(self._jobs, Lane.READ, lambda: told_of_day(day, self._rooms.times.on(day)), done)


class Lengths:
    """Papers whose words are being counted, one after the other."""

    def __init__(
        self,
        timing: Timing,
        now: Callable[[], float],
        pdfs: Mapping[PaperId, Path],
        done: Callable[[Mapping[PaperId, Words]], None],
    ) -> None:
        self._counts = timing.counts
        self._now = now
        self._pdfs = dict(pdfs)
        self._done = done
        self._known: dict[PaperId, Words] = {}
        self._until = 0.0

    def start(self, jobs: Jobs) -> None:
        """Look up what is known, then count the others."""
        self._until = self._now() + PATIENCE
        aside(jobs, Lane.READ, self._recall, self._begin)

    def _recall(self) -> Mapping[PaperId, Words]:
        known = {paper: self._counts.recall(pdf) for paper, pdf in self._pdfs.items()}
        return {paper: words for paper, words in known.items() if words is not None}

    def _begin(self, known: Mapping[PaperId, Words]) -> None:
        self._known.update(known)
        for paper in known:
            del self._pdfs[paper]
        self._go_on()

    def _go_on(self) -> None:
        if not self._pdfs or self._now() > self._until:
            self._done(self._known)
            return
        paper = next(iter(self._pdfs))
        pdf = self._pdfs.pop(paper)
        self._counts.count(Document(pdf), _MOST_PAGES, lambda words: self._take(paper, words))

    def _take(self, paper: PaperId, words: Words) -> None:
        self._known[paper] = words
        self._go_on()
