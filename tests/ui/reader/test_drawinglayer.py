"""Keys over a page that is being drawn on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.drawinglayer import DrawingLayer

Told = list[str]


@pytest.fixture
def told(opened: ReaderPane) -> Told:
    """What is said in passing."""
    said: Told = []
    opened.problem.connect(said.append)
    return said


@pytest.fixture
def layer(opened: ReaderPane, told: Told) -> DrawingLayer:
    """Rectangles are being drawn."""
    opened.parts.rubber.pick(lambda *_: told.append("taken"))
    return opened.parts.rubber


def test_escape_leaves_with_a_word(layer: DrawingLayer, told: Told) -> None:
    QTest.keyClick(layer, Qt.Key.Key_Escape)
    assert (told, layer.isHidden()) == (["Left: nothing was kept."], True)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_J, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Period]
)
def test_the_pages_scroll_below_it(
    opened: ReaderPane, layer: DrawingLayer, told: Told, key: Qt.Key
) -> None:
    before = opened.parts.view.scroller.window().top
    QTest.keyClick(layer, key)
    assert opened.parts.view.scroller.window().top > before
    assert told == []


def test_a_key_that_means_nothing_here_is_told_those_that_do(
    layer: DrawingLayer, told: Told
) -> None:
    QTest.keyClick(layer, Qt.Key.Key_Shift)
    assert told == []
    QTest.keyClick(layer, Qt.Key.Key_X)
    (sentence,) = told
    assert "Enter takes, Esc leaves." in sentence
    assert layer.isVisible()
