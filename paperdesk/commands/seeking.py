"""Verbs of the find bar: what counts when a text is sought, and where it is sought."""

from paperdesk.commands.desk import Desk


def match_case(desk: Desk) -> None:
    """Let small and capital letters count when finding, or not."""
    _switch(desk, "case", "Match case")


def whole_words(desk: Desk) -> None:
    """Find whole words only, or parts of words too."""
    _switch(desk, "words", "Whole words")


def regular_expression(desk: Desk) -> None:
    """Take what is sought as a regular expression, or as it stands."""
    _switch(desk, "regex", "Regular expression")


def in_section(desk: Desk) -> None:
    """Find in the section that you are in."""
    desk.seeking.within("section")


def in_pages(desk: Desk) -> None:
    """Find in a range of pages."""
    desk.seeking.within("pages")


def _switch(desk: Desk, option: str, title: str) -> None:
    on = desk.seeking.switch(option)
    desk.view.say(f"{title}: {'on' if on else 'off'}")
