"""The marks of the whole library: asked for beside the window, opened from the list."""

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.colours import Meanings
from paperdesk.domain.deeplink import DeepLink
from paperdesk.domain.events import NotesChanged, PapersChanged
from paperdesk.domain.gathered import Gather, Gathered, Placed
from paperdesk.domain.note import Colour
from paperdesk.infra.jobs import Jobs, Lane, aside

GATHER = 80
"""Milliseconds for keys and changes to gather before marks are asked for."""


class Browsing(QObject):
    """Keeps the list of all marks true, and leads from it to papers and back.

    Signals: `opened` (the link of a mark that is to be read), `shown` (the paper
    of the row under the cursor).
    """

    opened = Signal(str)
    shown = Signal(object)

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self.browser = parts.browser
        self._parts = parts
        self._rooms = rooms
        self._jobs = jobs
        self._turn = 0
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self._ask)
        self.browser.asked.connect(lambda *_: self._soon.start())
        self.browser.left.connect(self._leave)
        self.browser.chosen.connect(self._open)
        self.browser.shown.connect(self._show)
        self.browser.turned.connect(lambda name: parts.spread.here().side.toggle(name))
        parts.papers.shelf_shown.connect(lambda _: self._give_way())
        for kind in (NotesChanged, PapersChanged):
            rooms.bus.listen(kind, lambda _: self._changed())

    def open(self) -> None:
        """Show the list in place of the papers, with the keys."""
        panels = self._parts.window.panels
        panels.reveal("list")
        panels.put("list", self.browser)
        panels.focus("list")
        self._ask()

    def stop(self) -> None:
        """Ask no more: the program ends."""
        self._soon.stop()
        self._soon.timeout.disconnect()

    def meanings(self) -> Meanings:
        """What colours stand for."""
        settings = self._rooms.settings
        return {colour: str(settings.get(f"means-{colour}")) for colour in Colour}

    def _ask(self) -> None:
        self._turn += 1
        turn, meanings, (text, by) = self._turn, self.meanings(), self.browser.query()
        aside(
            self._jobs,
            Lane.READ,
            lambda: self._rooms.collection.gather(text, Gather(by), meanings),
            lambda found: self._answered(turn, found, meanings),
        )

    def _answered(self, turn: int, found: Gathered, meanings: Meanings) -> None:
        if turn == self._turn:
            self.browser.show_gathered(found, meanings)

    def _changed(self) -> None:
        if self._on_top():
            self._soon.start()

    def _on_top(self) -> bool:
        return self._parts.window.panels.top("list") is self.browser

    def _give_way(self) -> None:
        """Another shelf was gone to: its papers are to be seen."""
        if self._on_top():
            self._parts.window.panels.put("list", self._parts.papers)

    def _leave(self) -> None:
        self.browser.comment.flush()
        self._parts.window.panels.put("list", self._parts.papers)
        self._parts.window.panels.focus("list")

    def _open(self, placed: Placed) -> None:
        mark = placed.mark
        self.opened.emit(str(DeepLink(mark.paper, mark.anchor.page, mark.id)))

    def _show(self, placed: Placed | None) -> None:
        if placed is not None and self.browser.has_keys() and not self._parts.window.reading():
            self.shown.emit(placed.mark.paper)
