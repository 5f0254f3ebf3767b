"""The keys of lists in the list of all marks: the `Side` of the commands there."""

from paperdesk.ui.marks.browser import Browser


class Steering:
    """Steers the list of all marks as a pane beside the pages is steered."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def toggle(self, name: str) -> None:
        """Leave this list for a panel beside the pages."""
        self._browser.turned.emit(name)

    def step(self, steps: int) -> None:
        """Move the cursor by rows."""
        self._browser.go_to(self._browser.view.currentIndex().row() + steps)

    def go(self, row: int) -> None:
        """Move the cursor to the first row (0) or the last (-1)."""
        self._browser.go_to(0 if row == 0 else self._browser.view.model().rowCount() - 1)

    def choose(self) -> None:
        """Open the paper at the mark under the cursor."""
        self._browser.choose()

    def narrow(self) -> None:
        """Put the caret into the field of what is asked for."""
        self._browser.field.setFocus()
        self._browser.field.selectAll()

    def leave(self) -> None:
        """Go back to the list of papers."""
        self._browser.left.emit()

    def put_away(self) -> None:
        """Go back to the list of papers."""
        self._browser.left.emit()
