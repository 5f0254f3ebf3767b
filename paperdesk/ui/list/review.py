"""What a view that was worked off says at its end: what was kept, what is new since."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

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
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._words)
        column.addLayout(row)
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
            self._buttons[_LATE].setVisible(standing.late > 0)
            self._buttons[_KEPT].setVisible(standing.kept > 0)
            for action in (_BEFORE, _AFTER):
                self._buttons[action].setVisible(day)
        self.setVisible(bool(said))

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
