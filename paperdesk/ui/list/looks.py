"""The looks of all views: each has its own, and a new one begins as its like last stood."""

from collections.abc import Mapping
from typing import Any

from paperdesk.domain.shelf import Shelf, view_of, worked_off
from paperdesk.ui.list.look import Look, look

MOST = 200
"""Looks that are kept; the ones that were put first are forgotten."""

_FEED, _LIBRARY = "(feed)", "(library)"


class Looks:
    """Which look each view has: the days of the feed share one."""

    def __init__(self) -> None:
        self._looks: dict[str, Look] = {}
        self._here = _LIBRARY, _LIBRARY

    def of(self, shelf: Shelf) -> Look:
        """The look of a view."""
        return self._found(_keys(shelf))

    def here(self) -> Look:
        """The look of the view that was turned to."""
        return self._found(self._here)

    def turn(self, shelf: Shelf) -> Look:
        """Go to a view; how it looks."""
        self._here = _keys(shelf)
        return self.here()

    def put(self, look: Look) -> None:
        """Let the view that was turned to look so; views not yet seen begin like it."""
        for key in self._here:
            self._looks.pop(key, None)
            self._looks[key] = look
        while len(self._looks) > MOST:
            del self._looks[next(iter(self._looks))]

    def kept(self) -> dict[str, Any]:
        """As they are kept in the library."""
        return {"views": {key: one.kept() for key, one in self._looks.items()}}

    def recall(self, kept: Mapping[str, Any]) -> None:
        """As they were kept; before each view had its own, there was one for all."""
        if "views" in kept:
            self._looks = {str(key): look(one) for key, one in kept["views"].items()}
        else:
            self._looks = dict.fromkeys((_FEED, _LIBRARY), look(kept))

    def _found(self, keys: tuple[str, str]) -> Look:
        own, alike = keys
        return self._looks.get(own) or self._looks.get(alike) or Look()


def _keys(shelf: Shelf) -> tuple[str, str]:
    """A view's own name, and that of those that are like it."""
    return view_of(shelf), _FEED if worked_off(shelf) else _LIBRARY
