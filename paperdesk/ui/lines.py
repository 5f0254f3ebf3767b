"""Text broken into a few lines, the last one cut short where it does not fit."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def wrap(text: str, face: QFont, width: float, limit: int) -> tuple[str, ...]:
    """At most `limit` lines of `text`, each at most `width` wide."""
    metrics = QFontMetricsF(face)
    # No need to shape what can never be seen: no line holds more letters than this.
    seen = text[: int(limit * width / max(1.0, metrics.averageCharWidth()) * 2) + 16]
    layout = QTextLayout(seen, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = _starts(layout, width, limit)
    letters = Letters(seen)
    lines = [letters.between(start, end).rstrip() for start, end in pairwise(starts)]
    rest = letters.between(starts[-1], None)
    return (*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))


class Letters:
    """A text by the places that Qt names: to it, many a sign and emoji are two letters."""

    def __init__(self, text: str) -> None:
        self._units = text.encode("utf-16-le")

    def between(self, start: int, end: int | None) -> str:
        """The letters from one place to another, or to the end."""
        part = self._units[2 * start : None if end is None else 2 * end]
        return part.decode("utf-16-le", "ignore")


def _starts(layout: QTextLayout, width: float, limit: int) -> list[int]:
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < limit:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts or [0]
