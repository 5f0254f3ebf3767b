"""A view, and the paper in it."""

import pytest
from PySide6.QtCore import Qt

from tests.app.conftest import Desktop


def test_a_paper_without_a_pdf_leaves_the_view_as_it_is(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.read(paper.id)
    shown = desktop.session._reading.page.at()
    absent = next(one for one in desktop.papers() if not one.file)
    assert not shown.show(absent.id)
    assert shown.paper == paper.id


def test_a_view_that_is_put_away_shows_nothing(desktop: Desktop) -> None:
    desktop.read(desktop.with_pdf().id)
    shown = desktop.session._reading.page.at()
    shown.put_away()
    assert shown.paper is None
    assert not len(shown.view.parts.view.scroller.column)


def test_the_way_back_to_a_file_that_is_gone_is_a_sentence(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = [paper.id for paper in desktop.papers() if paper.file][:2]
    desktop.read(first)
    desktop.desk.page.open(second)
    monkeypatch.setattr(desktop.rooms.intake, "here", lambda _: None)
    desktop.run("page.back")
    assert "no longer here" in desktop.parts.window.toast.sentence()
    assert desktop.session._reading.page.at().paper == second


def test_the_row_of_the_list_tells_how_far_one_has_read(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.read(paper.id)
    desktop.press("G")
    desktop.wait(lambda: desktop.rooms.library.paper(paper.id).seen == 1.0)
    row = list(desktop.parts.papers.ids()).index(paper.id)
    index = desktop.parts.papers.view.model().index(row, 0)
    desktop.wait(lambda: index.data(Qt.ItemDataRole.ToolTipRole) == "Read to 100 %")
