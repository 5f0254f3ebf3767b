import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.windowhints import WindowHints


class Room(QWidget):
    """A window with a list of three rows, two buttons, and one that cannot be pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(400, 400)
        self.pressed: list[str] = []
        column = QVBoxLayout(self)
        self.rows = QListView()
        self.rows.setModel(QStringListModel(["one", "two", "three"], self))
        column.addWidget(self.rows)
        for name in ("Keep", "Later", "Grey", "Gone"):
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, name=name: self.pressed.append(name))
            button.setEnabled(name != "Grey")
            column.addWidget(button)
            button.setVisible(name != "Gone")


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = Room()
    qtbot.addWidget(room)
    with qtbot.waitActive(room):
        room.show()
    room.rows.setFocus()
    return room


def offer(room: Room) -> WindowHints:
    hints = WindowHints(room)
    hints.offer()
    return hints


def press(hints: WindowHints, name: str) -> None:
    label = next(hints.label(each) for each in hints.shown() if each.name == name)
    QTest.keyClicks(hints, label)


def test_all_that_can_be_pressed_has_a_label(room: Room) -> None:
    names = [each.name for each in offer(room).shown()]
    assert sorted(names) == ["Keep", "Later", "one", "three", "two"]


def test_a_label_presses_its_button(room: Room) -> None:
    hints = offer(room)
    press(hints, "Later")
    assert room.pressed == ["Later"]
    assert hints.isHidden()


def test_a_label_goes_to_its_row(qtbot: QtBot, room: Room) -> None:
    hints = offer(room)
    with qtbot.waitSignal(room.rows.clicked):
        press(hints, "two")
    assert room.rows.currentIndex().row() == 1
    assert room.rows.hasFocus()


def test_escape_gives_the_keys_back(room: Room) -> None:
    hints = offer(room)
    QTest.keyClick(hints, Qt.Key.Key_Escape)
    assert room.rows.hasFocus()
    assert not room.pressed


def test_a_wrong_letter_does_nothing_and_one_may_be_taken_back(room: Room) -> None:
    hints = offer(room)
    QTest.keyClicks(hints, "q")
    QTest.keyClick(hints, Qt.Key.Key_Backspace)
    assert len(hints.shown()) == 5
    assert not hints.grab().isNull()


def test_a_click_or_another_size_puts_the_labels_away(room: Room) -> None:
    hints = offer(room)
    QTest.mouseClick(hints, Qt.MouseButton.LeftButton)
    assert hints.isHidden()
    hints.offer()
    hints.resize(200, 200)
    assert hints.isHidden()
