"""A painted row: as high as its words need, with its ink and line."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from paperdesk.domain.note import Colour, Fate
from paperdesk.ui.marks.delegate import MarkDelegate
from paperdesk.ui.marks.model import MarkModel
from paperdesk.ui.marks.row import MarkRow
from paperdesk.ui.reader.inks import INK, LINES
from tests.ui.marks.examples import mark


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[QListView, MarkModel]:
    view, model = QListView(), MarkModel()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(MarkDelegate(view))
    view.resize(300, 300)
    view.show()
    return view, model


def height(view: QListView, model: MarkModel, row: MarkRow) -> int:
    model.show_rows([row])
    return view.itemDelegate().sizeHint(QStyleOptionViewItem(), model.index(0)).height()


def test_a_row_is_as_high_as_its_words(shown: tuple[QListView, MarkModel]) -> None:
    plain = height(*shown, MarkRow(mark("a"), "red"))
    longer = height(*shown, MarkRow(mark("b", "many words " * 40), "red"))
    assert plain < longer
    assert longer == height(*shown, MarkRow(mark("c", "many words " * 400), "red"))
    assert plain < height(*shown, MarkRow(mark("d", comment="Why?"), "red"))
    assert plain < height(*shown, MarkRow(mark("e"), "red", heading="2 Method"))


@pytest.mark.parametrize("colour", Colour)
def test_a_row_shows_the_ink_and_its_line(
    shown: tuple[QListView, MarkModel], colour: Colour
) -> None:
    view, model = shown
    row = MarkRow(mark("a", colour=colour, comment="Why?", fate=Fate.LOST), "red", "2 Method")
    model.show_rows([row])
    image = view.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(8, 30) for y in range(80)}
    assert INK[colour].name() in seen
    assert QColor(LINES[colour][0]).name() in seen


def test_an_area_shows_its_picture_within_bounds(shown: tuple[QListView, MarkModel]) -> None:
    picture = QImage(600, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    row = MarkRow(mark("a", ""), "red", picture=picture)
    assert height(*shown, MarkRow(mark("a", ""), "red")) < height(*shown, row) < 200
    image = shown[0].viewport().grab().toImage()
    assert "#123456" in {image.pixelColor(x, 60).name() for x in range(image.width())}
