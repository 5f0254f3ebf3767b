"""Bookmarks in the window: added, listed, visited, deleted."""

import pytest
from PySide6.QtCore import Qt

from paperdesk.domain.note import Place
from paperdesk.ui import dialogs
from paperdesk.ui.reader.bookmarks import BookmarksView
from tests.app.conftest import Desktop


def listed(desktop: Desktop) -> list[str]:
    (view,) = desktop.parts.reader.side.findChildren(BookmarksView)
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def test_a_place_gets_the_name_of_its_section_and_is_listed(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = desktop.with_pdf()
    offered: list[str] = []

    def ask(_parent: object, _question: str, text: str = "", _choices: object = ()) -> str:
        offered.append(text)
        return f"{text}!"

    monkeypatch.setattr(dialogs.Line, "ask", ask)
    desktop.read(paper.id)
    desktop.press("3G")
    desktop.wait(lambda: desktop.parts.reader.parts.content.text(2))
    there = desktop.parts.reader.place()
    desktop.press("b")
    desktop.wait(lambda: desktop.rooms.bookmarks.of(paper.id))
    assert offered[0]
    desktop.press("gg")
    desktop.press("gb")
    desktop.wait(lambda: listed(desktop) == [f"{offered[0]}!"])
    desktop.hit(Qt.Key.Key_Return)
    assert desktop.parts.reader.place() == there
    desktop.parts.reader.side.show_panel("bookmarks")
    desktop.hit(Qt.Key.Key_Delete)
    desktop.wait(lambda: listed(desktop) == [])
    assert desktop.rooms.library.paper(paper.id).state is paper.state
    desktop.press("z")
    desktop.wait(lambda: len(listed(desktop)) == 1)
    desktop.run("side.hide")


def test_the_list_of_all_leads_into_another_paper(desktop: Desktop) -> None:
    first, second = [paper.id for paper in desktop.papers() if paper.file][:2]
    desktop.rooms.bookmarks.add(second, Place(1, 50.0), "Far away")
    desktop.read(first)
    desktop.press("gB")
    sheet = desktop.session._reading.bookmarking.sheet
    desktop.wait(sheet.isVisible)
    desktop.press("far")
    desktop.hit(Qt.Key.Key_Return)
    assert desktop.desk.page.paper() == second
    desktop.wait(lambda: desktop.parts.reader.place().page == 1)
