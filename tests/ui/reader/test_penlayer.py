"""Lines drawn with the mouse over a page."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.note import Colour, Stroke
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.penlayer import PenLayer

Told = list[tuple[int, Sequence[Stroke]]]
LEFT = Qt.MouseButton.LeftButton


def begun(pane: ReaderPane, told: Told) -> PenLayer:
    layer = pane.parts.pen
    assert layer.draw(Colour.RED, lambda page, strokes: told.append((page, strokes)))
    return layer


def stroke(qtbot: QtBot, layer: PenLayer, *points: tuple[int, int]) -> None:
    spots = [QPoint(*point) for point in points]
    qtbot.mousePress(layer, LEFT, pos=spots[0])
    for spot in spots[1:]:
        qtbot.mouseMove(layer, spot)
    qtbot.mouseRelease(layer, LEFT, pos=spots[-1])


def test_lines_are_handed_on_with_enter(qtbot: QtBot, opened: ReaderPane) -> None:
    told: Told = []
    layer = begun(opened, told)
    stroke(qtbot, layer, (100, 100), (150, 100), (150, 160))
    stroke(qtbot, layer, (200, 200))
    layer.grab()
    qtbot.keyClick(layer, Qt.Key.Key_Return)
    ((page, strokes),) = told
    assert (page, [len(line) for line in strokes], layer.isHidden()) == (0, [3, 1], True)


def test_backspace_takes_a_line_back_and_esc_all(qtbot: QtBot, opened: ReaderPane) -> None:
    told: Told = []
    layer = begun(opened, told)
    stroke(qtbot, layer, (100, 100), (150, 100))
    stroke(qtbot, layer, (100, 200), (150, 200))
    qtbot.keyClick(layer, Qt.Key.Key_Backspace)
    qtbot.keyClick(layer, Qt.Key.Key_Return)
    assert [len(strokes) for _, strokes in told] == [1]
    layer = begun(opened, told)
    stroke(qtbot, layer, (100, 100), (150, 100))
    qtbot.keyClick(layer, Qt.Key.Key_Escape)
    assert len(told) == 1


def test_what_was_drawn_is_kept_when_one_turns_to_something_else(
    qtbot: QtBot, opened: ReaderPane
) -> None:
    told: Told = []
    with qtbot.waitActive(opened):
        opened.activateWindow()
    stroke(qtbot, begun(opened, told), (100, 100), (150, 100))
    opened.parts.view.setFocus()
    assert [len(strokes) for _, strokes in told] == [1]
    stroke(qtbot, begun(opened, told), (100, 100), (150, 100))
    opened.close_document()
    assert len(told) == 2


def test_nothing_drawn_is_nothing_kept(qtbot: QtBot, opened: ReaderPane) -> None:
    told: Told = []
    layer = begun(opened, told)
    qtbot.keyClick(layer, Qt.Key.Key_Backspace)
    qtbot.keyClick(layer, Qt.Key.Key_Return)
    assert told == []


def test_without_a_page_nothing_is_begun(pane: ReaderPane) -> None:
    assert not pane.parts.pen.draw(Colour.RED, lambda *_: None)
