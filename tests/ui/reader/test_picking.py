from pytestqt.qtbot import QtBot

from paperdesk.ui.reader import ReaderPane


def test_a_region_is_picked_with_a_rectangle(qtbot: QtBot, opened: ReaderPane) -> None:
    opened.picking.copy_region()
    assert opened.parts.rubber.isVisible()


def test_what_is_told_is_said_by_the_reader(qtbot: QtBot, opened: ReaderPane) -> None:
    with qtbot.waitSignal(opened.problem) as said:
        opened.picking.told.emit("Copied.")
    assert said.args == ["Copied."]
