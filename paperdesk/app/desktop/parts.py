"""Every widget of the window, made once, and the window around them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paperdesk.app.build import Rooms
from paperdesk.commands.table import TABLE
from paperdesk.domain.pages import Pages
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.ui import window
from paperdesk.ui.activity import Activity
from paperdesk.ui.album import Album
from paperdesk.ui.buttons import Action
from paperdesk.ui.list.pane import ListPane
from paperdesk.ui.marks.browser import Browser
from paperdesk.ui.marks.gathermodel import Load
from paperdesk.ui.notes import NotesPane
from paperdesk.ui.paper.page import PaperPage
from paperdesk.ui.reader import ReaderPane, Spread
from paperdesk.ui.search.box import SearchBox
from paperdesk.ui.search.results import Results
from paperdesk.ui.sidebar.view import Sidebar
from paperdesk.ui.versions.panel import ChangesPanel
from paperdesk.ui.window import Window

_ACTIONS = (
    Action("paper.open", "Open", "Return", "pdf"),
    Action("paper.inbox", "Keep", "i", "inbox"),
    Action("paper.later", "Later", "l", "later"),
    Action("paper.shortlist", "Shortlist", "s", "shortlist"),
    Action("paper.archive", "Archive", "e", "archive"),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The window and what is in it."""

    window: Window
    sidebar: Sidebar
    papers: ListPane
    browser: Browser
    changes: ChangesPanel
    results: Results
    page: PaperPage
    spread: Spread
    reader: ReaderPane
    """The first view of the spread; `spread.here()` is the one that commands are about."""
    notes: NotesPane
    search: SearchBox
    activity: Activity
    album: Album


@dataclass(frozen=True, slots=True)
class Loads:
    """Who reads what lists show: papers by id, and marks."""

    papers: Callable[[Sequence[PaperId]], Sequence[Paper]]
    marks: Load


def loads(rooms: Rooms) -> Loads:
    """The rooms that lists read from."""
    return Loads(rooms.library.papers, rooms.collection.some)


def parts(load: Loads, pages: Pages, run: Callable[[str], None]) -> Parts:
    """Make the widgets; `run` runs a command by its id."""
    album = Album()
    sidebar, papers, results = Sidebar(), ListPane(load.papers, run, album), Results()
    browser, changes = Browser(load.marks), ChangesPanel()
    page, notes = PaperPage(_ACTIONS, run, album), NotesPane()
    spread = Spread(lambda: ReaderPane(pages))
    search, activity = SearchBox(), Activity()
    shown = window.Parts(
        sidebar,
        papers,
        browser,
        changes,
        results,
        page,
        spread,
        lambda: spread.here().side,
        notes,
        search,
        activity,
    )
    return Parts(
        Window(shown, TABLE, run),
        sidebar,
        papers,
        browser,
        changes,
        results,
        page,
        spread,
        spread.first,
        notes,
        search,
        activity,
        album,
    )
