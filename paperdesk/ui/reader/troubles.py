"""What could not be shown: it is told, and tried again when asked."""

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.pages import Document, DocumentInfo
from paperdesk.ui.reader.parts import Parts

REPAIRED = "This PDF is damaged and was repaired to be shown; some of it may be missing."


class Troubles(QObject):
    """Pages that could not be drawn, and files that could not be opened.

    Signals: `told` (a sentence about a page that stays as blurred as it is, or
    about a file that had to be repaired).
    """

    told = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.stack)
        self._parts = parts
        self._told: set[Document] = set()
        parts.opening.opened.connect(self._opened)
        parts.supply.failed.connect(self._failed)
        parts.view.scroller.moved.connect(self._describe)

    def try_again(self) -> bool:
        """Try what shows and could not be drawn, or opened; whether there was any."""
        parts = self._parts
        if parts.stack.currentWidget() is parts.card:
            return parts.card.retry()
        pages = self._failed_pages()
        for page in pages:
            parts.view.try_again(page)
        return bool(pages)

    def _opened(self, info: DocumentInfo) -> None:
        """Say once of a file that it was repaired; its pages say nothing of it."""
        document = self._parts.opening.document
        if info.repaired and document is not None and document not in self._told:
            self._told.add(document)
            self.told.emit(REPAIRED)

    def _failed_pages(self) -> list[int]:
        problems = self._parts.supply.problems
        return [page for page in self._parts.view.scroller.visible() if page in problems]

    def _failed(self, page: int, sentence: str) -> None:
        if self._parts.supply.pixels.has_page(page):
            self.told.emit(sentence)
        self._describe()

    def _describe(self) -> None:
        """Let a screen reader say what the card on a page says."""
        pages = self._failed_pages()
        if pages:
            view = self._parts.view
            where = view.accessibleDescription().partition(".")[0]
            view.setAccessibleDescription(f"{where}. {self._parts.supply.problems[pages[0]]}")
