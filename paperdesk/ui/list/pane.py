"""A shelf on the screen: its name and count, and below them its papers."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from paperdesk.domain.collection import BETWEEN
from paperdesk.domain.paper import PaperId
from paperdesk.domain.period import gaps_words
from paperdesk.domain.shelf import ALL, Lineup, Shelf, Standing
from paperdesk.ui.album import Album
from paperdesk.ui.empty import Emptiness, EmptyState
from paperdesk.ui.labels import ElidedLabel, label
from paperdesk.ui.list.asking import Asking
from paperdesk.ui.list.empty import emptiness
from paperdesk.ui.list.model import Load, PaperModel
from paperdesk.ui.list.remark import RemarkLine
from paperdesk.ui.list.review import Review
from paperdesk.ui.list.showing import Showing, Spot
from paperdesk.ui.list.view import CardView
from paperdesk.ui.theme import GRID, Scale, Tone
from paperdesk.ui.words import how_many


class ListPane(QWidget):
    """The papers of one shelf, or a sentence where there are none."""

    cursor_moved = Signal(object)
    """The `PaperId` under the cursor, or None."""

    opened = Signal(object)
    """A `PaperId` that was double-clicked."""

    shelf_shown = Signal(object)
    """The `Shelf` whose papers are shown now."""

    added = Signal(int)
    """So many papers have come while the shelf is shown, and stand last."""

    def __init__(
        self,
        load: Load,
        run: Callable[[str], None],
        album: Album | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`load` reads papers by id; `run` runs what an empty list offers."""
        super().__init__(parent)
        self._shelf = ALL
        self._whole = True
        self._model = PaperModel(load, self)
        self.view = CardView(self._model, album, self)
        self.showing = Showing(self.view, self._model)
        self.remark = RemarkLine(self.view, self._model)
        self._empty = EmptyState(run, self)
        self._words: Emptiness | None = None
        self._header = _Header(self)
        self.asking = Asking(self)
        self.review = Review(run, self)
        self._stack = QStackedLayout()
        self._lay_out()
        self.view.cursor_moved.connect(self.cursor_moved)
        self.view.opened.connect(self.opened)
        self.asking.left.connect(self.setFocus)
        self._model.dataChanged.connect(self._count_chosen)
        self.setFocusProxy(self.view)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(Tone.PAPER)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.asking)
        column.addLayout(self._stack)
        column.addWidget(self.review)

    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        return self._shelf

    def ids(self) -> "array[int]":
        """What is on it, in order; not to be changed."""
        return self._model.ids()

    def show_lineup(self, shelf: Shelf, lineup: Lineup, at: Spot | None = None) -> None:
        """Show a shelf, the cursor on a paper of it, else on the first."""
        self._shelf = shelf
        self._whole = lineup.whole
        self._header.name(shelf.title)
        self.review.show_standing(None)
        self.showing.show_ids(lineup.ids, at)
        self._part(lineup)
        self._settle()
        self.shelf_shown.emit(shelf)

    def complete(self, lineup: Lineup) -> None:
        """Show all of a shelf whose first rows are shown."""
        self._whole = True
        self.showing.complete(lineup.ids)
        self._part(lineup)
        self._settle()

    def _part(self, lineup: Lineup) -> None:
        """Show the groups there are; latecomers stand below all others."""
        self.showing.group(lineup.groups)
        if lineup.late:
            self.showing.part(len(self.ids()) - lineup.late, _since(lineup))

    def renew(self, lineup: Lineup) -> None:
        """Show the shelf as it is now; nothing moves or vanishes, what is new stands last."""
        filled = bool(self.ids())
        self.showing.renew(lineup, _since(lineup))
        self._settle()
        if filled and lineup.new:
            self.added.emit(len(lineup.new))

    def holds(self, ids: Sequence[PaperId]) -> bool:
        """Whether these papers are listed, and were looked at of late."""
        return self._model.holds(ids)

    def show_standing(self, standing: Standing) -> None:
        """Say how far the view is worked off: above it how much is left, below what was done."""
        self._header.left(standing.unread)
        self.review.show_standing(standing, day=self._shelf.query.startswith("day:"))

    def papers_changed(self, ids: Sequence[PaperId]) -> None:
        """Read these papers again where they are shown; no ids means all."""
        self._model.changed(ids)

    def rename(self, title: str) -> None:
        """Call the shelf that is shown by another name, as a feed that was read tells its own."""
        if title != self._shelf.title:
            self._shelf = replace(self._shelf, title=title)
            self._header.retitle(title)

    def set_gaps(self, gaps: tuple[date, ...]) -> None:
        """Say below the name which days of it were never fetched."""
        self._header.lack(gaps_words(gaps))

    def set_emptiness(self, words: Emptiness | None) -> None:
        """Say something else where there are no papers; None says the usual."""
        self._words = words
        self._settle()

    def _settle(self) -> None:
        filled = bool(self.ids())
        if not filled:
            self._empty.say(self._words or emptiness(self._shelf))
        self._bring_up(self.view if filled else self._empty)
        self._header.count(len(self.ids()) if self._whole else 0)

    def _count_chosen(self) -> None:
        self._header.chosen(self._model.how_many_marked())

    def _bring_up(self, widget: QWidget) -> None:
        """Show the papers or the sentence, with the keys if the other had them."""
        focus = QApplication.focusWidget()
        had_keys = focus is not None and self.isAncestorOf(focus)
        turned = widget is not self._stack.currentWidget()
        self.setFocusProxy(widget)
        self._stack.setCurrentWidget(widget)
        # Who types in a line that lies over the papers goes on while these are shown anew.
        if had_keys and turned:
            self.setFocus()


class _Header(QWidget):
    """The name of a shelf, and how much is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(Scale.HEADING, bold=True)
        self._count = label(Scale.CAPTION, tone=Tone.MUTED)
        self._papers, self._chosen = 0, 0
        self._left: int | None = None
        self._gaps = ElidedLabel(Scale.CAPTION)
        self._gaps.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._count)
        column.addWidget(self._gaps)

    def name(self, title: str) -> None:
        """Be above another shelf."""
        self.retitle(title)
        self._left, self._chosen = None, 0
        self.lack("")

    def retitle(self, title: str) -> None:
        """Show another name of the same shelf."""
        self._title.set_path(on=BETWEEN in title)
        self._title.setText(title)

    def lack(self, days: str) -> None:
        """Say which days were never fetched; nothing of none."""
        self._gaps.setText(f"Missing: {days} · r fetches" if days else "")
        self._gaps.setVisible(bool(days))

    def count(self, papers: int) -> None:
        """Say how many papers there are."""
        self._papers = papers
        self._say()

    def left(self, unread: int) -> None:
        """Say how many papers are left to be looked at."""
        self._left = unread
        self._say()

    def chosen(self, papers: int) -> None:
        """Say how many papers are selected."""
        if papers != self._chosen:
            self._chosen = papers
            self._say()

    def _say(self) -> None:
        counted = how_many(self._papers, "paper")
        if self._left:
            counted = f"{self._left:,} of {self._papers:,} left"
        elif self._left == 0:
            counted += " · none left"
        selected = f" · {self._chosen:,} selected" if self._chosen else ""
        self._count.setText(counted + selected if self._papers else "")


def _since(lineup: Lineup) -> str:
    return "you finished" if lineup.finished else "you came here"
