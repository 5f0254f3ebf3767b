"""Verbs about papers: states, tags, trash, undo."""

from __future__ import annotations

from paperdesk.commands import keeping
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.identifier import arxiv_id
from paperdesk.domain.paper import Paper, PaperId, State
from paperdesk.domain.tags import asked
from paperdesk.library import TAGGED_SO

_LEAVING = (State.LATER, State.TRASH)
"""Who puts a paper there while reading it is done with it, and goes on."""

MANY = 50
"""A verb about more papers than this asks once."""


def archive(desk: Desk) -> None:
    """Archive papers that were kept, dismiss those that only came by."""
    chosen = desk.chosen()
    passing = len(desk.library.came_by(chosen))
    verb = (
        "Archive" if not passing else "Dismiss" if passing == len(chosen) else "Archive or dismiss"
    )
    if sure(desk, len(chosen), verb):
        _go_on(desk, chosen, leaving=True)
        desk.write(
            lambda: desk.library.put_away(chosen), lambda done: desk.view.say(done, undo=True)
        )


def later(desk: Desk) -> None:
    """Put papers off to read later."""
    _move(desk, desk.chosen(), State.LATER)


def shortlist(desk: Desk) -> None:
    """Shortlist papers: these are to be read first."""
    _move(desk, desk.chosen(), State.SHORTLIST)


def inbox(desk: Desk) -> None:
    """Keep papers in the inbox."""
    _move(desk, desk.chosen(), State.INBOX)


def trash(desk: Desk) -> None:
    """Move papers to the trash; their notes and highlights stay with them."""
    _move(desk, desk.chosen(), State.TRASH)


def toggle_unread(desk: Desk) -> None:
    """Mark papers as unread, or as read if they all are unread."""
    chosen = desk.chosen()
    unread = desk.library.any_read(chosen)
    if not sure(desk, len(chosen), "Mark unread" if unread else "Mark read"):
        return
    desk.write(
        lambda: desk.library.set_unread(chosen, unread=unread),
        lambda done: desk.view.say(done, undo=True),
    )


def tags(desk: Desk) -> None:
    """Put tags on papers: names as they are, with a minus in front to take one off."""
    chosen = desk.chosen()
    borne = ", ".join(desk.library.paper(chosen[0]).tags) if len(chosen) == 1 else ""
    now = f" (now: {borne or 'none'})" if len(chosen) == 1 else ""
    question = f"Tags, separated by commas{now}; -name takes one off"
    answer = desk.view.ask_text(question, choices=tuple(desk.library.tag_counts()))
    add, remove = asked(answer)
    if not (add or remove) or not sure(desk, len(chosen), "Tag"):
        return
    desk.write(
        lambda: desk.library.tag(chosen, add=add, remove=remove),
        lambda done: desk.view.say(done, undo=done != TAGGED_SO),
    )


def add_named(desk: Desk, answer: str) -> None:
    """Look up a paper by what names it, and keep it."""
    named = arxiv_id(answer)
    title = f"Looking up {named or answer.strip()}"
    desk.fetch(
        title,
        lambda job: desk.intake.identify(answer, job),
        lambda found: desk.write(
            lambda: desk.library.keep(found), lambda taken: _added(desk, taken.paper)
        ),
    )


def web_page(desk: Desk) -> None:
    """Open the paper's page in the web browser."""
    paper = desk.current()
    if paper.url is None and paper.arxiv is None:
        desk.view.say("No web page is known for this paper.")
        return
    desk.view.browse(paper.url or f"https://arxiv.org/abs/{paper.arxiv}")


def discussion(desk: Desk) -> None:
    """Open the page on which people talk about the paper, in the web browser."""
    page = desk.current().card.discussion
    if not page:
        desk.view.say("Nobody lists a discussion of this paper.")
        return
    desk.view.browse(page)


def undo(desk: Desk) -> None:
    """Take back the last action, also one from before a restart."""
    desk.write(
        lambda: _turned(desk, desk.journal.undo(), "Nothing to undo."),
        lambda title: desk.view.say(f"Undone: {title}"),
    )


def redo(desk: Desk) -> None:
    """Do again what was undone last."""
    desk.write(
        lambda: _turned(desk, desk.journal.redo(), "Nothing to redo."),
        lambda title: desk.view.say(f"Done again: {title}"),
    )


def sure(desk: Desk, papers: int, verb: str) -> bool:
    """Whether so many papers are meant; of a few nobody is asked."""
    return papers <= MANY or desk.view.confirm(f"{verb}: {papers:,} papers at once?", verb)


def _turned(desk: Desk, title: str | None, otherwise: str) -> str:
    """The step that was undone or redone; what was deleted for good stays so."""
    step = _there(title, otherwise)
    desk.trash.forget_purged()
    return step


def _there(title: str | None, otherwise: str) -> str:
    if title is None:
        raise NotFound(otherwise)
    return title


def _move(desk: Desk, chosen: tuple[PaperId, ...], state: State) -> None:
    """Put papers into a state and go on to the next row."""
    verb = "Move to trash" if state is State.TRASH else state.value.capitalize()
    if not sure(desk, len(chosen), verb):
        return
    _go_on(desk, chosen, leaving=state in _LEAVING)

    def move() -> tuple[str, tuple[Paper, ...]]:
        new = keeping.newly_kept(desk, chosen, state)
        return desk.library.set_state(chosen, state), new

    def moved(done: tuple[str, tuple[Paper, ...]]) -> None:
        desk.view.say(done[0], undo=True)
        keeping.follow(desk, done[1], state)

    desk.write(move, moved)


def _go_on(desk: Desk, chosen: tuple[PaperId, ...], *, leaving: bool) -> None:
    """Go on to the next row, and close the reader if its paper is left."""
    reading = desk.page.paper() in chosen
    if leaving or not reading:
        desk.rows.advance(chosen)
    if leaving and reading:
        desk.page.close()


def _added(desk: Desk, paper: PaperId) -> None:
    desk.view.say(f"Added to the inbox: {desk.library.paper(paper).title}", undo=True)
