"""Prints the open paper: the `Press` of the commands."""

from collections.abc import Sequence

from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.note import Highlight
from paperdesk.domain.pages import Document, Pages
from paperdesk.infra.jobs import Jobs, Lane
from paperdesk.ui.reader import printing
from paperdesk.ui.reader.printing import Order


class Printing:
    """Asks for a printer, and prints in the background."""

    def __init__(self, parts: Parts, pages: Pages, jobs: Jobs) -> None:
        self._parts = parts
        self._pages = pages
        self._jobs = jobs

    def print_pages(self, document: Document, title: str, marks: Sequence[Highlight]) -> None:
        """Ask for a printer and for pages, and print them with these marks."""
        view = self._parts.spread.here().parts.view
        window, count = self._parts.window, len(view.scroller.column)
        asked = printing.ask(window, title, count, view.scroller.place.page) if count else None
        if asked is None:
            return
        printer, chosen = asked
        order = Order(document, tuple(chosen), tuple(marks))
        self._jobs.start(
            self._jobs.new(f"Printing {title}"),
            Lane.TOOLS,
            lambda job: printing.print_order(printer, self._pages, order, job),
            lambda printed: window.toast.say(str(printed)),
            lambda error: window.errors.complain(str(error)),
        )
