"""Verbs of the pinned tags: nine digits that each put one on."""

from __future__ import annotations

from collections.abc import Callable

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.commands.papers import sure
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Colour
from paperdesk.domain.shelf import tag_shelf
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
    _offer(desk, "Unpin a tag", lambda digit: _unpin(desk, digit))


def move(desk: Desk) -> None:
    """Choose a pinned tag and its new digit; two tags change places."""
    _offer(
        desk,
        "Give a pinned tag another digit",
        lambda digit: _place(desk, desk.pins.at(digit).tag, digit),
    )


def paint(desk: Desk) -> None:
    """Choose a pinned tag and its colour."""
    _offer(desk, "Colour a pinned tag", lambda digit: _paint(desk, digit))


def offer(desk: Desk, tag: str) -> None:
    """Offer what can be done with a tag: pinned ones have a digit and a colour."""
    here = next((one for one in desk.pins.all() if one.tag.lower() == tag.lower()), None)
    deeds: dict[str, Callable[[], None]] = {
        "Show its papers": lambda: desk.rows.show(tag_shelf(tag))
    }
    if here is None:
        deeds["Pin it to a digit…"] = lambda: _place(desk, tag)
    else:
        digit = here.digit
        deeds["Give it another digit…"] = lambda: _place(desk, tag, digit)
        deeds["Give it another colour…"] = lambda: _paint(desk, digit)
        deeds["Unpin it"] = lambda: _unpin(desk, digit)
    desk.chooser.choose(f"Tag “{tag}”", tuple(deeds), lambda word: deeds[word]())


def _offer(desk: Desk, title: str, taken: Callable[[int], None]) -> None:
    pins = desk.pins.all()
    if not pins:
        raise NothingSelected("No tag is pinned: “Pin a tag…” does so.")
    options = [Option(str(one.digit), f"{one.digit} {one.tag}", one.colour) for one in pins]
    desk.chooser.offer(title, options, lambda digit: taken(int(digit)))


def _unpin(desk: Desk, digit: int) -> None:
    desk.write(lambda: desk.pins.unpin(digit), lambda done: desk.view.say(done, undo=True))


def _place(desk: Desk, tag: str, here: int | None = None) -> None:
    """Let the digit of a tag be chosen, which may be that of another."""
    held = {one.digit: one.tag for one in desk.pins.all()}
    options = [
        Option(str(digit), str(digit), f"has “{held[digit]}”" if digit in held else "free")
        for digit in DIGITS
        if digit != here
    ]
    desk.chooser.offer(
        f"Which digit for “{tag}”?",
        options,
        lambda digit: desk.write(
            lambda: desk.pins.pin(tag, int(digit)),
            lambda done: desk.view.say(done, undo=True),
        ),
    )


def _paint(desk: Desk, digit: int) -> None:
    desk.chooser.offer(
        f"Which colour for “{desk.pins.at(digit).tag}”?",
        [Option(colour.value, colour.value.capitalize()) for colour in Colour],
        lambda name: desk.write(
            lambda: desk.pins.paint(digit, Colour(name)),
            lambda done: desk.view.say(done, undo=True),
        ),
    )
