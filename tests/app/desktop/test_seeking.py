"""What is switched on in the find bar is kept, and is the same in every view."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paperdesk.domain.pages import PageSize
from tests.app.conftest import Desktop


def test_a_switch_is_kept_for_the_next_start(desktop: Desktop) -> None:
    desktop.run("find.case")
    assert desktop.parts.reader.parts.bar.options["case"].isChecked()
    desktop.wait(lambda: desktop.rooms.settings.get("find-case") is True)


def test_a_button_that_is_pressed_is_kept_too(desktop: Desktop) -> None:
    bar = desktop.parts.reader.parts.bar
    QTest.keyClick(bar.field, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    desktop.wait(lambda: desktop.rooms.settings.get("find-words") is True)


def test_a_part_is_searched_of_a_paper_that_is_open(desktop: Desktop) -> None:
    bar = desktop.parts.reader.parts.bar
    desktop.run("find.section")
    assert bar.field.text() == ""
    desktop.parts.reader.parts.outline.pages = (PageSize(595.0, 842.0),) * 3
    desktop.run("find.section")
    assert bar.field.text() == "§ "
    desktop.run("find.pages")
    assert bar.field.text() == "<1, 3> "
