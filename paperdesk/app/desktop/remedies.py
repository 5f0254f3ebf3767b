"""What helps where a paper cannot be shown, as the commands see it."""

from collections.abc import Callable

from paperdesk.app.desktop.reading import Reading
from paperdesk.domain.paper import PaperId
from paperdesk.ui.reader import ReaderPane, Spread


class Remedies:
    """Tries again, and begins anew with a file: the `Remedy` of the commands."""

    def __init__(self, spread: Spread, reading: Reading, run: Callable[[str], None]) -> None:
        """`run` runs a command by its id."""
        self._spread = spread
        self._reading = reading
        self._run = run
        spread.each(self._join)

    def try_again(self) -> bool:
        """Try what shows and could not be drawn, or opened; whether there was any."""
        return self._spread.here().troubles.try_again()

    def reopen(self, paper: PaperId) -> None:
        """Open a paper's PDF anew, where it was left, if it is the one that shows."""
        if self._reading.paper() == paper:
            self._reading.put_away(paper)
            self._reading.open(paper)

    def _join(self, view: ReaderPane) -> None:
        view.parts.card.refetched.connect(lambda: self._run("paper.download-again"))
