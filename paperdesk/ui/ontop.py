"""Pages that lie over the window for a while: their keys, and who has them afterwards."""

from PySide6.QtWidgets import QWidget

ON_TOP = "sheet"
"""The object name of such a page, by which the theme knows it as well."""

QUESTION = "question"
"""The object name of what waits for an answer: until then all keys are for it."""


def lies_on_top(widget: QWidget | None) -> bool:
    """Whether a widget is of such a page, which answers single keys itself."""
    return _within(widget, ON_TOP)


def answers(widget: QWidget | None) -> bool:
    """Whether a widget is of a question, which lets no key pass."""
    return _within(widget, QUESTION)


def _within(widget: QWidget | None, name: str) -> bool:
    while widget is not None and widget.objectName() != name:
        widget = widget.parentWidget()
    return widget is not None


def keys_of(widget: QWidget) -> QWidget | None:
    """Who has the keys of a widget's window, also while that is not in front.

    *Why not whom Qt names:* it knows of nobody until a window is in front, and one that
    was just shown may not be yet.
    """
    return widget.window().focusWidget()


def give_back(widget: QWidget | None) -> None:
    """Give the keys to who had them before; where that is hidden now, to what it is in."""
    while widget is not None and not widget.isVisible():
        widget = widget.parentWidget()
    if widget is not None:
        widget.setFocus()
