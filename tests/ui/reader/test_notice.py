from pytestqt.qtbot import QtBot

from paperdesk.ui.reader.notice import Notice


def test_it_is_hidden_until_there_is_something_to_say(qtbot: QtBot) -> None:
    notice = Notice("Do it", lambda: None)
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.say("These pages are pictures.")
    assert not notice.isHidden()
    assert notice.sentence() == "These pages are pictures."
    notice.say("")
    assert notice.isHidden()


def test_its_button_does_what_it_says(qtbot: QtBot) -> None:
    done: list[None] = []
    notice = Notice("Do it", lambda: done.append(None))
    qtbot.addWidget(notice)
    notice._button.click()
    assert done == [None]


def test_without_something_to_do_there_is_no_button(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("Withdrawn.")
    assert notice._button.isHidden()
    notice._button.click()
    assert notice.sentence() == "Withdrawn."
