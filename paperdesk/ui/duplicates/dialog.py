"""Goes through papers that may be one: what differs stands side by side, keys decide."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from paperdesk.commands.faces.twins import Judging
from paperdesk.domain.duplicates import Twins
from paperdesk.domain.merger import JOINED, Portrait, picks, survivor
from paperdesk.domain.paper import PaperId
from paperdesk.ui.buttons import make_primary
from paperdesk.ui.duplicates.grid import Grid
from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID, Scale, Tone

_KEYS = (
    "j k: field · h l or a digit: whose it is · a: all of this paper · "
    "m: merge · n: not the same · J K: next, previous · z: undo · Esc: close"
)


WIDE = QSize(GRID * 134, GRID * 90)
"""How much room the dialog takes at most, in a window that is large enough."""


class DuplicatesDialog(QDialog):
    """Groups of papers, one after the other; each is merged, told apart or left for later."""

    def __init__(self, parent: QWidget | None, groups: Sequence[Twins], judging: Judging) -> None:
        super().__init__(parent)
        self._groups = list(groups)
        self._judging = judging
        self._at = 0
        self._busy = False
        self._title = label(Scale.LEAD, bold=True, wrap=True)
        self._result = label(wrap=True)
        self.grid = Grid()
        self._keys: dict[str, Callable[[], None]] = {
            "j": lambda: self.grid.step(1),
            "k": lambda: self.grid.step(-1),
            "h": lambda: self.grid.pick_beside(-1),
            "l": lambda: self.grid.pick_beside(1),
            "a": self.grid.pick_all,
            "m": self.merge,
            "n": self.tell_apart,
            "J": lambda: self.go(1),
            "K": lambda: self.go(-1),
            "z": self.undo,
        }
        self.setWindowTitle("Duplicates")
        self._lay_out()
        self.grid.changed.connect(self._foresee)
        self._show()

    def _lay_out(self) -> None:
        self.setMinimumSize(GRID * 50, GRID * 40)
        above = self.parentWidget()
        room = above.size() if above is not None else WIDE
        self.resize(room.boundedTo(WIDE) - QSize(GRID * 4, GRID * 6))
        hint = label(Scale.CAPTION, tone=Tone.MUTED, wrap=True)
        hint.setText(_KEYS)
        self._result.setAccessibleName("What the merged paper will be")
        buttons = QHBoxLayout()
        for title, run in (
            ("Previous", lambda: self.go(-1)),
            ("Later", lambda: self.go(1)),
            ("Not the same", self.tell_apart),
            ("Merge", self.merge),
        ):
            button = QPushButton(title)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, run=run: run())
            buttons.addWidget(button)
            if title == "Merge":
                make_primary(button)
            if title == "Previous":
                buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addWidget(self._title)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self._result)
        layout.addWidget(hint)
        layout.addLayout(buttons)

    def go(self, steps: int) -> None:
        """Go to another group; behind the last one it ends."""
        if self._busy:
            return
        if self._at + steps >= len(self._groups):
            self.accept()
            return
        self._at = max(self._at + steps, 0)
        self._show()

    def merge(self) -> None:
        """Merge the papers that are shown, each field as chosen."""
        portraits = self.grid.portraits()
        if not self._busy and len(portraits) > 1:
            keep, papers = survivor(portraits), [one.paper for one in portraits]
            self._busy = True
            self._judging.merge(keep, papers, self.grid.picks(), self._done)

    def tell_apart(self) -> None:
        """Say that the papers that are shown are not the same."""
        portraits = self.grid.portraits()
        if not self._busy and len(portraits) > 1:
            self._busy = True
            self._judging.tell_apart([one.paper for one in portraits], self._done)

    def undo(self) -> None:
        """Take back what was done last, and show the group before again."""
        if not self._busy:
            self._busy = True
            self._judging.undo(self._undone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key decides something; Esc closes, and all that was not decided stays."""
        text = event.text()
        if text in self._keys:
            self._keys[text]()
        elif text.isdigit() and text != "0":
            self.grid.pick(int(text) - 1)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _done(self) -> None:
        self._busy = False
        self.go(1)

    def _undone(self) -> None:
        self._busy = False
        self._at = max(self._at - 1, 0)
        self._show()

    def _show(self) -> None:
        group = self._groups[self._at]
        many = f"{len(group.papers)} papers that may be one"
        self._title.setText(f"{self._at + 1} of {len(self._groups)}: {many} ({group.reason})")
        at = self._at
        self._judging.look_at(group.papers, lambda found: self._fill(found, at))

    def _fill(self, portraits: Sequence[Portrait], at: int) -> None:
        if at != self._at:
            return  # another group was gone to meanwhile
        keep = survivor(portraits) if portraits else PaperId(0)
        self.grid.show_papers(portraits, picks(portraits, keep) if portraits else {})
        self.grid.setFocus()

    def _foresee(self) -> None:
        """Say what the merged paper will be."""
        portraits = {one.paper: one for one in self.grid.portraits()}
        if len(portraits) < 2:
            self._result.setText("These are one paper already, or gone.")
            return
        chosen = {
            name: portraits[paper].fields.get(name, "") for name, paper in self.grid.picks().items()
        }
        names = [chosen["arxiv"] and f"arXiv {chosen['arxiv']}", chosen["doi"], chosen["citekey"]]
        first = [chosen["title"], chosen["authors"], chosen["published"][:4]]
        line = " · ".join(part for part in (*first, *names) if part)
        self._result.setText(f"Result: {line}\n{JOINED}")
