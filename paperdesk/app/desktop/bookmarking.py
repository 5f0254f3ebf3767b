"""The bookmarks of the open papers, and the list of all."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.commands.bookmarks import PANEL
from paperdesk.domain.events import NotesChanged
from paperdesk.domain.waymark import Bookmark, BookmarkId
from paperdesk.domain.words import fold
from paperdesk.infra.latex import plain
from paperdesk.ui import quickopen
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.bookmarks import BookmarksView
from paperdesk.ui.reader.side import Panel
from paperdesk.ui.sheet import Entry, Sheet


class Bookmarking(QObject):
    """Lists bookmarks beside the pages and over the window: the `Bookmarking` of the commands.

    Signals: `chosen` (a `Bookmark` to go to).
    """

    chosen = Signal(object)

    def __init__(self, parts: Parts, rooms: Rooms, reading: Reading) -> None:
        super().__init__(parts.window)
        self._spread = parts.spread
        self._rooms = rooms
        self._reading = reading
        self._lists: dict[ReaderPane, BookmarksView] = {}
        self._offered: dict[str, Bookmark] = {}
        self.sheet = Sheet("Go to a bookmark", parts.window, quickopen.ranked)
        self.sheet.chosen.connect(lambda name: self.chosen.emit(self._offered[name]))
        parts.spread.each(self._join)
        reading.when_opened(lambda _: self._refresh_all())
        rooms.bus.listen(NotesChanged, lambda _: self._refresh_all())

    def current(self) -> BookmarkId | None:
        """The bookmark under the cursor of the list beside the pages, if it is shown."""
        view = self._spread.here()
        found = self._lists[view].current() if view.side.panel() == PANEL else None
        return None if found is None else found.id

    def offer(self, bookmarks: Sequence[tuple[Bookmark, str]]) -> None:
        """List bookmarks with their papers' titles over the window, to go to one."""
        self._offered = {bookmark.id: bookmark for bookmark, _ in bookmarks}
        lines = [_entry(bookmark, plain(title)) for bookmark, title in bookmarks]
        self.sheet.open(lines or [Entry("No bookmarks yet: b in the pages gives a place a name.")])

    def _join(self, view: ReaderPane) -> None:
        made = self._lists[view] = BookmarksView()
        view.side.add(PANEL, Panel("Bookmarks", made, made, made.narrow))
        view.side.turned.connect(lambda _: self._refresh(view))
        made.chosen.connect(self.chosen)

    def _refresh_all(self) -> None:
        for view in self._lists:
            self._refresh(view)

    def _refresh(self, view: ReaderPane) -> None:
        """Show the bookmarks as they are now, if they are shown at all."""
        if view.side.panel() == PANEL:
            paper = self._reading.shown().get(view)
            found = () if paper is None else self._rooms.bookmarks.of(paper)
            self._lists[view].show_bookmarks(found)


def _entry(bookmark: Bookmark, title: str) -> Entry:
    short = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
    place = f"{short} · {bookmark.page + 1}"
    return Entry(bookmark.text, "", place, bookmark.id, fold(f"{bookmark.text} {title}"))


_LONGEST = 36
