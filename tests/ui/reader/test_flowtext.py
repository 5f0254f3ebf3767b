from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, PageSize
from paperdesk.domain.typed import PagePrint, Print, PrintLine, Run
from paperdesk.reader.passages import Passage
from paperdesk.ui.reader.flowsource import FlowSource
from paperdesk.ui.reader.flowtext import FlowText
from paperdesk.ui.reader.flowview import FlowView
from paperdesk.ui.reader.shades import ON_WHITE
from tests.ui.reader.conftest import FakePages

A4 = PageSize(595.0, 842.0)


def print_of(page: int, last: str = "and it ends here.") -> PagePrint:
    lines = [
        PrintLine(
            (50.0, 150.0 + 12 * row, 500.0, 160.0 + 12 * row), 10.0, (Run(f"{said} goes on"),)
        )
        for row, said in enumerate(f"page {page} line {row} with words" for row in range(40))
    ]
    end = PrintLine((50.0, 630.0, 500.0, 640.0), 10.0, (Run(last),))
    return PagePrint((*lines, end))


def no_pixels(passage: Passage, size: QSize) -> None:
    return None


@pytest.fixture
def view(qtbot: QtBot) -> FlowView:
    view = FlowView(no_pixels)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view


@pytest.fixture
def text(view: FlowView, fake: FakePages, document: Document) -> FlowText:
    source = FlowSource(fake)
    source.show(document)
    made = FlowText(view, source, view)
    source.setParent(made)
    made.open((A4,) * 60)
    view.leafed.connect(made.fill)
    fake.prints.update({page: print_of(page) for page in range(60)})
    return made


@pytest.fixture
def settle(qtbot: QtBot, fake: FakePages) -> Callable[[], None]:
    def wait() -> None:
        for _ in range(40):
            fake.answer(Print)
            qtbot.wait(1)

    return wait


def test_only_what_is_near_is_set(
    text: FlowText, view: FlowView, fake: FakePages, settle: Callable[[], None]
) -> None:
    text.begin(Place(30, 0.0), ON_WHITE, 12.0)
    settle()
    pages = {passage.page for passage in view.shown.values()}
    assert pages >= {29, 30, 31}
    assert len(pages) < 10
    assert len(fake.asked) < 20


def test_the_place_is_at_the_top(
    text: FlowText, view: FlowView, settle: Callable[[], None]
) -> None:
    text.begin(Place(30, 390.0), ON_WHITE, 12.0)
    settle()
    here = view.here()
    assert here is not None
    assert (here.page, here.top) == (30, 390.0)


def test_more_is_set_when_one_scrolls(
    text: FlowText, view: FlowView, settle: Callable[[], None]
) -> None:
    text.begin(Place(30, 0.0), ON_WHITE, 12.0)
    settle()
    for _ in range(5):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        settle()
    assert text.holds(33)
    for _ in range(9):
        view.verticalScrollBar().setValue(0)
        settle()
    assert text.holds(27)


def test_a_paragraph_is_put_together_over_a_page(
    text: FlowText, view: FlowView, fake: FakePages, settle: Callable[[], None]
) -> None:
    fake.prints[30] = print_of(30, "this does not end")
    text.begin(Place(30, 0.0), ON_WHITE, 12.0)
    settle()
    assert "this does not end page 31 line 0" in view.toPlainText()


def test_going_beyond_what_is_set_keeps_the_goal(
    text: FlowText, view: FlowView, settle: Callable[[], None]
) -> None:
    text.begin(Place(0, 0.0), ON_WHITE, 12.0)
    settle()
    assert not text.holds(50)
    text.begin(Place(50, 0.0), ON_WHITE, 12.0)
    settle()
    here = view.here()
    assert here is not None
    assert here.page == 50


def test_without_pages_nothing_happens(text: FlowText, view: FlowView, qapp: Any) -> None:
    text.open(())
    text.fill()
    assert view.toPlainText() == ""
