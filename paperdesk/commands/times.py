"""Verbs of reading times and progress: measure or not, delete, say how far a paper is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.commands.reading import open_at
from paperdesk.domain.almanac import day_words
from paperdesk.domain.focus import Read
from paperdesk.domain.pace import duration
from paperdesk.domain.paper import PaperId
from paperdesk.domain.progress import Status

_FOREVER = (
    "Delete all reading times: minutes, words and pages seen of every paper? "
    "This cannot be undone. What you marked as read yourself stays; backups keep what they have."
)

_STATUSES: dict[str, Status | None] = {
    "Read through": Status.READ,
    "Being read": Status.READING,
    "Not started": Status.UNSTARTED,
    "As its pages tell": None,
}


def show(desk: Desk) -> None:
    """Show on which days of the year how long and what was read, and your pace."""
    desk.timer.show_year(lambda day: _enter(desk, day))


def _enter(desk: Desk, day: date) -> None:
    """Open what was read on a day; of several papers, ask which."""
    desk.read(lambda: desk.times.on(day), lambda reads: _open(desk, day, reads))


def _open(desk: Desk, day: date, reads: Sequence[Read]) -> None:
    if len(reads) == 1:
        open_at(desk, reads[0].paper)
    elif reads:
        options = [
            Option(str(read.paper), read.title, duration(read.seconds / 60)) for read in reads
        ]
        desk.chooser.offer(
            "Read that day", options, lambda paper: open_at(desk, PaperId(int(paper)))
        )
    else:
        desk.view.say(f"Nothing was read on {day_words(day)}.")


def toggle(desk: Desk) -> None:
    """Measure how long papers are read, on this machine only, or measure nothing."""
    on = not desk.settings.get("reading-times")
    sentence = (
        "Reading times are measured. They stay on this machine."
        if on
        else "Reading times are no longer measured. “Delete reading times…” deletes the old ones."
    )

    def done(_: None) -> None:
        desk.timer.switch()
        desk.view.say(sentence)

    desk.write(lambda: desk.settings.set("reading-times", on), done)


def forget(desk: Desk) -> None:
    """Delete all reading times and the pages seen, for good."""
    if not desk.view.confirm(_FOREVER, "Delete"):
        return
    desk.timer.switch()

    def done(_: None) -> None:
        desk.timer.switch()
        desk.view.say("All reading times are deleted.")

    desk.write(desk.times.forget, done)


def say(desk: Desk) -> None:
    """Say how far the chosen papers are read: not started, being read, read through."""
    papers = desk.chosen()

    def taken(choice: str) -> None:
        desk.write(
            lambda: desk.times.say(papers, _STATUSES[choice]),
            lambda told: desk.view.say(told, undo=True),
        )

    desk.chooser.choose("How far it is read", tuple(_STATUSES), taken)
