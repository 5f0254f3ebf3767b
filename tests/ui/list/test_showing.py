from array import array
from collections.abc import Iterable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import Lineup
from paperdesk.ui.list.model import HEADING, PaperModel
from paperdesk.ui.list.showing import Showing, Spot
from paperdesk.ui.list.view import CardView

Shop = Any
HERE = "you came here"
NONE: frozenset[int] = frozenset()


class List:
    """A list on the screen, as somebody at it sees it."""

    def __init__(self, shop: Shop, qtbot: QtBot) -> None:
        self.model = PaperModel(shop.load)
        self.view = CardView(self.model)
        self.showing = Showing(self.view, self.model)
        qtbot.addWidget(self.view)
        self.view.resize(400, 600)
        self.show(range(1, 101))
        with qtbot.waitActive(self.view):
            self.view.show()

    def show(self, papers: Iterable[int], at: Spot | None = None) -> None:
        self.showing.show_ids(array("q", papers), at)

    def renew(self, papers: Iterable[int], since: str = HERE, gone: frozenset[int] = NONE) -> None:
        ids = array("q", papers)
        new = array("q", (paper for paper in ids if paper not in self.papers()))
        self.showing.renew(Lineup(ids, new=new, gone=gone), since)

    def papers(self) -> list[int]:
        return self.model.ids().tolist()

    def headings(self) -> dict[int, str]:
        rows = range(self.model.rowCount())
        said = {row: self.model.index(row, 0).data(HEADING) for row in rows}
        return {row: heading for row, heading in said.items() if heading}


@pytest.fixture
def shown(shop: Shop, qtbot: QtBot) -> List:
    shop.stock(150)
    return List(shop, qtbot)


def test_a_list_opens_on_its_first_row(shown: List) -> None:
    assert shown.view.paper() == 1


def test_a_list_opens_on_the_paper_that_is_asked_for(shown: List) -> None:
    shown.show(range(1, 50), Spot(PaperId(30)))
    assert shown.view.paper() == 30
    shown.show(range(1, 50), Spot(PaperId(77)))
    assert shown.view.paper() == 1


def test_a_list_that_is_gone_back_to_stands_as_it_was_left(shown: List) -> None:
    shown.view.go(40)
    shown.view.verticalScrollBar().setValue(shown.view.verticalScrollBar().value() + 57)
    left = shown.showing.spot()
    assert left is not None
    shown.show(range(50, 60))
    shown.show(range(1, 101), left)
    assert shown.showing.spot() == left


def test_an_empty_list_has_no_paper(shown: List) -> None:
    told: list[int | None] = []
    shown.view.cursor_moved.connect(told.append)
    shown.show([])
    shown.view.step(1)
    shown.view.go(-1)
    assert shown.view.paper() is None
    assert told[-1] is None
    assert shown.showing.spot() is None


def test_what_is_new_stands_last_under_a_heading_and_no_row_moves(shown: List) -> None:
    shown.view.go(20)
    before = [shown.view.rowViewportPosition(row) for row in range(100)]
    shown.renew([*range(101, 104), *range(1, 101)])
    assert shown.papers() == [*range(1, 101), 101, 102, 103]
    assert [shown.view.rowViewportPosition(row) for row in range(100)] == before
    assert shown.view.paper() == 21
    assert shown.headings() == {100: f"3 added since {HERE}"}


def test_the_row_under_a_heading_has_room_for_it(shown: List) -> None:
    shown.renew(range(1, 103))
    faces = shown.view.itemDelegate().cards.faces  # type: ignore[attr-defined]
    heights = [shown.view.rowHeight(row) for row in (99, 100, 101)]
    assert heights == [faces.height, faces.height + faces.heading, faces.height]


def test_who_comes_later_still_joins_the_others(shown: List) -> None:
    shown.renew(range(1, 102))
    shown.renew(range(1, 103))
    assert shown.headings() == {100: f"2 added since {HERE}"}


def test_who_comes_after_one_has_finished_begins_another_group(shown: List) -> None:
    shown.renew(range(1, 103))
    shown.renew(range(1, 104), "you finished")
    assert shown.headings() == {100: f"2 added since {HERE}", 102: "1 added since you finished"}


def test_latecomers_of_old_have_their_heading_from_the_start(shown: List) -> None:
    shown.show(range(1, 11))
    shown.showing.part(7, "you finished")
    assert shown.headings() == {7: "3 added since you finished"}
    shown.show(range(1, 11))
    assert shown.headings() == {}


def test_one_goes_to_the_first_unread_of_those_who_came_late(shown: List, shop: Shop) -> None:
    assert not shown.showing.to_late()
    shop.change(101, unread=False)
    shown.renew(range(1, 104))
    assert shown.showing.to_late()
    assert shown.view.paper() == 102


def test_rows_that_left_the_shelf_stay_where_they_are(shown: List) -> None:
    shown.view.go(4)
    shown.renew(number for number in range(1, 101) if number not in (3, 5))
    assert shown.papers() == list(range(1, 101))
    assert shown.view.paper() == 5


def test_rows_that_were_deleted_go(shown: List) -> None:
    shown.view.go(40)
    before = shown.showing.spot()
    kept = [number for number in range(1, 101) if number != 9]
    shown.renew(kept, gone=frozenset({9}))
    assert shown.papers() == kept
    assert shown.showing.spot() == before


def test_renewing_an_unchanged_list_reads_again_what_is_shown(shown: List, shop: Shop) -> None:
    shown.view.grab()
    shop.asked.clear()
    shown.renew(range(1, 101))
    assert shop.asked != []
    assert shown.view.row() == 0


def test_a_list_that_fills_takes_its_order_until_somebody_moves_in_it(shown: List) -> None:
    shown.show([])
    shown.renew([3, 4])
    shown.renew([1, 2, 3, 4])
    assert (shown.papers(), shown.headings()) == ([1, 2, 3, 4], {})
    shown.view.go(1)
    shown.renew([9, 1, 2, 3, 4])
    assert shown.papers() == [1, 2, 3, 4, 9]


def test_first_rows_stay_where_they_are_when_all_are_known(shown: List) -> None:
    shown.show(range(1, 11))
    shown.view.go(4)
    shown.showing.complete(array("q", [40, 1, 2, 4, 5, 6, 7, 8, 9, 10, 50]))
    assert shown.papers() == [*range(1, 11), 40, 50]
    assert shown.view.paper() == 5
