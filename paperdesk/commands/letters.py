"""Verbs of the marks under letters: set one, go to one."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.commands.reading import open_at
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.paper import PaperId
from paperdesk.domain.waymark import Letter

BEFORE = "'"
"""What, typed for a letter, means the place before the last jump."""

Choices = tuple[tuple[str, str], ...]
"""Strokes, each with what it stands for."""


def put(desk: Desk) -> None:
    """Remember this place under a letter; a capital is found from every paper."""
    name = desk.view.ask_text("Mark this place with which letter? A capital is library-wide.")
    if name:
        put_as(desk, name)


def put_as(desk: Desk, name: str) -> None:
    """Remember this place under the letter that was typed."""
    if len(name) != 1 or not name.isalnum():
        desk.view.say("A mark is named by one letter or digit; a capital is library-wide.")
        return
    paper, place = desk.page.paper(), desk.spots.here()
    if paper is None or place is None:
        raise NothingSelected("Open a paper first: Enter opens the one under the cursor.")
    letter = Letter(name, paper, place.page, place.top)
    desk.write(
        lambda: desk.letters.put(letter),
        lambda _: desk.view.say(f"Mark {name} is on page {place.page + 1}", undo=True),
    )


def visit(desk: Desk) -> None:
    """Go to the place under a letter; a second ' goes to where the last jump began."""
    name = desk.view.ask_text("Go to the mark with which letter?")
    if name:
        visit_at(desk, name)


def visit_at(desk: Desk, name: str) -> None:
    """Go to the place under the letter that was typed."""
    if name == BEFORE:
        desk.spots.swap()
        return
    letter = desk.letters.find(desk.page.paper() or PaperId(0), name)
    desk.library.paper(letter.paper)
    if desk.intake.here(letter.paper) is None:
        open_at(desk, letter.paper, letter.page)
    else:
        desk.spots.visit(letter.paper, letter.page, letter.top)


def known(desk: Desk) -> Choices:
    """The letters that are set, with their places."""
    paper = desk.page.paper()
    letters = desk.letters.all(paper or PaperId(0))
    titles = {one.id: one.title for one in desk.library.papers([it.paper for it in letters])}
    return tuple(
        (letter.name, _where(letter, "" if letter.paper == paper else titles[letter.paper]))
        for letter in letters
        if letter.paper in titles
    )


def reachable(desk: Desk) -> Choices:
    """Where the letters lead, and back."""
    return (*known(desk), (BEFORE, "before the last jump"))


def _where(letter: Letter, title: str) -> str:
    page = f"page {letter.page + 1}"
    return f"{title[:40]}, {page}" if title else page
