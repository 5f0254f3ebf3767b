"""Goes on at the same words where a file has become another one."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Pages, Ticket, Word, Words
from paperdesk.reader.editions import Topmost, height, outward, topmost
from paperdesk.ui.reader.content import Content
from paperdesk.ui.reader.scroller import Scroller

_MOST = 60
"""Pages that are looked at; what is not found there stays where its page and offset say."""

_URGENCY = 380


class Resuming(QObject):
    """Looks for the line at the window's top, page by page, until one scrolls."""

    def __init__(self, pages: Pages, scroller: Scroller, content: Content) -> None:
        super().__init__(scroller)
        self._pages = pages
        self._scroller = scroller
        self._content = content
        self._ticket: Ticket | None = None

    def topmost(self) -> Topmost | None:
        """The words that are read first now, if they are here."""
        place = self._scroller.place
        text = self._content.text(place.page)
        return topmost(place.page, text.words, place.top) if text is not None else None

    def resume(self, document: Document, passage: Topmost | None) -> None:
        """Go to where a passage stands in a file that is shown now."""
        self.stop()
        if passage is not None:
            pages = list(outward(passage.page, len(self._scroller.column)))[:_MOST]
            self._look(document, passage, iter(pages), self._scroller.place)

    def stop(self) -> None:
        """Look no further."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = None

    def _look(
        self, document: Document, passage: Topmost, pages: Iterator[int], place: Place
    ) -> None:
        self._ticket = None
        page = next(pages, None)
        if page is None or self._scroller.place != place:
            return
        further = partial(self._look, document, passage, pages, place)

        def take(words: tuple[Word, ...]) -> None:
            top = height(passage, words)
            if top is None:
                further()
            elif self._scroller.place == place and (page, top) != (place.page, place.top):
                self._scroller.go_to(replace(place, page=page, top=top))

        self._ticket = self._pages.ask(
            Words(document, page), take, lambda _: further(), urgency=_URGENCY
        )
