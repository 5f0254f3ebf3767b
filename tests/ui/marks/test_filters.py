"""The menu of what a list of marks may be narrowed to."""

from pytestqt.qtbot import QtBot

from paperdesk.domain.note import Colour
from paperdesk.ui.marks.filters import FilterButton


def test_colours_with_their_meanings_kinds_and_tags_are_offered(qtbot: QtBot) -> None:
    button = FilterButton()
    qtbot.addWidget(button)
    button.offer({Colour.RED: "doubt"}, ["open question"], "words colour:blue")
    button.menu().aboutToShow.emit()
    actions = {action.text(): action for action in button.menu().actions() if action.text()}
    assert {"Red (doubt)", "Underlines", "With a comment", "#open question"} <= set(actions)
    assert [text for text, action in actions.items() if action.isChecked()] == ["Blue"]
    picked: list[str] = []
    button.picked.connect(picked.append)
    actions["#open question"].trigger()
    actions["Red (doubt)"].trigger()
    assert picked == ['tag:"open question"', "colour:red"]
