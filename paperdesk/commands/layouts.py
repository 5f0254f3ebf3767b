"""Verbs about how the pages lie: side by side, turned, fitted to the window."""

from __future__ import annotations

from dataclasses import replace

from paperdesk.commands.desk import Desk
from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.errors import NotFound

MOST = 8
"""Columns of pages, at most."""


def two_pages(desk: Desk) -> None:
    """Show two pages side by side, or one again."""
    now = _arrangement(desk)
    desk.layout.arrange(replace(now, columns=2 if now.columns == 1 else 1))


def more_columns(desk: Desk) -> None:
    """Show one more page in each row."""
    now = _arrangement(desk)
    if now.columns >= MOST:
        raise NotFound(f"{MOST} pages side by side are the most.")
    desk.layout.arrange(replace(now, columns=now.columns + 1))


def fewer_columns(desk: Desk) -> None:
    """Show one page fewer in each row."""
    now = _arrangement(desk)
    if now.columns <= 1:
        raise NotFound("There is one page in each row already.")
    desk.layout.arrange(replace(now, columns=now.columns - 1))


def cover(desk: Desk) -> None:
    """Let the first page stand alone, as a book's cover does, or not."""
    now = _arrangement(desk)
    alone = now.columns == 1 or not now.cover
    desk.layout.arrange(replace(now, columns=max(now.columns, 2), cover=alone))


def turn_clockwise(desk: Desk) -> None:
    """Turn the pages clockwise by a quarter."""
    now = _arrangement(desk)
    desk.layout.arrange(replace(now, rotation=(now.rotation + 1) % 4))


def turn_anticlockwise(desk: Desk) -> None:
    """Turn the pages anticlockwise by a quarter."""
    now = _arrangement(desk)
    desk.layout.arrange(replace(now, rotation=(now.rotation - 1) % 4))


def trim(desk: Desk) -> None:
    """Cut off the margins of the pages, or show them again."""
    now = _arrangement(desk)
    desk.layout.arrange(replace(now, trim=not now.trim))


def fit_width(desk: Desk) -> None:
    """Make the pages as wide as the pane."""
    _arrangement(desk)
    desk.layout.fit(Fit.WIDTH)


def fit_text(desk: Desk) -> None:
    """Make the text as wide as the pane, its margins out of sight."""
    _arrangement(desk)
    desk.layout.fit(Fit.TEXT)


def fit_page(desk: Desk) -> None:
    """Make whole pages fit into the pane."""
    _arrangement(desk)
    desk.layout.fit(Fit.PAGE)


def ruler(desk: Desk) -> None:
    """Lay a ruler on the line that is read, or take it away; j and k move it."""
    _arrangement(desk)
    desk.ruler.toggle()


def present(desk: Desk) -> None:
    """Fill the screen with one page at a time; Space turns them, Esc leaves."""
    _arrangement(desk)
    desk.layout.present()


def _arrangement(desk: Desk) -> Arrangement:
    now = desk.layout.arrangement()
    if now is None:
        raise NotFound(
            "No pages are shown. Enter in the list opens a paper; reading mode has none."
        )
    return now
