"""Searching and following: what is typed, found, and linked to."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from paperdesk.app.desktop.beside import Beside
from paperdesk.app.desktop.parts import Parts
from paperdesk.commands import bookmarks, reading
from paperdesk.commands.desk import Desk
from paperdesk.domain.deeplink import deep_link
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.hit import Answer, Hit, HitKind
from paperdesk.domain.note import HighlightId
from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import ALL
from paperdesk.domain.waymark import Bookmark
from paperdesk.search import Search


class Finding(QObject):
    """Joins the search box to the index, and hits and links to their places."""

    def __init__(self, parts: Parts, desk: Desk, beside: Beside, search: Search) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._desk = desk
        self._beside = beside
        self._search = search
        self._entering = False
        parts.search.typed.connect(self._typed)
        parts.search.entered.connect(self._enter)
        parts.results.hit_shown.connect(self._show)
        parts.results.hit_chosen.connect(self._open)
        for link in (parts.page.link_chosen, parts.notes.link_clicked):
            link.connect(self.go_to)
        parts.page.words_chosen.connect(self._look_for)
        parts.page.paper_chosen.connect(lambda paper: desk.rows.show(ALL, paper))
        parts.spread.each(lambda view: view.link_activated.connect(self.go_to))
        parts.papers.opened.connect(self.read)

    def go_to(self, address: str) -> None:
        """Follow a link: into the library, or out to the web browser."""
        link = deep_link(address)
        if link is None:
            self._try(lambda: self._desk.view.browse(address))
        else:
            self._try(lambda: self._read(link.paper, link.page, (), link.highlight))

    def read(self, paper: PaperId) -> None:
        """Open a paper where it was left."""
        self._try(lambda: self._read(paper))

    def visit(self, bookmark: Bookmark) -> None:
        """Go to a bookmark, in whichever paper it is."""
        self._try(lambda: bookmarks.visit(self._desk, bookmark))

    def index_changed(self) -> None:
        """Ask again where nothing was found, for the index knows more now."""
        text = self._parts.search.text()
        if text.strip() and self._parts.window.searching() and self._parts.results.hit() is None:
            self._search.ask(text, self._answered)

    def _look_for(self, words: str) -> None:
        """Search for a keyword of the paper."""
        self._parts.search.setText(words)
        self._parts.window.focus_search()

    def _typed(self, text: str) -> None:
        self._entering = False
        if text.strip():
            self._search.ask(text, self._answered)
            return
        self._search.forget()
        self._parts.window.panels.put("list", self._parts.papers)

    def _answered(self, answer: Answer) -> None:
        if self._parts.search.text().strip():
            self._parts.results.show_answer(answer)
            self._parts.window.show_results()
        if self._entering and answer.hits and self._parts.search.hasFocus():
            self._entering = False
            self._parts.window.enter_results()

    def _enter(self) -> None:
        """Go to the answers; Enter pressed before they are there waits for them.

        It also waits while nothing is found: the index may know more in a moment.
        """
        self._entering = self._search.asking or self._parts.results.hit() is None
        if not self._entering:
            self._parts.window.enter_results()

    def _show(self, hit: Hit | None) -> None:
        if hit is not None and not self._parts.window.reading():
            self._beside.show(hit.paper)

    def _open(self, hit: Hit) -> None:
        if hit.kind is HitKind.NOTE:
            self._beside.show(hit.paper)
            self._desk.frame.write_note()
            return
        words = self._parts.results.answer().terms
        mark = HighlightId(hit.ref) if hit.kind is HitKind.HIGHLIGHT else None
        self._try(lambda: self._read(hit.paper, hit.page, words, mark))

    def _read(
        self,
        paper: PaperId,
        page: int | None = None,
        words: tuple[str, ...] = (),
        highlight: HighlightId | None = None,
    ) -> None:
        """Open a paper at a place of it."""
        self._beside.show(paper)
        reading.open_at(self._desk, paper, page, words)
        if highlight is not None and self._desk.page.paper() == paper:
            self._desk.page.jump(highlight)

    def _try(self, act: Callable[[], None]) -> None:
        """Do something; what cannot be done is said."""
        try:
            act()
        except PaperDeskError as error:
            self._desk.view.complain(error)
