from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.hints import Target, _beside


def offer(pane: ReaderPane, count: int) -> list[int]:
    """Offer so many targets; which were taken."""
    taken: list[int] = []
    boxes = [(50.0, 20.0 * n, 90.0, 20.0 * n + 10) for n in range(count)]
    pane.parts.hints.offer(
        [Target(0, (box,), f"link {n}", partial(taken.append, n)) for n, box in enumerate(boxes)]
    )
    return taken


def test_typing_a_label_takes_what_it_stands_at(opened: ReaderPane) -> None:
    taken = offer(opened, 3)
    QTest.keyClick(opened.parts.hints, Qt.Key.Key_S)
    assert taken == [1]
    assert opened.parts.hints.isHidden()


def test_the_first_letter_of_two_narrows_the_labels(opened: ReaderPane) -> None:
    taken = offer(opened, 30)
    hints = opened.parts.hints
    last = hints.shown()[-1]
    QTest.keyClicks(hints, last[0])
    assert all(label.startswith(last[0]) for label in hints.shown())
    QTest.keyClick(hints, Qt.Key.Key_Backspace)
    assert len(hints.shown()) == 30
    QTest.keyClicks(hints, last)
    assert taken == [29]


def test_a_letter_of_no_label_is_ignored(opened: ReaderPane) -> None:
    taken = offer(opened, 2)
    QTest.keyClicks(opened.parts.hints, "q1")
    assert opened.parts.hints.isVisible()
    QTest.keyClick(opened.parts.hints, Qt.Key.Key_Escape)
    assert opened.parts.hints.isHidden()
    assert not taken


def test_labels_do_not_lie_upon_each_other() -> None:
    taken = [QRectF(0, 0, 10, 10), QRectF(11, 0, 10, 10)]
    assert _beside(QRectF(5, 2, 10, 10), taken).left() == 22
    assert _beside(QRectF(50, 2, 10, 10), taken).left() == 50


def test_many_labels_are_painted_at_once(qtbot: QtBot, opened: ReaderPane) -> None:
    offer(opened, 40)
    assert not opened.parts.hints.grab().isNull()
