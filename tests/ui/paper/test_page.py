import time
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from paperdesk.domain.card import Card, Kind, Linked, Links
from paperdesk.ui.album import Album
from paperdesk.ui.buttons import Action, ActionButton
from paperdesk.ui.paper.html import FIRST, OPEN, PICTURE, UNFOLD
from paperdesk.ui.paper.page import PaperPage
from paperdesk.ui.theme import Theme

Shop = Any
ACTIONS = (Action("paper.open", "Open", "Return"), Action("paper.later", "Later", "l"))


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, ran: list[str]) -> PaperPage:
    page = PaperPage(ACTIONS, ran.append)
    qtbot.addWidget(page)
    page.resize(600, 700)
    page.show()
    return page


def text(page: PaperPage) -> QTextBrowser:
    browser = page.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    return browser


def test_without_a_paper_it_says_how_to_choose_one(page: PaperPage) -> None:
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No paper chosen." in shown
    assert page.paper() is None


def test_a_paper_is_shown(page: PaperPage, shop: Shop) -> None:
    shop.stock(1)
    page.show_paper(shop.papers[1])
    assert text(page).isVisible()
    assert text(page).toPlainText().startswith("Paper 1")
    assert page.paper() is shop.papers[1]


def test_buttons_run_commands_when_there_is_a_paper(
    page: PaperPage, shop: Shop, qtbot: QtBot, ran: list[str]
) -> None:
    later = next(b for b in page.findChildren(QPushButton) if b.text() == "Later")
    assert not later.isVisible()
    shop.stock(1)
    page.show_paper(shop.papers[1])
    qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    assert ran == ["paper.later"]


def test_where_there_is_no_room_for_a_word_its_button_is_an_icon(qtbot: QtBot, shop: Shop) -> None:
    icons = ("pdf", "inbox", "later", "shortlist", "archive")
    page = PaperPage(
        [Action(f"paper.{icon}", icon, "Return", icon) for icon in icons], lambda _: None
    )
    qtbot.addWidget(page)
    shop.stock(1)
    page.show_paper(shop.papers[1])
    page.setMinimumWidth(1)
    buttons = page.findChildren(ActionButton)
    for width in (900, 420, 330, 420, 900):
        page.resize(width, 700)
        page.show()
        QApplication.processEvents()
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
        assert [button.text() for button in buttons] == {
            900: list(icons),
            420: ["pdf", "", "", "", ""],
            330: ["", "", "", "", ""],
        }[width]


def test_a_link_is_told_and_not_followed(page: PaperPage, shop: Shop, qtbot: QtBot) -> None:
    shop.stock(1)
    page.show_paper(shop.papers[1])
    with qtbot.waitSignal(page.link_chosen) as told:
        text(page).anchorClicked.emit(QUrl("https://arxiv.org/abs/1"))
    assert told.args == ["https://arxiv.org/abs/1"]
    assert "Paper 1" in text(page).toPlainText()


def test_folded_authors_unfold_and_fold_again_on_the_next_paper(
    page: PaperPage, shop: Shop
) -> None:
    shop.stock(2)
    crowd = tuple(f"Author {n}" for n in range(100))
    page.show_paper(shop.papers[shop.change(1, authors=crowd)])
    text(page).anchorClicked.emit(QUrl(UNFOLD))
    assert "Author 99" in text(page).toPlainText()
    page.show_paper(shop.papers[shop.change(2, authors=crowd)])
    assert "Author 99" not in text(page).toPlainText()


def test_a_change_of_the_same_paper_does_not_scroll(page: PaperPage, shop: Shop) -> None:
    shop.stock(1)
    page.show_paper(shop.papers[shop.change(1, abstract="Words. " * 2000)])
    bar = text(page).verticalScrollBar()
    bar.setValue(200)
    page.show_paper(shop.papers[shop.change(1, unread=False)])
    assert bar.value() == 200
    shop.papers[2] = shop.papers[1].__class__(2, "Other")
    page.show_paper(shop.papers[2])
    assert bar.value() == 0


def test_lines_are_no_longer_than_is_good_to_read(page: PaperPage, shop: Shop) -> None:
    shop.stock(1)
    page.show_paper(shop.papers[1])
    page.resize(1600, 700)
    QApplication.processEvents()
    letter = text(page).fontMetrics().averageCharWidth()
    assert text(page).viewport().width() < 100 * letter
    page.resize(400, 700)
    QApplication.processEvents()
    assert text(page).document().idealWidth() <= text(page).viewport().width()


def test_the_page_follows_the_theme(page: PaperPage, shop: Shop, qapp: QApplication) -> None:
    shop.stock(1)
    page.show_paper(shop.papers[1])
    light = text(page).toHtml()
    Theme(qapp).use("dark")
    assert text(page).toHtml() != light


def test_a_paper_is_shown_within_a_frame(page: PaperPage, shop: Shop) -> None:
    shop.stock(20)
    for number in range(1, 21):
        shop.change(number, abstract="A sentence of the usual length, as they come. " * 30)
    times = []
    for number in range(1, 21):
        start = time.thread_time()
        page.show_paper(shop.papers[number])
        page.grab()
        times.append(time.thread_time() - start)
    assert sorted(times)[10] < 0.016


def test_a_page_that_nobody_sees_sets_its_text_when_it_is_shown(
    page: PaperPage, shop: Shop
) -> None:
    shop.stock(2)
    page.show_paper(shop.papers[1])
    page.hide()
    page.show_paper(shop.papers[2])
    assert text(page).toPlainText().startswith("Paper 1")
    page.show()
    assert text(page).toPlainText().startswith("Paper 2")


def test_a_keyword_is_searched_for(page: PaperPage, shop: Shop, qtbot: QtBot) -> None:
    shop.stock(1)
    page.show_paper(shop.papers[1])
    with qtbot.waitSignal(page.words_chosen) as told:
        text(page).anchorClicked.emit(QUrl("paperdesk:words/deep%20nets"))
    assert told.args == ['"deep nets"']


def test_what_is_linked_is_shown_until_the_next_paper(page: PaperPage, shop: Shop) -> None:
    shop.stock(2)
    page.show_paper(shop.papers[1])
    page.show_links(Links(((Kind.MODEL, 2),), (Linked(Kind.MODEL, "a/m"),)))
    assert "2 models: a/m and 1 more" in text(page).toPlainText()
    page.show_paper(shop.papers[2])
    assert "a/m" not in text(page).toPlainText()


def test_a_picture_appears_when_it_comes_and_nothing_else_is_loaded(
    qtbot: QtBot, shop: Shop
) -> None:
    page = PaperPage(ACTIONS, lambda _: None, album := Album())
    qtbot.addWidget(page)
    page.show()
    shop.stock(1)
    page.show_paper(shop.papers[shop.change(1, card=Card(picture="https://x/a.png"))])
    assert PICTURE not in text(page).toHtml()
    album.put("https://x/a.png", QImage(64, 36, QImage.Format.Format_RGB32))
    assert PICTURE in text(page).toHtml()
    image = QTextDocument.ResourceType.ImageResource
    assert text(page).loadResource(image, QUrl("file:///etc/passwd")) is None


def test_the_first_page_is_shown_where_there_is_room_and_opens_the_paper(
    page: PaperPage, shop: Shop, ran: list[str], qtbot: QtBot
) -> None:
    shop.stock(2)
    page.show_paper(shop.papers[1])
    page.show_first(QImage(300, 420, QImage.Format.Format_RGB888))
    assert FIRST in text(page).toHtml()
    page.resize(300, 700)
    qtbot.waitUntil(lambda: FIRST not in text(page).toHtml())
    page.resize(700, 700)
    qtbot.waitUntil(lambda: FIRST in text(page).toHtml())
    text(page).anchorClicked.emit(QUrl(OPEN))
    assert ran == ["paper.open"]
    page.show_paper(shop.papers[2])
    assert FIRST not in text(page).toHtml()
