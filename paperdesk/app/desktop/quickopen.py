"""Opening a paper by any word of it: the open ones first, then those read last, then all."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.events import IndexChanged
from paperdesk.domain.hit import Answer
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.search import Search
from paperdesk.ui import quickopen
from paperdesk.ui.sheet import Sheet

RECENT = 60
"""Papers read last that are offered before anything is typed."""

MOST = 40
"""Papers of the library that are added for what is typed."""


OPENING = "Open a paper: title, author or key"


class QuickOpen(QObject):
    """A sheet of papers over the window; everything but the open ones is read beside it.

    Signals: `chosen` (a `PaperId`).
    """

    chosen = Signal(object)

    def __init__(
        self, parts: Parts, rooms: Rooms, jobs: Jobs, search: Search, title: str = OPENING
    ) -> None:
        super().__init__(parts.window)
        self._rooms = rooms
        self._jobs = jobs
        self._search = search
        self.sheet = Sheet(title, parts.window, quickopen.ranked)
        self.sheet.chosen.connect(lambda word: self.chosen.emit(PaperId(int(word))))
        self.sheet.typed.connect(self._typed)
        self._unanswered = ""
        rooms.bus.listen(IndexChanged, lambda _: self._typed(self._unanswered))

    def show(self, tabs: Sequence[PaperId]) -> None:
        """Offer the open papers, the others as they arrive."""
        papers = self._rooms.library.papers(tabs)
        self.sheet.open([quickopen.entry(paper, "open") for paper in papers])
        self._read(lambda: self._rooms.library.lately_read(RECENT))

    def _typed(self, text: str) -> None:
        question = asked(text)
        if not question or self.sheet.isHidden():
            return
        self._unanswered = text
        self._search.ask(question, lambda answer: self._answered(text, answer), limit=MOST)
        if len(text.split()) == 1:
            self._read(lambda: self._rooms.library.keyed(text.strip().lower(), MOST))

    def _answered(self, text: str, answer: Answer) -> None:
        self._unanswered = "" if answer.hits else text
        papers = list(dict.fromkeys(hit.paper for hit in answer.hits))
        if papers:
            self._read(lambda: self._rooms.library.papers(papers), text)

    def _read(self, find: Callable[[], tuple[Paper, ...]], text: str = "") -> None:
        """Look up papers off the window's thread, and add them to the sheet."""
        aside(self._jobs, Lane.READ, find, lambda found: self._add(found, text))

    def _add(self, papers: Sequence[Paper], text: str) -> None:
        if not self.sheet.isHidden():
            self.sheet.add([quickopen.entry(paper, sought=text) for paper in papers])


class Seeking:
    """Lets papers be sought for whatever is asked, each question with a sheet of its own."""

    def __init__(self, make: Callable[[str], QuickOpen]) -> None:
        self._make = make
        self._made: dict[str, QuickOpen] = {}
        self._taken: Callable[[PaperId], None] | None = None

    def ask(self, title: str, taken: Callable[[PaperId], None]) -> None:
        """Ask for a paper; `taken` is called with the one that is chosen, if any is."""
        self._taken = taken
        if title not in self._made:
            self._made[title] = self._make(title)
            self._made[title].chosen.connect(self._take)
        self._made[title].show(())

    def _take(self, paper: PaperId) -> None:
        taken, self._taken = self._taken, None
        if taken is not None:
            taken(paper)


def asked(text: str) -> str:
    """The question to the index: every word in the title or a name, the last one unfinished."""
    words = re.findall(r"\w+", text)
    groups = [f"(title:{word} OR author:{word})" for word in words]
    return " ".join(groups).removesuffix(")")
