from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.reader.givingway import give_way, least


def row(qtbot: QtBot, *widths: int) -> tuple[QWidget, list[QWidget]]:
    """Things of these widths, held by one widget."""
    holder = QWidget()
    made: list[QWidget] = []
    qtbot.addWidget(holder)
    for width in widths:
        each = QLabel(holder)
        each.setMinimumWidth(width)
        made.append(each)
    return holder, made


def test_the_first_to_go_are_the_first_named(qtbot: QtBot) -> None:
    _holder, (kept, one, two) = row(qtbot, 100, 50, 50)
    give_way(208, 4, [kept], [one, two])
    assert (one.isHidden(), two.isHidden()) == (False, False)
    give_way(207, 4, [kept], [one, two])
    assert (one.isHidden(), two.isHidden()) == (True, False)
    give_way(10, 4, [kept], [one, two])
    assert (kept.isHidden(), one.isHidden(), two.isHidden()) == (False, True, True)


def test_what_was_hidden_comes_back_with_the_room(qtbot: QtBot) -> None:
    _holder, (kept, one) = row(qtbot, 100, 50)
    give_way(10, 4, [kept], [one])
    give_way(154, 4, [kept], [one])
    assert not one.isHidden()


def test_a_widget_needs_what_it_says_or_what_was_set(qtbot: QtBot) -> None:
    _holder, (label,) = row(qtbot, 0)
    assert isinstance(label, QLabel)
    label.setText("words")
    assert least(label) == label.minimumSizeHint().width() > 0
    label.setMinimumWidth(500)
    assert least(label) == 500
