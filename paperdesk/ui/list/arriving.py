"""How a shelf comes to be shown: its first rows at once, all of it when it is known."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field

from paperdesk.domain.shelf import Lineup, Shelf
from paperdesk.ui.list.pane import ListPane
from paperdesk.ui.list.showing import Spot

FIRST = 256
"""Papers that are shown before the rest of a shelf is known."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is on a shelf: its first so many papers, or all; held against what is `shown`."""

    shelf: Shelf
    shown: "array[int]" = field(default_factory=lambda: array("q"))
    limit: int | None = None


OpenShelf = Callable[[Question, Callable[[Lineup], None]], None]
"""Answers a question, at once or later, on the window's thread."""


class Arriving:
    """Asks what is on a shelf, and shows it; only the answer to the last question counts.

    Another shelf is `going` to be shown until its first rows are there.
    """

    def __init__(self, pane: ListPane, open_shelf: OpenShelf) -> None:
        self._pane = pane
        self._open_shelf = open_shelf
        self._asked = 0
        self.going = False
        self._growing = False
        self._then: Callable[[], None] | None = None

    def show(self, shelf: Shelf, at: Spot | None) -> None:
        """Go to a shelf, the cursor at a spot of it."""
        self.going, self._then = True, None
        self._ask(Question(shelf, limit=FIRST), lambda lineup: self.arrive(shelf, lineup, at))

    def arrive(self, shelf: Shelf, lineup: Lineup, at: Spot | None) -> None:
        """Show a shelf: its first rows at once, unless the cursor is to stand below them."""
        if not lineup.whole and at is not None and at.paper not in lineup.ids:
            self._ask(Question(shelf), lambda whole: self.arrive(shelf, whole, at))
            return
        self.going, self._growing = False, not lineup.whole
        self._pane.show_lineup(shelf, lineup, at)
        if self._growing:
            self._ask(Question(shelf), self._complete)

    def reload(self) -> None:
        """Ask for the shelf again: what is new appears, what has left stays.

        One that is on its way comes as it is now, without being asked twice.
        """
        if not self.going and not self._growing:
            shown = self._pane.ids()
            self._ask(
                Question(self._pane.shelf(), shown), lambda lineup: self._renew(shown, lineup)
            )

    def in_full(self, act: Callable[[], None]) -> None:
        """Do something once all rows are there."""
        if self._growing:
            self._then = act
        else:
            act()

    def _complete(self, lineup: Lineup) -> None:
        self._pane.complete(lineup)
        self._growing = False
        then, self._then = self._then, None
        if then is not None:
            then()

    def _renew(self, shown: "array[int]", lineup: Lineup) -> None:
        """Bring in what is new, unless that was held against another list than this."""
        if self._pane.ids() is shown:
            self._pane.renew(lineup)
        else:
            self.reload()

    def _ask(self, question: Question, show: Callable[[Lineup], None]) -> None:
        self._asked += 1
        asked = self._asked

        def done(lineup: Lineup) -> None:
            if asked == self._asked:
                show(lineup)

        self._open_shelf(question, done)
