"""Measures how long the paper in the reader is read, while somebody is there.

Only while the window has the keys and the pages show; nothing at all where the
user has switched it off. What is measured is written every few seconds and on
leaving: a program that is killed loses no more than that.
"""

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.app.desktop.wordcounts import Counting, WordCounts, Words
from paperdesk.domain.focus import Sight, Sitting, Stopwatch
from paperdesk.domain.pace import Pace, duration, words_left
from paperdesk.domain.paper import PaperId
from paperdesk.domain.progress import Progress
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.sections import section_in_sight
from paperdesk.ui.reader.stirring import Stirring

BEAT = 3_000
"""Milliseconds between two looks at the stopwatch, while it runs."""

WRITTEN = 15.0
"""Seconds between two times at which what was measured is written."""

_SETTING = "reading-times"


class Timing(QObject):
    """Watches the views; times one paper after the other.

    Signals: `recorded` (a paper: its times are in the library now).
    """

    recorded = Signal(int)

    def __init__(
        self,
        parts: Parts,
        rooms: Rooms,
        jobs: Jobs,
        reading: Reading,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parts.window)
        self.counts = WordCounts(rooms.home, rooms.pages, jobs)
        self._parts = parts
        self._rooms = rooms
        self._jobs = jobs
        self._reading = reading
        self._now = now
        self._watch = Stopwatch()
        self._paper: PaperId | None = None
        self._sitting = Sitting(0)
        self._sight = Sight(())
        self._progress = Progress()
        self._pace = Pace()
        self._written = 0.0
        self._counting: dict[ReaderPane, Counting] = {}
        self._words: dict[ReaderPane, Words] = {}
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._look)
        self._stirring = Stirring(parts.window)
        self._stirring.stirred.connect(self._stir)
        self._stirring.left.connect(self._leave)
        parts.spread.turned.connect(lambda _: self._stir())
        parts.spread.each(self._join)

    def flush(self) -> None:
        """Before the window closes: write what was measured."""
        self._spend(self._watch.stop(self._now()))
        self._write()

    def save(self) -> None:
        """Write what was measured up to now."""
        self._spend(self._watch.beat(self._now()))
        self._write()

    def switch(self) -> None:
        """Begin to measure, or let go of what was measured and not written."""
        self._drop()
        self._stir()

    def _join(self, view: ReaderPane) -> None:
        self._stirring.watch(view)
        view.parts.outline.opened.connect(partial(self._opened, view))

    def _opened(self, view: ReaderPane) -> None:
        """Another document is in a view, or none: have its words counted."""
        counting = self._counting.pop(view, None)
        if counting is not None:
            counting.cancel()
        self._words.pop(view, None)
        document, pages = view.parts.opening.document, len(view.parts.outline.pages)
        if view is self._parts.spread.here():
            self._sitting.pages = pages
            self._show_left()
        if document is None or not pages or not self._on():
            return
        known = self.counts.recall(document.path)
        if known is not None and len(known) == pages:
            self._know(view, known)
        else:
            know = partial(self._know, view)
            self._counting[view] = self.counts.count(document, pages, know)

    def _know(self, view: ReaderPane, words: Words) -> None:
        self._words[view] = words
        if view is self._parts.spread.here():
            self._sitting.words = words
            self._show_left()

    def _on(self) -> bool:
        return bool(self._rooms.settings.get(_SETTING)) and not self._rooms.database.readonly

    def _stir(self) -> None:
        """Somebody is there."""
        paper = self._reading.paper()
        if paper is None or not self._on() or not self._parts.window.isActiveWindow():
            return
        if paper != self._paper:
            self._turn(paper)
        self._spend(self._watch.stir(self._now()))
        self._sight = self._seen()
        if not self._beat.isActive():
            self._written = self._now()
            self._beat.start()

    def _look(self) -> None:
        """Count the seconds that passed; rest once nobody has stirred for long."""
        if self._reading.paper() != self._paper:
            self._leave()
            return
        spent = self._watch.beat(self._now())
        self._spend(spent)
        if not spent or self._now() - self._written >= WRITTEN:
            self._write()
        if not spent:
            self._beat.stop()

    def _leave(self) -> None:
        """The paper shows no more, or the window is left."""
        self._beat.stop()
        self.flush()

    def _turn(self, paper: PaperId) -> None:
        """Another paper is read from now on."""
        self._leave()
        view = self._parts.spread.here()
        self._paper = paper
        self._progress = self._rooms.times.progress(paper)
        self._pace = self._rooms.times.pace()
        self._sitting = Sitting(len(view.parts.outline.pages), self._words.get(view, ()))
        self._show_left()

    def _seen(self) -> Sight:
        """What shows now."""
        parts = self._parts.spread.here().parts
        pages = parts.view.scroller.visible() if len(parts.view.scroller.column) else ()
        section = section_in_sight(parts)
        items = parts.outline.contents.items
        title = items[section].title if 0 <= section < len(items) else ""
        return Sight(tuple(pages), title)

    def _spend(self, seconds: float) -> None:
        if self._paper is not None and seconds > 0:
            self._sitting.spend(self._sight, seconds)
            self._show_left()

    def _show_left(self) -> None:
        """Say how long the rest takes."""
        view = self._parts.spread.here()
        pages, words = len(view.parts.outline.pages), self._words.get(view, ())
        if self._paper is None or not pages or not words:
            view.parts.status.show_left("")
            return
        furthest = self._progress.looked(self._sitting.looked(), pages).furthest
        spent = self._sitting.on(furthest - 1)
        left = words_left(words, furthest, spent, self._pace)
        minutes = self._pace.minutes(left)
        told = f"left: {duration(minutes)}" if minutes else ""
        view.parts.status.show_left(told, "at your pace" if self._pace.own else "at a usual pace")

    def _write(self) -> None:
        """Hand what was measured to the library."""
        self._written = self._now()
        paper, spells = self._paper, self._sitting.take()
        if paper is None or not spells:
            return
        looked, pages = self._sitting.looked(), self._sitting.pages
        day = datetime.now().astimezone().date()
        aside(
            self._jobs,
            Lane.WRITE,
            lambda: self._rooms.times.record(paper, day, spells, looked, pages),
            lambda _: self.recorded.emit(paper),
        )

    def _drop(self) -> None:
        """Forget what was not written yet."""
        self._watch.stop(self._now())
        self._beat.stop()
        self._paper, self._sitting = None, Sitting(0)
        self._progress, self._pace = Progress(), Pace()
        for view in self._parts.spread.views():
            view.parts.status.show_left("")
