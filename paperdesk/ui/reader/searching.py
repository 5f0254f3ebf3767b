"""The find bar, the finder and the view at work together."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Match
from paperdesk.reader.sought import taken_apart
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.sections import section_in_sight

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
        self._section = -1
        self._jumped = False
        parts.bar.typed.connect(self._seek)
        parts.bar.stepped.connect(self.step)
        parts.bar.left.connect(self.leave)
        parts.bar.ranged.connect(self._name_pages)
        parts.finder.reached.connect(self._reach)

    def open(self) -> None:
        """Open the find bar, with the selected words in it."""
        text = " ".join(self._parts.selecting.text().split())
        text = text if len(text) <= _LONGEST else ""
        bar, finder = self._parts.bar, self._parts.finder
        going_on = bool(finder.needle) and bar.sought(finder.needle) == finder.sought
        if going_on and text in ("", bar.field.text()):
            finder.wake()
            bar.open()
            return
        self._begin()
        bar.open(text or bar.field.text())

    def step(self, direction: int) -> None:
        """Go to the next hit; search again for what was sought last, if need be."""
        if self._parts.finder.hits:
            self._parts.finder.step(direction)
        elif self._parts.finder.resting:
            self._parts.finder.wake()
            if not self._parts.finder.busy:
                self._parts.finder.problem.emit(f"Not found: “{self._parts.finder.needle}”.")
        elif not self._parts.finder.busy and self._parts.bar.field.text():
            self._begin()
            self._seek(self._parts.bar.field.text())

    def mark_words(self, page: int, words: Sequence[str]) -> None:
        """Go to a page, and on to the first of these words on it."""
        self._parts.travel.jump_to(page, ())
        self._jumped = True
        self._parts.finder.mark(page, tuple(words))

    def leave(self) -> None:
        """Close the bar, and stay where the search has led; the next step goes on from there."""
        self._parts.bar.remember()
        self._parts.finder.rest()
        self._parts.bar.hide()
        self._parts.view.setFocus()

    def _begin(self) -> None:
        """Let the search begin at what shows now."""
        self._origin = self._parts.view.scroller.place
        self._jumped = False
        self._section = section_in_sight(self._parts)

    def _seek(self, typed: str) -> None:
        outline = self._parts.outline
        text, scope = taken_apart(typed, outline.pages, outline.contents, self._section)
        self._parts.finder.seek(self._parts.bar.sought(text), self._origin, scope)

    def _name_pages(self) -> None:
        """Let pages be typed, those from the one that shows to the last to begin with."""
        pages = self._parts.outline.pages
        names = [pages[page].label or str(page + 1) for page in (self._origin.page, -1)]
        names[1] = pages[-1].label or str(len(pages))
        self._parts.bar.begin(f"<{names[0]}, {names[1]}> ")
        self._parts.bar.field.setSelection(1, len(names[0]) + len(names[1]) + 2)

    def _reach(self, match: Match) -> None:
        if self._jumped:
            self._parts.view.scroller.reveal(match.page, match.quads[0])
        else:
            self._parts.travel.jump_to(match.page, match.quads)
        self._jumped = True
