"""Hands that act while a test waits in a nested loop."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

Act = str | Qt.Key | QKeyCombination | Callable[[], object]


def soon(*acts: Act) -> None:
    """Type texts, press keys or do things, one after the other, as soon as the test waits."""

    def act() -> None:
        for what in acts:
            if callable(what):
                what()
            else:
                hit(what)

    QTimer.singleShot(0, act)


def hit(what: str | Qt.Key | QKeyCombination) -> None:
    """Type a text, or press a key, wherever the keys are."""
    focus = QApplication.focusWidget()
    assert focus is not None
    if isinstance(what, str):
        QTest.keyClicks(focus, what)
    elif isinstance(what, QKeyCombination):
        QTest.keyClick(focus, what.key(), what.keyboardModifiers())
    else:
        QTest.keyClick(focus, what)
