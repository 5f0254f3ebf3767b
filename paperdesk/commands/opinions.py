"""Verbs of what a reader thinks of papers: rate, flag, remark, say that they no longer stand."""

from __future__ import annotations

from collections.abc import Callable

from paperdesk.commands.desk import Desk
from paperdesk.commands.papers import sure
from paperdesk.domain.paper import PaperId
from paperdesk.library import SO_ALREADY


def rate_one(desk: Desk) -> None:
    """Rate papers 1 of 5."""
    _rate(desk, 1)


def rate_two(desk: Desk) -> None:
    """Rate papers 2 of 5."""
    _rate(desk, 2)


def rate_three(desk: Desk) -> None:
    """Rate papers 3 of 5."""
    _rate(desk, 3)


def rate_four(desk: Desk) -> None:
    """Rate papers 4 of 5."""
    _rate(desk, 4)


def rate_five(desk: Desk) -> None:
    """Rate papers 5 of 5."""
    _rate(desk, 5)


def unrate(desk: Desk) -> None:
    """Take the rating off papers."""
    _rate(desk, 0)


def flag(desk: Desk) -> None:
    """Flag papers, or take the flag off if they all have one."""
    chosen = desk.chosen()
    on = desk.opinions.any_unflagged(chosen)
    _write(desk, chosen, "Flag" if on else "Unflag", lambda: desk.opinions.flag(chosen, on=on))


def remark(desk: Desk) -> None:
    """Write one line under the titles of papers; an empty one takes it off."""
    chosen = desk.chosen()
    now = desk.library.paper(chosen[0]).remark if len(chosen) == 1 else ""

    def taken(answer: str | None) -> None:
        if answer is not None and answer != now:
            _write(desk, chosen, "Remark", lambda: desk.opinions.remark(chosen, answer))

    if len(chosen) > 1 or not desk.form.write_remark(chosen[0], now, taken):
        taken(desk.view.ask_text("Remark: one line under the title", now))


def withdrawn(desk: Desk) -> None:
    """Mark papers as withdrawn by their authors."""
    _notice(desk, "withdrawn")


def retracted(desk: Desk) -> None:
    """Mark papers as retracted by their publisher."""
    _notice(desk, "retracted")


def standing(desk: Desk) -> None:
    """Say that papers are neither withdrawn nor retracted, whatever sources tell."""
    _notice(desk, "")


def _rate(desk: Desk, rating: int) -> None:
    chosen = desk.chosen()
    _write(desk, chosen, "Rate", lambda: desk.opinions.rate(chosen, rating))


def _notice(desk: Desk, notice: str) -> None:
    chosen = desk.chosen()
    _write(desk, chosen, "Mark", lambda: desk.opinions.notice(chosen, notice))


def _write(desk: Desk, chosen: tuple[PaperId, ...], verb: str, work: Callable[[], str]) -> None:
    if sure(desk, len(chosen), verb):
        desk.write(work, lambda done: desk.view.say(done, undo=done != SO_ALREADY))
