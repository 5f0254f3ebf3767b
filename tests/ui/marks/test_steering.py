"""The list of all marks under the keys of lists."""

from pytestqt.qtbot import QtBot

from paperdesk.ui.marks.browser import Browser
from paperdesk.ui.marks.steering import Steering


def test_an_empty_list_takes_every_key(qtbot: QtBot) -> None:
    browser = Browser(lambda _: {})
    qtbot.addWidget(browser)
    steering, told = Steering(browser), list[str]()
    browser.left.connect(lambda: told.append("left"))
    browser.turned.connect(told.append)
    steering.step(1)
    steering.go(0)
    steering.go(-1)
    steering.choose()
    steering.narrow()
    steering.leave()
    steering.put_away()
    steering.toggle("contents")
    assert told == ["left", "left", "contents"]
