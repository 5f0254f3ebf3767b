"""What a row still shows where it has no room for everything."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget


def give_way(room: int, gap: int, kept: Sequence[QWidget], giving: Sequence[QWidget]) -> None:
    """Hide widgets of a row, the first of `giving` first, until the others have room.

    `kept` are never hidden; `gap` is what lies between two. Nothing is shown
    narrower than it has to be, so nothing overlaps.
    """
    stays = list(giving)
    while stays and _needed((*kept, *stays), gap) > room:
        del stays[0]
    for widget in giving:
        widget.setVisible(widget in stays)


def _needed(widgets: Sequence[QWidget], gap: int) -> int:
    return sum(least(widget) + gap for widget in widgets) - gap


def least(widget: QWidget) -> int:
    """Pixels across that a widget needs."""
    return max(widget.minimumWidth(), widget.minimumSizeHint().width())
