"""Keeps the marks of the papers that are read with their PDFs, whoever writes these."""

from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.commands import revising
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import PaperId
from paperdesk.ui.reader import ReaderPane


class Following:
    """Looks at a paper's PDF when it is opened, and when it was written anew."""

    def __init__(self, parts: Parts, page: Reading, desk: Desk) -> None:
        self._page = page
        self._desk = desk
        page.when_opened(self._look)
        parts.spread.each(self._join)

    def _join(self, view: ReaderPane) -> None:
        view.renewal.renewed.connect(lambda: self._renewed(view))

    def _renewed(self, view: ReaderPane) -> None:
        paper = self._page.shown().get(view)
        if paper is not None:
            self._look(paper)

    def _look(self, paper: PaperId) -> None:
        revising.follow(self._desk, paper)
