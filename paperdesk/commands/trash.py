"""Verbs of the trash: what lies in it and for how long, back to its place, gone for good."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.paper import PaperId
from paperdesk.domain.trash import DAY, Contents, Thrown, left
from paperdesk.infra.jobs import Job, Lane
from paperdesk.infra.latex import plain

_EMPTYING = "Emptying the trash"
_LONGEST = 120
_OLDER = "older"

PAGE = 1_000
"""Things that are listed at once; those before them, when they are asked for."""


def show(desk: Desk) -> None:
    """Show all that was thrown away, notes and marks too; Enter puts one thing back."""
    _page(desk, 0)


def _page(desk: Desk, beyond: int) -> None:
    """Show what lies in the trash, beyond so many things that came later; a page at a time."""

    def offer(found: dict[str, tuple[Thrown, Option]]) -> None:
        options = [option for _, option in found.values()] or [Option("", "The trash is empty.")]
        title = "Trash: choose what to put back to its place"
        if beyond or len(found) > PAGE:
            title = f"Trash, things {beyond + 1:,} to {beyond + min(len(found), PAGE):,}: choose…"
        if len(found) > PAGE:
            options[PAGE:] = [Option(_OLDER, "Older ones…", f"beyond these {PAGE:,}")]

        def taken(chosen: str) -> None:
            if chosen == _OLDER:
                _page(desk, beyond + PAGE)
            else:
                _restore(desk, [found[chosen][0]])

        desk.chooser.offer(title, options, taken)

    desk.read(lambda: _offers(desk, beyond), offer)


def restore(desk: Desk) -> None:
    """Put papers back from the trash to where they were."""
    chosen = set(desk.chosen())

    def find() -> list[Thrown]:
        thrown = desk.trash.listed(most=-1)
        found = [one for one in thrown if one.kind == "paper" and one.paper in chosen]
        if not found:
            raise NotFound("No chosen paper is in the trash.")
        return found

    desk.read(find, lambda found: _restore(desk, found))


def empty(desk: Desk) -> None:
    """Delete for good all that lies in the trash, its PDFs too; asks first."""
    _refuse_twice(desk)

    def ask(contents: Contents) -> None:
        if not contents:
            desk.view.say("The trash is empty.")
        elif desk.view.confirm(f"Delete for good: {contents}? Nothing brings that back.", "Delete"):
            _purge(desk, math.inf, quiet=False)

    desk.read(desk.trash.contents, ask)


def throw_note(desk: Desk) -> None:
    """Throw the note of a paper into the trash."""
    paper = desk.page.paper() or desk.chosen()[0]
    desk.write(
        lambda: desk.trash.throw_note(PaperId(paper), time.time()),
        lambda said: desk.view.say(said, undo=said.startswith("Note")),
    )


def set_days(desk: Desk) -> None:
    """Say after how many days things are deleted from the trash."""
    said = desk.view.ask_text("Days that things stay in the trash (0: for ever)", str(_days(desk)))
    if said is None:
        return
    if not said.strip().isdecimal() or len(said.strip()) > 5:
        raise WrongUsage(f"“{said.strip()}” is no number of days.")
    days = int(said)
    what = f"Things stay in the trash for {days:,} days" if days else "Things stay in the trash"
    desk.write(lambda: desk.settings.set("trash-days", days), lambda _: desk.view.say(what))


def purge_in_background(desk: Desk) -> None:
    """Delete what has been in the trash for longer than is wished."""
    days, now = _days(desk), time.time()
    if days > 0 and not desk.under_way(_EMPTYING):
        desk.write(
            lambda: desk.trash.believes(now),
            lambda yes: _purge(desk, now - days * DAY, quiet=True) if yes else None,
        )


def _purge(desk: Desk, before: float, *, quiet: bool, gone: int = 0) -> None:
    """Delete a few things at a time: others write in between."""
    job = desk.jobs.new(_EMPTYING, quiet=quiet)

    def work(_: Job) -> int:
        return desk.trash.purge_some(before)

    def done(number: int) -> None:
        if number and not job.stop.is_set():
            _purge(desk, before, quiet=quiet, gone=gone + number)
        elif not quiet:
            things = "1 thing" if gone == 1 else f"{gone:,} things"
            desk.view.say(f"Deleted for good: {things}")

    desk.jobs.start(job, Lane.WRITE, work, done, desk.view.complain)


def _offers(desk: Desk, beyond: int) -> dict[str, tuple[Thrown, Option]]:
    """A page of what lies in the trash, and one thing more if there is any."""
    things, days, now = desk.trash.listed(PAGE + 1, beyond), _days(desk), time.time()
    papers = desk.library.papers(sorted({one.paper for one in things}))
    titles = {paper.id: plain(paper.title) for paper in papers}
    found = {}
    for one in things:
        own = one.kind == "paper"
        words = " ".join(plain(one.text).split())[:_LONGEST] or "(without words)"
        of = "" if own else f" · {titles.get(one.paper, '')}"
        title = f"{one.kind.capitalize()}: {words}{of}"
        number = f"{one.kind} {one.id}"
        found[number] = (one, Option(number, title, left(one.at, days, now)))
    return found


def _restore(desk: Desk, things: Sequence[Thrown]) -> None:
    desk.write(
        lambda: desk.trash.restore(things, time.time()),
        lambda said: desk.view.say(said, undo=True),
    )


def _refuse_twice(desk: Desk) -> None:
    if desk.under_way(_EMPTYING):
        raise WrongUsage("The trash is being emptied already.")


def _days(desk: Desk) -> int:
    return int(desk.settings.get("trash-days"))
