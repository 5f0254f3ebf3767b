import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Render
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.regions import DENSITY, as_image, density
from paperdesk.ui.reader.rubber import HELP
from tests.ui.reader.conftest import Drawn, FakePages
from tests.ui.reader.test_pointer import spot
from tests.ui.reader.test_rubber import drag


def test_a_region_is_copied_as_sharp_as_print(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    opened.picking.copy_region()
    assert opened.parts.status.hint.text()
    drag(opened.parts.rubber, spot(opened, 100, 100), spot(opened, 172, 136))
    with qtbot.waitSignal(opened.problem) as said:
        fake.answer(Render)
    image = QGuiApplication.clipboard().image()
    assert [image.width(), image.height()] == pytest.approx([200, 100], abs=3)
    assert said.args[0].startswith("Copied as an image of")
    assert fake.drawn[-1].released
    assert not opened.parts.status.hint.text()


def test_why_a_region_cannot_be_drawn_is_said(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    fake.errors[Render] = BadDocument("Page 1 is damaged.")
    opened.picking.copy_region()
    drag(opened.parts.rubber, spot(opened, 100, 100), spot(opened, 172, 136))
    with qtbot.waitSignal(opened.problem) as said:
        fake.answer(Render)
    assert said.args == ["Page 1 is damaged."]


def test_a_region_that_is_left_copies_nothing(opened: ReaderPane, fake: FakePages) -> None:
    opened.picking.copy_region()
    QTest.keyClick(opened.parts.rubber, Qt.Key.Key_Escape)
    assert not fake.waiting(Render)


def test_a_large_region_is_drawn_a_little_coarser() -> None:
    assert density((0, 0, 100, 100)) == pytest.approx(DENSITY)
    assert density((0, 0, 5000, 5000)) < DENSITY / 2


def test_an_image_does_not_need_the_memory_of_its_picture(qtbot: QtBot) -> None:
    drawn = Drawn(4, 4)
    image = as_image(drawn)
    assert drawn.released
    assert image.pixelColor(1, 1).red() == 200


def test_the_help_names_the_keys() -> None:
    assert "Enter" in HELP
