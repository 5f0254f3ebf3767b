"""Verbs of the reader."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from paperdesk.commands import downloads, reading
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import Unreachable
from paperdesk.domain.note import Anchor
from paperdesk.domain.paper import Found, Paper, PaperId
from paperdesk.infra.jobs import AtOnce, Job, Lane
from paperdesk.intake import LookedUp
from tests.commands.conftest import Screen, with_rooms

PASSAGE = Anchor(0, ((1.0, 2.0, 3.0, 4.0),), "a passage")
Papers = tuple[PaperId, ...]


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        (reading.down, ("lines", 3)),
        (reading.up, ("lines", -3)),
        (reading.screen_down, ("scroll_screens", 1)),
        (reading.screen_up, ("scroll_screens", -1)),
        (reading.half_down, ("scroll_screens", 0.5)),
        (reading.half_up, ("scroll_screens", -0.5)),
        (reading.next_page, ("turn", 1)),
        (reading.previous_page, ("turn", -1)),
        (reading.first_page, ("go", 0)),
        (reading.last_page, ("go", -1)),
        (reading.larger, ("zoom", 1)),
        (reading.smaller, ("zoom", -1)),
        (reading.actual_size, ("zoom", 0)),
        (reading.find, ("open_find",)),
        (reading.next_match, ("find_next", 1)),
        (reading.previous_match, ("find_next", -1)),
        (reading.back, ("back", 1)),
        (reading.forward, ("back", -1)),
    ],
)
def test_a_motion_is_the_pages(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], told: tuple[object, ...]
) -> None:
    verb(desk)
    assert screen.told == [told]


def test_with_the_ruler_on_lines_are_gone_to_one_by_one(desk: Desk, screen: Screen) -> None:
    screen.ruling = True
    reading.down(desk)
    reading.up(desk)
    assert screen.told == [("move_line", 1), ("move_line", -1)]


class Shelf:
    """An intake that has some PDFs and can get or look up others."""

    def __init__(self, *, here: bool = False, candidates: tuple[Found, ...] = ()) -> None:
        self._here = here
        self._candidates = candidates
        self.downloaded: list[PaperId] = []
        self.awaited: list[bool] = []
        self.settled: list[Found] = []

    def here(self, paper: PaperId) -> Path | None:
        return Path("here.pdf") if self._here or paper in self.downloaded else None

    def download(self, paper: Paper, _job: Job, *, awaited: bool = False) -> Path:
        self.downloaded.append(paper.id)
        self.awaited.append(awaited)
        return Path(f"{paper.id}.pdf")

    def look_up(self, _title: str, _job: Job) -> LookedUp:
        sure = self._candidates[0] if len(self._candidates) == 1 else None
        return LookedUp(sure, self._candidates)

    def settle(self, paper: Paper, found: Found) -> PaperId:
        self.settled.append(found)
        self.downloaded.append(paper.id)
        return paper.id


def test_a_paper_that_is_here_is_opened_at_once_and_read(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[1:]
    reading.open_paper(with_rooms(desk, intake=Shelf(here=True)))
    assert screen.told == [("open", papers[1], None, ())]
    assert desk.library.paper(papers[1]).unread is False


def test_a_paper_that_is_not_here_is_downloaded_first(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[:1]
    reading.open_paper(with_rooms(desk, intake=Shelf()))
    assert [told[0] for told in screen.told] == ["wait_for", "open"]


def test_what_fails_is_said_where_the_paper_is(desk: Desk, screen: Screen, papers: Papers) -> None:
    shelf = Shelf()
    shelf.download = refuse  # type: ignore[assignment,method-assign]
    screen.chosen = papers[:1]
    reading.open_paper(with_rooms(desk, intake=shelf))
    assert [told[0] for told in screen.told] == ["wait_for", "fail"]


def refuse(_paper: Paper, _job: Job, **_how: bool) -> Path:
    raise Unreachable("No answer from there.")


def test_the_page_that_was_asked_for_is_opened_once_it_is_here(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    reading.open_at(with_rooms(desk, intake=Shelf()), papers[1], 3, ["deep"])
    assert screen.told[-1] == ("open", papers[1], 3, ["deep"])


def test_who_has_gone_on_is_told_that_the_pdf_is_here(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen, screen.awaited = (papers[1],), False
    reading.open_paper(with_rooms(desk, intake=Shelf()))
    assert [told[0] for told in screen.told] == ["wait_for"]
    assert screen.said == ["Here now: Deep Residual Learning"]
    assert desk.library.paper(papers[1]).unread


def test_a_title_that_one_source_knows_is_looked_up_and_opened(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    shelf = Shelf(candidates=(Found("A Title Alone", arxiv="2401.00001"),))
    screen.chosen = papers[2:]
    reading.open_paper(with_rooms(desk, intake=shelf))
    assert [found.arxiv for found in shelf.settled] == ["2401.00001"]
    assert screen.told[-1][0] == "open"


def test_where_the_title_does_not_decide_the_user_does(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    shelf = Shelf(
        candidates=(Found("A Title", arxiv="2401.00001"), Found("Title Alone", arxiv="2401.00002"))
    )
    screen.chosen, screen.answer = papers[2:], "Title Alone (2401.00002)"
    reading.open_paper(with_rooms(desk, intake=shelf))
    assert screen.asked == ["Which of these is it?"]
    assert [found.arxiv for found in shelf.settled] == ["2401.00002"]


def test_a_title_that_nobody_knows_is_said(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.chosen = papers[2:]
    reading.open_paper(with_rooms(desk, intake=Shelf()))
    assert [told[0] for told in screen.told] == ["wait_for", "fail"]
    assert screen.asked == []


def test_what_is_to_be_opened_does_not_wait_behind_what_is_only_to_be_had(
    desk: Desk, screen: Screen, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    lanes: list[Lane] = []
    at_once = AtOnce.start

    def start(jobs: AtOnce, job: Job, lane: Lane, *rest: Any) -> Job:
        lanes.append(lane)
        return at_once(jobs, job, lane, *rest)

    monkeypatch.setattr(AtOnce, "start", start)
    shelf = Shelf()
    screen.chosen = papers[:1]
    downloads.begin(with_rooms(desk, intake=shelf))
    screen.chosen = papers[1:2]
    reading.open_paper(with_rooms(desk, intake=shelf))
    assert [lane for lane in lanes if lane is not Lane.WRITE] == [Lane.FETCH, Lane.AWAITED]
    assert shelf.awaited == [False, True]


def test_a_paper_on_its_way_is_waited_for_and_not_asked_for_again(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    on_its_way = Job(1, "Opening Deep Residual Learning")
    busy = SimpleNamespace(running=lambda: (on_its_way,))
    screen.chosen = papers[1:2]
    shelf = Shelf()
    desk = with_rooms(desk, intake=shelf, jobs=busy)
    reading.open_paper(desk)
    assert screen.told == [("wait_for", papers[1], on_its_way)]
    assert shelf.downloaded == []


def test_a_paper_whose_download_is_being_stopped_is_asked_for_anew(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    stopped = Job(1, "Opening Deep Residual Learning")
    stopped.cancel()
    jobs = AtOnce()
    jobs.running = lambda: (stopped,)  # type: ignore[method-assign]
    screen.chosen = papers[1:2]
    reading.open_paper(with_rooms(desk, intake=Shelf(), jobs=jobs))
    assert [told[0] for told in screen.told] == ["wait_for", "open"]


def test_selected_text_is_copied(desk: Desk, screen: Screen) -> None:
    reading.copy_text(desk)
    assert screen.said == ["Select text first: with the mouse, or with v."]
    screen.passage = PASSAGE
    reading.copy_text(desk)
    assert screen.clipboard == "a passage"


def test_the_next_paper_is_opened_in_passing_and_the_one_asked_for_is_not(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    near = with_rooms(desk, rows=SimpleNamespace(step_from=lambda _, __: papers[1]), intake=Shelf())
    reading.next_paper(near)
    assert screen.passed == papers[1]
    reading.open_at(near, papers[1])
    assert screen.passed is None
