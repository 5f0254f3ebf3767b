from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from paperdesk.domain.errors import BadDocument, Locked
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Inspect, Words
from paperdesk.reader.layout import Point
from paperdesk.ui.reader import ReaderPane
from tests.clock import within
from tests.ui.reader.conftest import FakePages


def test_a_paper_opens_at_its_place(pane: ReaderPane, fake: FakePages, document: Document) -> None:
    pane.open_document(document, Place(page=4, top=321.0, zoom=1.5))
    fake.answer(Inspect)
    assert pane.place() == Place(page=4, top=321.0, zoom=1.5)
    assert pane.parts.status.page.text() == "Page 5 of 10"
    assert pane.parts.view.accessibleDescription() == "Page 5 of 10"


def test_what_is_wanted_before_the_pages_are_here_happens_then(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    pane.open_document(document)
    pane.go(6)
    fake.answer(Inspect)
    assert pane.place().page == 6


def test_a_place_is_told_within_a_second(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    with within(1.0), qtbot.waitSignal(opened.place_changed) as signal:
        opened.go(3)
    assert signal.args == [opened.place()]


def test_a_place_is_told_while_scrolling_goes_on(qtbot: QtBot, opened: ReaderPane) -> None:
    told: list[Place] = []
    opened.place_changed.connect(told.append)
    for _ in range(25):
        opened.lines(1)
        qtbot.wait(40)
    assert told


def test_closing_tells_the_place_once_more(qtbot: QtBot, opened: ReaderPane) -> None:
    told: list[Place] = []
    opened.place_changed.connect(told.append)
    opened.go(7)
    there = opened.place()
    opened.close_document()
    assert told == [there]
    qtbot.wait(700)
    assert told == [there]


def test_a_closed_paper_holds_nothing(
    opened: ReaderPane, fake: FakePages, document: Document
) -> None:
    opened.close_document()
    assert all(picture.released for picture in fake.drawn)
    assert fake.waiting() == []
    assert fake.forgotten == [document]
    assert opened.parts.status.page.text() == ""


def test_a_broken_paper_is_a_sentence_with_a_way_on(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.errors[Inspect] = BadDocument("It is damaged. Download it again.")
    pane.open_document(document)
    fake.answer()
    assert pane.parts.stack.currentWidget() is pane.parts.card
    fake.errors.clear()
    QTest.mouseClick(pane.parts.card.button, Qt.MouseButton.LeftButton)
    fake.answer(Inspect)
    assert pane.parts.stack.currentWidget() is pane.parts.view


def test_a_locked_paper_asks_for_its_password(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.errors[Inspect] = Locked("It wants a password.")
    pane.open_document(document)
    fake.answer()
    fake.errors.clear()
    QTest.keyClicks(pane.parts.card.password, "hello")
    QTest.keyClick(pane.parts.card.password, Qt.Key.Key_Return)
    assert fake.waiting(Inspect)[0].request.document.password == "hello"
    fake.answer(Inspect)
    assert pane.parts.stack.currentWidget() is pane.parts.view


def test_a_slow_paper_says_that_it_is_opening(
    qtbot: QtBot, pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    pane.open_document(document)
    assert pane.parts.stack.currentWidget() is pane.parts.view
    qtbot.waitUntil(lambda: pane.parts.stack.currentWidget() is pane.parts.card)


def test_words_are_fetched_when_scrolling_rests(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    opened.go(5)
    qtbot.waitUntil(lambda: any(one.request.page == 5 for one in fake.waiting(Words)))


def test_the_copy_key_copies_the_selected_text(opened: ReaderPane, fake: FakePages) -> None:
    opened.parts.selecting.begin(Point(0, 60, 105))
    opened.parts.selecting.extend(Point(1, 60, 105))
    fake.answer_all()
    QTest.keyClick(opened.parts.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "alpha beta gamma delta"


def test_the_keys_stay_with_the_paper_while_it_opens(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages, document: Document
) -> None:
    with qtbot.waitActive(opened):
        opened.activateWindow()
    opened.open_find()
    opened.setFocus()
    opened.open_document(document)
    card = opened.parts.card
    qtbot.waitUntil(card.isVisible)
    assert QApplication.focusWidget() is card
    fake.answer(Inspect)
    assert QApplication.focusWidget() is opened.parts.view


def test_the_keys_stay_elsewhere_if_they_were_elsewhere(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages, document: Document
) -> None:
    with qtbot.waitActive(opened):
        opened.activateWindow()
    opened.open_find()
    fake.errors[Inspect] = BadDocument("It is damaged.")
    opened.parts.opening.retry()
    fake.answer(Inspect)
    assert QApplication.focusWidget() is opened.parts.bar.field


def test_a_sliver_of_the_page_before_is_not_the_page_that_is_named(opened: ReaderPane) -> None:
    opened.go(4)
    opened.lines(-1)
    assert opened.place().page == 3
    assert opened.parts.status.page.text() == "Page 5 of 10"
