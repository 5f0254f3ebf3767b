"""Verbs for what went wrong in the reader."""

from __future__ import annotations

from paperdesk.commands.desk import Desk


def try_again(desk: Desk) -> None:
    """Try again to show what could not be shown, a page or the whole PDF."""
    if not desk.remedy.try_again():
        desk.view.say("All that shows here was read without trouble.")
