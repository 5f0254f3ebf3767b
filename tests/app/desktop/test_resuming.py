"""What lay in the reader when the last session ended."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paperdesk.app.desktop import resuming
from paperdesk.domain.paper import PaperId
from paperdesk.infra import memory
from tests.app.conftest import Desktop

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def alone(desktop: Desktop) -> Iterator[Desktop]:
    """A window whose reader is one view with nothing beside the pages, before and after."""
    yield desktop
    desktop.session._reading.resuming._waits = None
    for view in desktop.parts.spread.views():
        view.side.put_away()
    desktop.run("split.close")


def two(desktop: Desktop) -> tuple[PaperId, PaperId]:
    """Two papers in two views, marks beside the first, the keys in the second on page 2."""
    one, other = [paper.id for paper in desktop.papers() if paper.file][:2]
    desktop.read(one)
    desktop.run("split.below")
    desktop.desk.page.open(other)
    first, second = desktop.parts.spread.views()
    desktop.wait(lambda: len(second.parts.view.scroller.column))
    first.side.show_panel("marks", keys=False)
    first.beside.widen(300)
    desktop.press("2Gjj")
    desktop.parts.spread.divide(300)
    return one, other


def restart(desktop: Desktop, kept: dict[str, Any]) -> None:
    """End everything that is open, and begin with what was kept."""
    for view in desktop.parts.spread.views():
        view.side.put_away()
    desktop.run("split.close")
    while desktop.desk.page.paper() is not None:
        desktop.run("tab.close")
    QTest.qWait(50)
    resuming.keep(desktop.rooms.changes, kept)
    desktop.session._reading.resuming.recall()


def test_both_papers_come_back_where_they_were(alone: Desktop) -> None:
    one, other = two(alone)
    kept = alone.session._reading.resuming.kept()
    place = alone.parts.spread.here().place()
    restart(alone, kept)
    alone.desk.page.open(other)
    first, second = alone.parts.spread.views()
    assert alone.session._reading.page.shown() == {first: one, second: other}
    assert alone.parts.spread.here() is second
    assert alone.parts.spread.stacked()
    alone.wait(lambda: len(second.parts.view.scroller.column))
    assert second.place() == place
    QTest.qWait(20)
    assert abs(alone.parts.spread.share() - kept["share"]) < 5
    assert (first.side.panel(), second.side.panel()) == ("marks", "")
    assert abs(first.side.width() - 300) < 3
    assert not first.side.has_keys()


def test_nothing_is_loaded_before_a_paper_is_opened(alone: Desktop) -> None:
    two(alone)
    kept = alone.session._reading.resuming.kept()
    restart(alone, kept)
    assert alone.parts.spread.other() is None
    assert alone.parts.reader.parts.opening.document is None
    assert alone.session._reading.resuming.kept() == kept


def test_another_paper_opens_in_the_view_that_had_the_keys(alone: Desktop) -> None:
    one, _other = two(alone)
    kept = alone.session._reading.resuming.kept()
    third = [paper.id for paper in alone.papers() if paper.file][2]
    restart(alone, kept)
    alone.desk.page.open(third)
    first, second = alone.parts.spread.views()
    assert alone.session._reading.page.shown() == {first: one, second: third}


def test_a_paper_that_is_gone_leaves_one_view(alone: Desktop) -> None:
    _one, other = two(alone)
    kept = alone.session._reading.resuming.kept()
    kept["lays"][0]["paper"] = 999_999
    restart(alone, kept)
    alone.desk.page.open(other)
    assert alone.parts.spread.other() is None
    assert alone.desk.page.paper() == other


@pytest.mark.parametrize("kept", [None, {}, {"lays": [{}], "here": 0}, {"lays": [], "here": 3}, 7])
def test_what_cannot_be_read_begins_anew(alone: Desktop, kept: Any) -> None:
    memory.keep(alone.rooms.changes, "reader", kept)
    alone.session._reading.resuming.recall()
    alone.read(alone.with_pdf().id)
    assert alone.parts.spread.other() is None


def test_what_changes_is_kept_at_once(alone: Desktop) -> None:
    """The program may be ended without a word."""
    alone.read(alone.with_pdf().id)
    alone.run("page.contents")

    def panel() -> str:
        return str(memory.recall(alone.rooms.database, "reader")["lays"][0]["panel"])

    alone.wait(lambda: panel() == "contents")
