"""What a view that was worked off says at its end: what was kept, what is new since."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from paperdesk.domain.paper import State
from paperdesk.domain.shelf import Standing
from paperdesk.ui.buttons import Action, ActionButton
from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID, Tone

_LATE = Action("list.late", "Late ones", "gL")
_KEPT = Action("go.kept", "Kept ones", "gk")
_BEFORE = Action("go.previous-day", "Day before", "[")
_AFTER = Action("go.next-day", "Day after", "]")


class Review(QFrame):
    """A strip below a list: a sentence, and the ways on with their keys."""

    def __init__(self, run: Callable[[str], None], parent: QWidget | None = None) -> None:
        """`run` runs the command of a button."""
        super().__init__(parent)
        self._words = label(wrap=True)
        self._buttons = {
            action: ActionButton(action, run, self) for action in (_LATE, _KEPT, _BEFORE, _AFTER)
        }
        self._grid = QGridLayout()
        self._grid.setSpacing(GRID // 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self._column.setSpacing(GRID)
        self._column.addWidget(self._words)
        self._column.addLayout(self._grid)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(Tone.RAIL)
        self.setAccessibleName("Review")
        self.hide()

    def show_standing(self, standing: Standing | None, *, day: bool = False) -> None:
        """Say how a view that was worked off stands; of any other nothing.

        With `day`, the days beside it are offered.
        """
        said = review(standing) if standing is not None else ""
        self._words.setText(said)
        self.setAccessibleDescription(said)
        if standing is not None:
            wanted = {_LATE: standing.late > 0, _KEPT: standing.kept > 0, _BEFORE: day, _AFTER: day}
            self._offer([self._buttons[action] for action, offered in wanted.items() if offered])
        self.setVisible(bool(said))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words need in this width: a label alone takes one line for granted."""
        self._column.invalidate()
        wanted = self._column.totalHeightForWidth(self.width())
        self.setFixedHeight(max(wanted, self._column.totalSizeHint().height()))

    def _offer(self, offered: Sequence[ActionButton]) -> None:
        """Show these buttons, two in a row: a list may be narrow."""
        for button in self._buttons.values():
            self._grid.removeWidget(button)
            button.setVisible(button in offered)
        for number, button in enumerate(offered):
            self._grid.addWidget(button, number // 2, number % 2)

    def sentence(self) -> str:
        """What is said; nothing of a view that is not worked off."""
        return self._words.text()


def review(standing: Standing) -> str:
    """A view that was worked off, in a sentence; nothing of one that was not, or is no longer."""
    if standing.finished is None or (standing.unread and not standing.late):
        return ""
    states = standing.states
    parts = [
        f"kept {standing.kept:,}",
        *_part("archived", states.get(State.ARCHIVE, 0)),
        *_part("dismissed", states.get(State.DISMISSED, 0)),
        *_part("read", standing.passed),
    ]
    said = f"You {', '.join(parts)}."
    if standing.late:
        said += (
            f" {standing.late:,} {'is' if standing.late == 1 else 'are'} new since you finished."
        )
    return said


def _part(verb: str, papers: int) -> list[str]:
    return [f"{verb} {papers:,}"] if papers else []
