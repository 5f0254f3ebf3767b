"""Verbs of reading aloud."""

from __future__ import annotations

from paperdesk.commands.desk import Desk


def read_aloud(desk: Desk) -> None:
    """Read the paper aloud from the selection or the top of the view; pause; go on."""
    desk.aloud.toggle()


def stop(desk: Desk) -> None:
    """Stop reading aloud."""
    desk.aloud.stop()


def next_sentence(desk: Desk) -> None:
    """Go on reading aloud with the next sentence."""
    desk.aloud.step(1)


def previous_sentence(desk: Desk) -> None:
    """Read the sentence before aloud again."""
    desk.aloud.step(-1)
