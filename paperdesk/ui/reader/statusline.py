"""The slim line under the pages: which page, what is under the hand, the zoom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from paperdesk.domain.pages import PageSize
from paperdesk.ui.theme import GRID, Scale, Tone, font

_LONGEST_LABEL = 12


class StatusLine(QWidget):
    """Page and zoom at the ends; in the middle what the hand points at."""

    def __init__(self) -> None:
        super().__init__()
        self.page = _label()
        self.hint = _label()
        self.zoom = _label()
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + GRID // 2, 3, GRID + GRID // 2, 3)
        row.setSpacing(2 * GRID)
        row.addWidget(self.page)
        row.addWidget(self.hint, 1)
        row.addWidget(self.zoom)

    def show_place(self, pages: Sequence[PageSize], page: int, zoom: float) -> None:
        """Say where the reader is."""
        self.page.setText(page_name(pages, page))
        self.zoom.setText(f"{round(zoom * 100)} %")

    def say(self, hint: str) -> None:
        """Say what is under the hand, as much as fits."""
        room = self.hint.fontMetrics()
        short = room.elidedText(hint, Qt.TextElideMode.ElideMiddle, self.hint.width())
        self.hint.setText(short)

    def clear(self) -> None:
        """Say nothing."""
        for label in (self.page, self.hint, self.zoom):
            label.clear()


def page_name(pages: Sequence[PageSize], page: int) -> str:
    """A page by its number, and by what is printed on it where that differs.

    Some files carry labels of a line's length, which nobody has printed.
    """
    if page not in range(len(pages)):
        return ""
    number = f"{page + 1} of {len(pages)}"
    label = pages[page].label
    return f"Page {label} ({number})" if _is_telling(label, page) else f"Page {number}"


def _is_telling(label: str, page: int) -> bool:
    return 0 < len(label) <= _LONGEST_LABEL and label != str(page + 1)


def _label() -> QLabel:
    label = QLabel(textFormat=Qt.TextFormat.PlainText)
    label.setFont(font(Scale.CAPTION))
    label.setForegroundRole(Tone.MUTED)
    label.setMinimumWidth(0)
    return label
