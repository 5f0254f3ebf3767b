"""Verbs of duplicates: look for papers that are one, merge them, or say that they are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.twins import Judging
from paperdesk.domain.duplicates import Twins
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.merger import Portrait, picks, survivor
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Job, Lane

_LOOKING = "Looking for duplicates"


def look(desk: Desk) -> None:
    """Look through the library for papers that are there twice, to merge them one by one."""
    if desk.under_way(_LOOKING):
        desk.view.say(f"{_LOOKING} already.")
        return

    def work(job: Job) -> list[Twins]:
        return desk.duplicates.find(job.advance)

    def show(groups: list[Twins]) -> None:
        if groups:
            desk.duplicate_faces.show(groups, judging(desk))
        else:
            desk.view.say("No paper is here twice.")

    desk.jobs.start(desk.jobs.new(_LOOKING), Lane.READ, work, show, desk.view.complain)


def merge(desk: Desk) -> None:
    """Make one paper of the selected ones: choose what is to stay of each."""
    chosen = _several(desk)
    desk.duplicate_faces.show([Twins(chosen, "chosen by you")], judging(desk))


def merge_at_once(desk: Desk) -> None:
    """Merge the selected papers into the one that has most on it, without asking."""
    chosen = _several(desk)

    def work() -> str:
        portraits = desk.duplicates.portraits(chosen)
        keep = survivor(portraits)
        return desk.duplicates.merge(keep, chosen, picks(portraits, keep))

    desk.write(work, lambda said: desk.view.say(said, undo=True))


def tell_apart(desk: Desk) -> None:
    """Say that the selected papers are not the same, however alike they look."""
    chosen = _several(desk)
    desk.write(
        lambda: desk.duplicates.tell_apart(chosen), lambda said: desk.view.say(said, undo=True)
    )


def judging(desk: Desk) -> Judging:
    """What can be done with a group, each off the window's thread."""

    def look_at(papers: Sequence[int], done: Callable[[tuple[Portrait, ...]], None]) -> None:
        numbers = [PaperId(paper) for paper in papers]
        desk.read(lambda: desk.duplicates.portraits(numbers), done)

    def unite(
        keep: PaperId,
        papers: Sequence[PaperId],
        chosen: Mapping[str, PaperId],
        done: Callable[[], None],
    ) -> None:
        _write(desk, lambda: desk.duplicates.merge(keep, papers, chosen), done)

    def part(papers: Sequence[PaperId], done: Callable[[], None]) -> None:
        _write(desk, lambda: desk.duplicates.tell_apart(papers), done)

    def undo(done: Callable[[], None]) -> None:
        def undone(title: str | None) -> None:
            desk.view.say(f"Undone: {title}" if title else "Nothing to undo.")
            done()

        desk.write(desk.journal.undo, undone)

    return Judging(look_at, unite, part, undo)


def _write(desk: Desk, work: Callable[[], str], done: Callable[[], None]) -> None:
    def written(said: str) -> None:
        desk.view.say(said, undo=True)
        done()

    desk.write(work, written)


def _several(desk: Desk) -> tuple[PaperId, ...]:
    chosen = desk.chosen()
    if len(chosen) < 2:
        raise WrongUsage("Select the papers that are one first: x adds a paper to the selection.")
    return chosen
