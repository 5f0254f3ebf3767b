"""The slim line under the pages: which page, what is under the hand, the zoom."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from paperdesk.domain.arrangement import Fit
from paperdesk.domain.note import Place
from paperdesk.domain.pages import PageSize
from paperdesk.ui.reader.givingway import give_way
from paperdesk.ui.theme import GRID, Scale, Tone, font

_LONGEST_LABEL = 12
_EDGE = GRID + GRID // 2
_GAP = 2 * GRID
_SECTION = 260
"""Pixels across of the section's title, at most."""


class StatusLine(QWidget):
    """Page and zoom at the ends; in the middle what the hand points at."""

    def __init__(self) -> None:
        super().__init__()
        self.page = _label()
        self.section = _label()
        self.left = _label()
        self.hint = _label()
        self.zoom = _label()
        # Where the line is short, words are lost at the front, and the number stays.
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 3, _EDGE, 3)
        row.setSpacing(_GAP)
        row.addWidget(self.page)
        row.addWidget(self.section)
        row.addWidget(self.left)
        row.addWidget(self.hint, 1)
        row.addWidget(self.zoom)

    def minimumSizeHint(self) -> QSize:
        """No wider than nothing: a long title must not push the pages aside."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._give_way()

    def show_place(self, page: str, place: Place, zoom: float) -> None:
        """Say where the reader is, and how the pages lie if they do so oddly."""
        self.page.setText(page)
        self.zoom.setText(" · ".join([*layout_names(place), f"{round(zoom * 100)} %"]))
        self._give_way()

    def show_section(self, title: str) -> None:
        """Say which section the reader is in, as much as a line has room for."""
        room = self.section.fontMetrics()
        self.section.setText(room.elidedText(title, Qt.TextElideMode.ElideRight, _SECTION))
        self.section.setToolTip(title)
        self._give_way()

    def show_left(self, told: str, remark: str = "") -> None:
        """Say how long the rest takes to read, and at whose pace."""
        if told != self.left.text():
            self.left.setText(told)
            self.left.setToolTip(f"To the references, {remark}" if remark else "")
            self._give_way()

    def say(self, hint: str) -> None:
        """Say what is under the hand, as much as fits."""
        room = self.hint.fontMetrics()
        short = room.elidedText(hint, Qt.TextElideMode.ElideMiddle, self.hint.width())
        self.hint.setText(short)

    def clear(self) -> None:
        """Say nothing."""
        for label in (self.page, self.section, self.left, self.hint, self.zoom):
            label.clear()

    def _give_way(self) -> None:
        """What is left goes first, then the section."""
        giving = (self.left, self.section)
        give_way(self.width() - 2 * _EDGE, _GAP, (self.page, self.zoom), giving)


def page_name(pages: Sequence[PageSize], page: int) -> str:
    """A page by its number, and by what is printed on it where that differs.

    Some files carry labels of a line's length, which nobody has printed.
    """
    if page not in range(len(pages)):
        return ""
    number = f"{page + 1} of {len(pages)}"
    label = pages[page].label
    return f"Page {label} ({number})" if _is_telling(label, page) else f"Page {number}"


def row_name(pages: Sequence[PageSize], row: range) -> str:
    """The pages of a row, by their numbers if there are several."""
    if len(row) <= 1:
        return page_name(pages, row.start)
    return f"Pages {row.start + 1}–{row.stop} of {len(pages)}"


def layout_names(place: Place) -> list[str]:
    """What is not plain about how the pages lie, in words."""
    now = place.arrangement
    names = [f"{now.columns} pages side by side"] if now.columns > 1 else []
    if now.columns > 1 and now.cover:
        names.append("first alone")
    if now.rotation:
        names.append(f"rotated {90 * now.rotation}°")
    if now.trim:
        names.append("trimmed")
    if not place.zoom and place.fit is not Fit.WIDTH:
        names.append(f"fit {place.fit.value}")
    return names


def _is_telling(label: str, page: int) -> bool:
    return 0 < len(label) <= _LONGEST_LABEL and label != str(page + 1)


def _label() -> QLabel:
    label = QLabel(textFormat=Qt.TextFormat.PlainText)
    label.setFont(font(Scale.CAPTION))
    label.setForegroundRole(Tone.MUTED)
    label.setMinimumWidth(0)
    return label
