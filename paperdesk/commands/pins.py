"""Verbs of the pinned tags: nine digits that each put one on."""

from __future__ import annotations

from collections.abc import Callable

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.commands.papers import sure
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Colour
from paperdesk.library import DIGITS


def _nth(digit: int) -> Callable[[Desk], None]:
    def toggle(desk: Desk) -> None:
        desk.pins.at(digit)
        chosen = desk.chosen()
        if sure(desk, len(chosen), "Tag"):
            desk.write(
                lambda: desk.pins.toggle(chosen, digit),
                lambda done: desk.view.say(done, undo=True),
            )

    toggle.__doc__ = f"Put the tag pinned to {digit} on papers, or take it off if all bear it."
    return toggle


NTH: tuple[Callable[[Desk], None], ...] = tuple(map(_nth, DIGITS))
"""The verbs of the digits, from 1 to 9."""


def clear(desk: Desk) -> None:
    """Take all pinned tags off papers."""
    chosen = desk.chosen()
    if sure(desk, len(chosen), "Untag"):
        desk.write(lambda: desk.pins.clear(chosen), lambda done: desk.view.say(done, undo=True))


def pin(desk: Desk) -> None:
    """Pin a tag to a digit: the name, then the digit, as in “to read 3”."""
    names = tuple(desk.library.tag_counts())
    answer = desk.view.ask_text("Pin which tag? A digit behind it says to which key", "", names)
    if not answer or not answer.strip():
        return
    name, _, last = answer.strip().rpartition(" ")
    known = {one.casefold() for one in names}
    place = int(last) if name and last.isdecimal() and len(last) == 1 else None
    if place is None or answer.strip().casefold() in known:
        name, place = answer.strip(), None
    desk.write(lambda: desk.pins.pin(name, place), lambda done: desk.view.say(done, undo=True))


def unpin(desk: Desk) -> None:
    """Choose a pinned tag that is to have no digit any more; papers keep it."""
    _offer(
        desk,
        "Unpin a tag",
        lambda digit: desk.write(
            lambda: desk.pins.unpin(digit), lambda done: desk.view.say(done, undo=True)
        ),
    )


def move(desk: Desk) -> None:
    """Choose a pinned tag and its new digit; two tags change places."""
    _offer(desk, "Give a pinned tag another digit", lambda digit: _move(desk, digit))


def paint(desk: Desk) -> None:
    """Choose a pinned tag and its colour."""
    _offer(desk, "Colour a pinned tag", lambda digit: _paint(desk, digit))


def _offer(desk: Desk, title: str, taken: Callable[[int], None]) -> None:
    pins = desk.pins.all()
    if not pins:
        raise NothingSelected("No tag is pinned: “Pin a tag…” does so.")
    options = [Option(str(one.digit), f"{one.digit} {one.tag}", one.colour) for one in pins]
    desk.chooser.offer(title, options, lambda digit: taken(int(digit)))


def _move(desk: Desk, digit: int) -> None:
    held = {one.digit: one.tag for one in desk.pins.all()}
    options = [
        Option(str(place), str(place), held.get(place, "free"))
        for place in DIGITS
        if place != digit
    ]
    desk.chooser.offer(
        f"Which digit for {held[digit]}?",
        options,
        lambda place: desk.write(
            lambda: desk.pins.pin(held[digit], int(place)),
            lambda done: desk.view.say(done, undo=True),
        ),
    )


def _paint(desk: Desk, digit: int) -> None:
    desk.chooser.offer(
        f"Which colour for {desk.pins.at(digit).tag}?",
        [Option(colour.value, colour.value.capitalize()) for colour in Colour],
        lambda name: desk.write(
            lambda: desk.pins.paint(digit, Colour(name)),
            lambda done: desk.view.say(done, undo=True),
        ),
    )
