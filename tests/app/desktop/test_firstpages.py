"""Who stays at a paper sees its first page in little; who moves on has nothing drawn."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser

from paperdesk.app.desktop.firstpages import FirstPages
from paperdesk.domain.paper import PaperId
from paperdesk.ui.paper import page
from paperdesk.ui.paper.html import FIRST
from tests.app.conftest import Desktop


@pytest.fixture
def pages(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> FirstPages:
    """With room for a first page, and none drawn so far."""
    monkeypatch.setattr(page, "_ROOM", 100)
    desktop.session._around.beside.show(None)
    pages = desktop.session._around.first_pages
    pages._drawn.clear()
    return pages


def drawn(desktop: Desktop) -> int:
    """How wide the first page is that the abstract shows, in dots; 0 without one."""
    browser = desktop.parts.page.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    if FIRST not in browser.toHtml():
        return 0
    image = browser.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(FIRST))
    return int(image.width())


@pytest.mark.usefixtures("pages")
def test_the_first_page_comes_by_itself_and_is_remembered(desktop: Desktop) -> None:
    paper = desktop.with_pdf().id
    desktop.session._around.beside.show(paper)
    desktop.wait(lambda: drawn(desktop))
    assert drawn(desktop) == 116
    desktop.session._around.beside.show(paper)
    assert drawn(desktop)
    desktop.session._around.beside.show(None)
    desktop.session._around.beside.show(paper)
    assert drawn(desktop)


def test_a_paper_without_a_pdf_shows_none(desktop: Desktop, pages: FirstPages) -> None:
    bare = next(paper for paper in desktop.papers() if not paper.file)
    desktop.session._around.beside.show(desktop.with_pdf().id)
    desktop.session._around.beside.show(bare.id)
    assert not pages._stay.isActive()
    assert not drawn(desktop)


def test_who_moves_on_before_has_nothing_drawn(desktop: Desktop, pages: FirstPages) -> None:
    desktop.session._around.beside.show(desktop.with_pdf().id)
    assert pages._stay.isActive()
    desktop.session._around.beside.show(PaperId(10_000))
    assert (pages._stay.isActive(), pages._ticket) == (False, None)
