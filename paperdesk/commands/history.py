"""Verbs of the history: look through what was done, and put back any of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import LIBRARY, Paper, PaperId, State
from paperdesk.domain.shelf import ALL, Shelf, day_shelf, state_shelf
from paperdesk.infra.journal import Step
from paperdesk.infra.latex import plain

MOST = 1_000
"""Papers of a step that are offered one by one."""

TITLE = "History: what to look at or put back"
OF_STEP = "Of this step: what to put back, or where to go"

Offers = dict[str, Callable[[], None]]


def show(desk: Desk) -> None:
    """Look through what was done, and put back any step, or what it did to one paper."""
    desk.read_offers(TITLE, lambda: _steps(desk), lambda steps: _offer_steps(desk, steps))


def _steps(desk: Desk) -> dict[str, Step]:
    """The steps, each by a line that says when, what, and with which papers."""
    steps = desk.history.steps()
    if not steps:
        raise NotFound("Nothing was done yet that could be put back.")
    firsts = desk.library.papers([step.papers[0] for step in steps if step.papers])
    titles = {paper.id: plain(paper.title) for paper in firsts}
    return {_line(step, titles): step for step in steps}


def _offer_steps(desk: Desk, offers: dict[str, Step]) -> None:
    desk.chooser.choose(
        TITLE,
        tuple(offers),
        lambda line: desk.read_offers(
            OF_STEP,
            lambda: desk.library.papers(offers[line].papers[:MOST]),
            lambda papers: _offer_papers(desk, offers[line], papers),
        ),
    )


def _offer_papers(desk: Desk, step: Step, papers: tuple[Paper, ...]) -> None:
    offers = _offers(desk, step, papers)
    desk.chooser.choose(OF_STEP, tuple(offers), lambda line: offers[line]())


def _offers(desk: Desk, step: Step, papers: tuple[Paper, ...]) -> Offers:
    """Put all of it back, or one paper of several; go to a paper."""
    offers: Offers = {f"Put back: {step.title}": lambda: _restore(desk, step, None)}
    for paper in papers if len(papers) > 1 else ():
        offers[f"Put back only: {plain(paper.title)}"] = _Restore(desk, step, paper)
    for paper in papers:
        offers[f"Go to: {plain(paper.title)} ({paper.state.value})"] = _GoTo(desk, paper)
    return offers


class _Restore:
    """Puts one paper back."""

    def __init__(self, desk: Desk, step: Step, paper: Paper) -> None:
        self._desk = desk
        self._step = step
        self._paper = paper

    def __call__(self) -> None:
        _restore(self._desk, self._step, self._paper)


class _GoTo:
    """Shows a paper in the list where it stands."""

    def __init__(self, desk: Desk, paper: Paper) -> None:
        self._desk = desk
        self._paper = paper

    def __call__(self) -> None:
        self._desk.rows.show(home_of(self._paper), self._paper.id)


def home_of(paper: Paper) -> Shelf:
    """The view in which a paper stands: its state's, else that of its newest day."""
    if paper.state in LIBRARY or paper.state is State.TRASH:
        return state_shelf(paper.state)
    return day_shelf(max(paper.days)) if paper.days else ALL


def _restore(desk: Desk, step: Step, paper: Paper | None) -> None:
    about = None if paper is None else paper.id
    desk.write(
        lambda: desk.history.restore(step.id, about),
        lambda done: desk.view.say(done, undo=True),
    )


def _line(step: Step, titles: Mapping[PaperId, str]) -> str:
    at = datetime.fromtimestamp(step.at).astimezone()
    undone = " (undone)" if step.undone else ""
    first = titles.get(step.papers[0], "") if step.papers else ""
    others = f" and {len(step.papers) - 1:,} more" if first and len(step.papers) > 1 else ""
    about = f" · {first}{others}" if first else ""
    return f"{at:%a} {at.day} {at:%b %H:%M:%S}  {step.title}{undone}{about}"
