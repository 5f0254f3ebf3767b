"""The abstract page: what a paper is, and what can be done with it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QMargins, Qt, QUrl, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from paperdesk.domain.card import Links
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.domain.relation import Relation
from paperdesk.ui.album import Album
from paperdesk.ui.buttons import Action, ActionButton, make_primary
from paperdesk.ui.empty import Emptiness, EmptyState
from paperdesk.ui.paper.community import Dress, sought
from paperdesk.ui.paper.easel import START, Easel
from paperdesk.ui.paper.html import FIRST, GO, OPEN, PICTURE, UNFOLD, Beside, page
from paperdesk.ui.paper.strip import Strip
from paperdesk.ui.theme import GRID, Scale, Tone, font

_LETTERS = 75
"""Letters on a line, at most."""

_TONES = (Tone.INK, Tone.MUTED, Tone.LINE, Tone.ACCENT, Tone.HOVER, Tone.ALARM)
"""What a page is dressed in, in the order of `Dress`."""

_PICTURE = 360
"""Pixels across that a picture takes, at most."""

_FIRST, _ROOM = 116, 440
"""Pixels across of the first page in little, and of a column that has room for one."""

_NOTHING = Emptiness("No paper chosen.", "j and k move through the list, Enter opens a paper.")


class PaperPage(QWidget):
    """The paper under the cursor: title, authors, links, abstract, and verbs."""

    link_chosen = Signal(str)
    """A web address."""

    paper_chosen = Signal(object)
    """The `PaperId` of another paper to go to."""

    words_chosen = Signal(str)
    """Words to search for."""

    def __init__(
        self,
        actions: Sequence[Action],
        run: Callable[[str], None],
        album: Album | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`actions` become buttons, the first the one that is meant most."""
        super().__init__(parent)
        self._run = run
        self._paper: Paper | None = None
        self._remarks: tuple[str, ...] = ()
        self._related: tuple[Relation, ...] = ()
        self._links: Links | None = None
        self._album = album or Album(self)
        self._album.arrived.connect(self._picture_came)
        self._unfolded = False
        self._stale = False
        self._roomy = False
        self.easel = Easel(self)
        self.easel.arrived.connect(self._refill)
        self._text = _Text(self.easel, self)
        self._empty = EmptyState(run, self)
        self._empty.say(_NOTHING)
        self._bar = _ActionBar(actions, run, self)
        self.strip = Strip(run, self)
        self._stack = QStackedLayout()
        self._lay_out()
        self._text.anchorClicked.connect(self._follow)
        self.setFocusProxy(self._text)
        self.show_paper(None)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(Tone.PAPER)
        self._stack.addWidget(self._text)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.strip)
        column.addLayout(self._stack)

    def paper(self) -> Paper | None:
        """The paper that is shown."""
        return self._paper

    def show_paper(
        self,
        paper: Paper | None,
        remarks: Sequence[str] = (),
        related: Sequence[Relation] = (),
    ) -> None:
        """Show a paper, what was done with it and belongs to it; None says how to choose one."""
        other = paper is None or self._paper is None or paper.id != self._paper.id
        if other:
            self._unfolded = False
            self._links = None
            self._text.first = None
            self.strip.clear()
        top = 0 if other else self._text.verticalScrollBar().value()
        self._paper, self._remarks, self._related = paper, tuple(remarks), tuple(related)
        self._bar.setVisible(paper is not None)
        self._stack.setCurrentWidget(self._empty if paper is None else self._text)
        self._fill()
        self._text.verticalScrollBar().setValue(top)

    def turn(self, direction: int) -> bool:
        """Scroll by a screen, or back; False if the abstract is not shown or ends there."""
        bar = self._text.verticalScrollBar()
        before = bar.value()
        if self._text.isVisible():
            bar.setValue(before + direction * (bar.pageStep() - GRID * 3))
        return bar.value() != before

    def show_links(self, links: Links | None) -> None:
        """Show what is linked to the paper; None while nobody knows."""
        if links != self._links:
            self._links = links
            self._refill()

    def show_first(self, image: QImage | None) -> None:
        """Show the first page of the paper's PDF in little; None while there is none."""
        if image is not self._text.first:
            self._text.first = image
            self._refill()

    def _picture_came(self, url: str) -> None:
        if self._paper is not None and url in ("", self._paper.card.picture):
            self._refill()

    def _refill(self) -> None:
        """Set the text again, without moving it."""
        top = self._text.verticalScrollBar().value()
        self._fill()
        self._text.verticalScrollBar().setValue(top)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was to be shown meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._refill()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fill()

    def _fill(self) -> None:
        """Set the text, once somebody looks: behind an open paper nobody does."""
        self._stale = not self.isVisible()
        if self._paper is None or self._stale:
            return
        self._text.picture = self._album.image(self._paper.card.picture)
        width = 0 if self._text.picture is None else self._text.picture_width()
        self.easel.pixels = self._text.letters()
        self.easel.ink = self.palette().color(Tone.INK).name()
        self._roomy = self._has_room()
        first = _FIRST if self._text.first and self._roomy else 0
        beside = Beside(
            self._links,
            width,
            first,
            self._unfolded,
            self._remarks,
            self._related,
            self.easel.html,
        )
        self._text.setHtml(page(self._paper, self._dress(), beside, datetime.now().astimezone()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the first page where there is room for it now, or leave it out."""
        super().resizeEvent(event)
        if self._text.first is not None and self._has_room() is not self._roomy:
            self._refill()

    def _has_room(self) -> bool:
        return self._text.viewport().width() >= _ROOM

    def _dress(self) -> Dress:
        palette = self.palette()
        return Dress(
            font().pointSizeF(),
            *(palette.color(t).name() for t in _TONES),
        )

    def _follow(self, url: QUrl) -> None:
        if url.toString() == UNFOLD:
            self._unfolded = True
            self._fill()
        elif url.toString() == OPEN:
            self._run("paper.open")
        elif url.toString().startswith(GO):
            self.paper_chosen.emit(PaperId(int(url.toString().removeprefix(GO))))
        elif words := sought(url.toString()):
            self.words_chosen.emit(words)
        else:
            self.link_chosen.emit(url.toString())


class _Text(QTextBrowser):
    """Text in a column that is no wider than is good to read."""

    def __init__(self, easel: Easel, parent: QWidget) -> None:
        """`easel` has the formulas."""
        super().__init__(parent)
        self._easel = easel
        self.picture: QImage | None = None
        self.first: QImage | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName("Abstract")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def picture_width(self) -> int:
        """How wide the picture is shown: not wider than it is, or than the column."""
        own = self.picture.width() if self.picture else 0
        return min(own, _PICTURE, self.viewport().width())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The picture of the paper, and its formulas; nothing else is loaded, from nowhere."""
        address = _plain(name)
        if kind == QTextDocument.ResourceType.ImageResource and address.startswith(START):
            return self._easel.image(address, self.devicePixelRatioF())
        if kind == QTextDocument.ResourceType.ImageResource and address == PICTURE:
            return self.picture or QImage()
        if kind == QTextDocument.ResourceType.ImageResource and address == FIRST:
            return self._little(self.first) if self.first else QImage()
        return None

    def _little(self, image: QImage) -> QImage:
        """The first page as wide as it is shown: Qt's own way to make it small is coarse."""
        ratio = self.devicePixelRatioF()
        small = image.scaledToWidth(
            round(_FIRST * ratio), Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(ratio)
        return small

    def letters(self) -> float:
        """The size of the abstract's letters in pixels."""
        return font().pointSizeF() * 1.1 * self.logicalDpiY() / 72

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure."""
        letter = QFontMetricsF(font(Scale.LEAD)).averageCharWidth()
        spare = max(0, int(self.width() - GRID * 6 - _LETTERS * letter * 1.05))
        margins = QMargins(GRID * 3, GRID * 2, GRID * 3 + spare, 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)
        super().resizeEvent(event)


def _plain(name: QUrl | str) -> str:
    return name.toString() if isinstance(name, QUrl) else name


class _ActionBar(QWidget):
    """The verbs above the page; without room, their icons and keys."""

    def __init__(
        self, actions: Sequence[Action], run: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID, GRID * 2, GRID)
        row.setSpacing(GRID)
        self._buttons = [ActionButton(action, run, self) for action in actions]
        for number, button in enumerate(self._buttons):
            make_primary(button, on=number == 0)
            row.addWidget(button)
        row.addStretch()
        self._wide = self._taken()
        self._first = self._buttons[0].sizeHint().width() if self._buttons else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words, where they fit; the first keeps its word the longest."""
        super().resizeEvent(event)
        room = self.width() - GRID * 5
        for button in self._buttons[1:]:
            button.shrink(small=self._wide > room)
        for button in self._buttons[:1]:
            others = self._taken() - button.sizeHint().width()
            button.shrink(small=self._first + others > room)

    def _taken(self) -> int:
        return sum(button.sizeHint().width() + GRID for button in self._buttons)
