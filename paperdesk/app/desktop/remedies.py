"""What helps where a paper cannot be shown, as the commands see it."""

from collections.abc import Callable

from paperdesk.ui.reader import ReaderPane, Spread


class Remedies:
    """Tries again, or has a file fetched anew: the `Remedy` of the commands."""

    def __init__(self, spread: Spread, run: Callable[[str], None]) -> None:
        """`run` runs a command by its id."""
        self._spread = spread
        self._run = run
        spread.each(self._join)

    def try_again(self) -> bool:
        """Try what shows and could not be drawn, or opened; whether there was any."""
        return self._spread.here().troubles.try_again()

    def _join(self, view: ReaderPane) -> None:
        view.parts.card.refetched.connect(lambda: self._run("paper.download-again"))
