"""Verbs of papers that belong together: say so, say how, take it back, go there."""

from __future__ import annotations

from collections.abc import Callable

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.paper import PaperId
from paperdesk.domain.relation import KINDS, Relation
from paperdesk.domain.shelf import ALL
from paperdesk.infra.latex import plain
from paperdesk.library import SO_ALREADY


def relate(desk: Desk) -> None:
    """Relate the selected papers to each other, or the one to another that is sought."""
    chosen = desk.chosen()
    if len(chosen) > 1:
        _say_how(desk, chosen)
    else:
        desk.chooser.find_paper("Related to which paper?", lambda other: _join(desk, chosen, other))


def unrelate(desk: Desk) -> None:
    """Choose a related paper that is to be related no more."""
    paper = desk.chosen()[0]

    def part(other: PaperId) -> None:
        _write(desk, lambda: desk.relations.part(paper, other))

    _offer(desk, "No longer related to…", part)


def go(desk: Desk) -> None:
    """Go to a paper that is related to this one."""
    _offer(desk, "Related papers", lambda other: desk.rows.show(ALL, other))


def _join(desk: Desk, chosen: tuple[PaperId, ...], other: PaperId) -> None:
    if other in chosen:
        raise WrongUsage("That is this paper itself: choose another one.")
    _say_how(desk, (*chosen, other))


def _say_how(desk: Desk, papers: tuple[PaperId, ...]) -> None:
    """Ask how papers belong together; what is typed is as good as what is offered."""
    known = {kind.casefold() for kind in KINDS}

    def new(typed: str) -> str:
        return f"“{typed}”" if typed and typed.casefold() not in known else ""

    desk.chooser.choose_or_make(
        "How do they belong together? (or type it)",
        KINDS,
        new,
        lambda kind: _write(desk, lambda: desk.relations.relate(papers, kind)),
    )


def _offer(desk: Desk, title: str, taken: Callable[[PaperId], None]) -> None:
    found = desk.relations.of(desk.chosen()[0])
    if not found:
        raise NotFound("No paper is related to this one: “Relate to…” says that one is.")
    options = [Option(str(one.paper), plain(one.title), _remark(one)) for one in found]
    desk.chooser.offer(title, options, lambda word: taken(PaperId(int(word))))


def _remark(one: Relation) -> str:
    return f"{one.kind} · {one.citekey}"


def _write(desk: Desk, work: Callable[[], str]) -> None:
    desk.write(work, lambda done: desk.view.say(done, undo=done != SO_ALREADY))
