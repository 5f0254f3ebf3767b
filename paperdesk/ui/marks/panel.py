"""The marks of a paper beside its pages: listed in reading order, sought, commented on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from paperdesk.domain import markquery
from paperdesk.domain.colours import Meanings, spoken
from paperdesk.domain.note import Fate, Highlight, HighlightId
from paperdesk.ui.empty import Emptiness, EmptyOver
from paperdesk.ui.labels import label
from paperdesk.ui.marks.comment import CommentEditor
from paperdesk.ui.marks.delegate import MarkDelegate
from paperdesk.ui.marks.filters import FilterButton
from paperdesk.ui.marks.model import MarkModel
from paperdesk.ui.marks.row import MarkRow
from paperdesk.ui.theme import GRID, Scale, Tone
from paperdesk.ui.words import how_many

NONE_YET = Emptiness(
    "No marks yet.", "Select text, then press h, or 1 to 8 for a colour; _ underlines."
)
NONE_SUCH = Emptiness("No mark is like that.", "Esc in the field shows all of them.")
TOOLS = (
    ("Area", "Capture an area (a)", "page.capture"),
    ("Text", "Write on the page", "page.write"),
    ("Draw", "Draw on the page", "page.draw"),
    ("Move", "Move or resize the mark", "mark.move"),
)
"""What is drawn over the pages: a word on a button, a sentence, and the command."""

LOST = "Not in this version of the PDF"


def nowhere(_mark: Highlight) -> str:
    """No section is known."""
    return ""


def unpictured(_mark: Highlight) -> QImage | None:
    """No picture is here."""
    return None


@dataclass(frozen=True, slots=True)
class Known:
    """The marks of a paper, and what is known of them beside."""

    marks: tuple[Highlight, ...] = ()
    meanings: Meanings = field(default_factory=dict)
    cited: Mapping[HighlightId, int] = field(default_factory=dict)
    section: Callable[[Highlight], str] = nowhere
    picture: Callable[[Highlight], QImage | None] = unpictured


class MarksPanel(QWidget):
    """A list of marks with a menu of filters above it and a comment below.

    Signals: `chosen` (a `Highlight` to go to), `sought` (what is asked for now),
    `wanted` (a command of the tools, by its id).
    """

    chosen = Signal(object)
    wanted = Signal(str)
    sought = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known = Known()
        self._asked = ""
        self._model = MarkModel(self)
        self.view = MarkView(self._model)
        self.comment = CommentEditor()
        self._filters = FilterButton()
        self._summary = label(Scale.CAPTION, tone=Tone.MUTED)
        self._lay_out()
        self.view.activated.connect(self._choose)
        self._filters.picked.connect(self._toggle)
        self.show_marks(Known())

    def show_marks(self, known: Known) -> None:
        """Show these marks; the cursor stays on its mark, or near."""
        self._known = known
        self._ask_again()
        marks = {mark.id: mark for mark in known.marks}
        editing = self.comment.mark()
        if editing is not None:
            self.comment.hear(marks.get(editing))

    def narrow(self, text: str) -> None:
        """Show only what is asked for."""
        self._asked = text
        self._ask_again()

    def current(self) -> HighlightId | None:
        """The mark under the cursor."""
        row = self._model.row(self.view.currentIndex().row())
        return row.mark.id if row is not None else None

    def follow(self, mark: HighlightId | None) -> None:
        """Put the cursor on a mark, if it is listed."""
        at = self._model.number(mark)
        if at >= 0:
            self.view.setCurrentIndex(self._model.index(at))

    def write(self, mark: Highlight) -> None:
        """Comment on a mark."""
        self.follow(mark.id)
        self.comment.write(mark)

    def summary(self) -> str:
        """How many marks are shown, or what is wrong with what was asked for."""
        return self._summary.text()

    def _ask_again(self) -> None:
        query, meanings = markquery.parse(self._asked), self._known.meanings
        rows = list(_rows(self._known, query))
        here, at = self.current(), self.view.currentIndex().row()
        self._model.show_rows(rows)
        found = self._model.number(here)
        if rows:
            self.view.setCurrentIndex(self._model.index(found if found >= 0 else _near(at, rows)))
        self.view.empty.say(None if rows else NONE_SUCH if self._known.marks else NONE_YET)
        self._summary.setText(
            markquery.fault(query, meanings) or _counted(len(rows), len(self._known.marks))
        )
        tags = sorted({tag for mark in self._known.marks for tag in mark.tags}, key=str.casefold)
        self._filters.offer(meanings, tags, self._asked)

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.chosen.emit(row.mark)

    def _toggle(self, term: str) -> None:
        self.sought.emit(markquery.toggled(self._asked, term))

    def _tools(self) -> QHBoxLayout:
        """A row of what is drawn over the pages."""
        row = QHBoxLayout()
        row.setContentsMargins(GRID // 2, 0, GRID // 2, 0)
        row.setSpacing(0)
        for title, help_, command in TOOLS:
            button = _tool(title, help_)
            button.clicked.connect(partial(self.wanted.emit, command))
            row.addWidget(button)
        row.addStretch()
        return row

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(GRID, 0, GRID // 2, 0)
        self._summary.setWordWrap(True)
        top.addWidget(self._summary, 1)
        top.addWidget(self._filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tools())
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self.comment)


def _tool(title: str, help_: str) -> QToolButton:
    made = QToolButton()
    made.setText(title)
    made.setToolTip(help_)
    made.setAccessibleName(help_)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


class MarkView(QListView):
    """The rows; letters are commands, never a search."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(MarkDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Marks of this paper")
        self.clicked.connect(self.activated)
        self.empty = EmptyOver(self)

    def keyboardSearch(self, search: str) -> None:
        """Find nothing: letters are commands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a command of the pane; all else is the list's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


def _rows(known: Known, query: markquery.MarkQuery) -> Iterable[MarkRow]:
    """The marks that are asked for, those that are lost at the end."""
    there = [mark for mark in known.marks if mark.fate is not Fate.LOST]
    lost = [mark for mark in known.marks if mark.fate is Fate.LOST]
    before = ""
    for mark in (*there, *lost):
        if query.matches(markquery.facts(mark, known.meanings)):
            heading = LOST if mark.fate is Fate.LOST else known.section(mark)
            shown = heading if heading != before else ""
            before = heading
            colour = spoken(mark.colour, known.meanings)
            cited = known.cited.get(mark.id, 0)
            yield MarkRow(mark, colour, shown, cited, known.picture(mark))


def _near(at: int, rows: list[MarkRow]) -> int:
    return min(max(at, 0), len(rows) - 1)


def _counted(shown: int, all_of_them: int) -> str:
    if shown == all_of_them:
        return how_many(shown, "mark") if shown else ""
    return f"{shown} of {how_many(all_of_them, 'mark')}"
