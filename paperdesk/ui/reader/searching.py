"""The find bar, the finder and the view at work together."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Match
from paperdesk.ui.reader.parts import Parts

_LONGEST = 100
"""Characters of a selection that are put into the find bar."""


class Searching(QObject):
    """Finds from where the reader was, and shows hit after hit.

    The first hit of a search is a jump that one can come back from, the others
    are not: they would bury it.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.stack)
        self._parts = parts
        self._origin = Place()
        self._jumped = False
        parts.bar.typed.connect(self._seek)
        parts.bar.stepped.connect(self.step)
        parts.bar.left.connect(self.leave)
        parts.finder.reached.connect(self._reach)

    def open(self) -> None:
        """Open the find bar, with the selected words in it."""
        text = " ".join(self._parts.selecting.text().split())
        self._begin()
        self._parts.bar.open(text if len(text) <= _LONGEST else "")

    def step(self, direction: int) -> None:
        """Go to the next hit; search again for what was sought last, if need be."""
        if self._parts.finder.hits:
            self._parts.finder.step(direction)
        elif not self._parts.finder.busy and self._parts.bar.field.text():
            self._begin()
            self._seek(self._parts.bar.field.text())

    def mark_words(self, page: int, words: Sequence[str]) -> None:
        """Go to a page, and on to the first of these words on it."""
        self._parts.travel.jump_to(page, ())
        self._jumped = True
        self._parts.finder.mark(page, tuple(words))

    def leave(self) -> None:
        """Close the bar, and stay where the search has led."""
        self._parts.finder.stop()
        self._parts.bar.hide()
        self._parts.view.setFocus()

    def _begin(self) -> None:
        self._origin = self._parts.view.scroller.place
        self._jumped = False

    def _seek(self, text: str) -> None:
        self._parts.finder.seek(text.strip(), self._origin)

    def _reach(self, match: Match) -> None:
        if self._jumped:
            self._parts.view.scroller.reveal(match.page, match.quads[0])
        else:
            self._parts.travel.jump_to(match.page, match.quads)
        self._jumped = True
