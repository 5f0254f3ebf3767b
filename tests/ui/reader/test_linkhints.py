from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.pages import Link
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages
from tests.ui.reader.test_pointer import read_words


def test_a_link_inside_the_paper_is_followed_and_left_again(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    fake.links[0] = (Link((200, 300, 260, 310), page=6, top=200.0),)
    read_words(qtbot, opened, fake)
    opened.picking.hint_links()
    QTest.keyClick(opened.parts.hints, Qt.Key.Key_A)
    assert opened.place().page == 6
    opened.back(1)
    assert opened.place().page == 0


def test_a_link_out_goes_the_way_of_a_click(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    fake.links[0] = (
        Link((200, 300, 260, 310), uri="https://a.example"),
        Link((200, 200, 260, 210), uri="https://b.example"),
    )
    read_words(qtbot, opened, fake)
    opened.picking.hint_links()
    with qtbot.waitSignal(opened.parts.pointer.followed) as followed:
        QTest.keyClick(opened.parts.hints, Qt.Key.Key_A)
    assert followed.args[0].uri == "https://b.example"


def test_only_links_in_sight_have_labels(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    fake.links[0] = (
        Link((200, 300, 290, 310), page=6),
        Link((60, 312, 100, 322), page=6),
        Link((200, 830, 260, 840), page=7),
    )
    read_words(qtbot, opened, fake)
    opened.picking.hint_links()
    assert opened.parts.hints.shown() == ("a",)


def test_links_that_are_not_known_yet_are_waited_for(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    fake.links[0] = (Link((200, 300, 260, 310), page=6),)
    opened.parts.content.show(opened.parts.opening.document, fake.sizes)
    with qtbot.waitActive(opened):
        opened.activateWindow()
    opened.parts.view.setFocus()
    opened.picking.hint_links()
    assert opened.parts.hints.shown() == ()
    fake.answer_all()
    assert len(opened.parts.hints.shown()) == 1


def test_without_a_link_in_sight_this_is_said(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    read_words(qtbot, opened, fake)
    with qtbot.waitSignal(opened.problem) as said:
        opened.picking.hint_links()
    assert said.args == ["There is no link in sight."]
    assert opened.parts.hints.isHidden()
