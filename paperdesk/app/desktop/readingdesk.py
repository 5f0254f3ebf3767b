"""Everything about the papers that are open: their views, and what works on these."""

from collections.abc import Callable

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.awaiting import Waiting
from paperdesk.app.desktop.bookmarking import Bookmarking
from paperdesk.app.desktop.drawing import Drawing
from paperdesk.app.desktop.facing import facing
from paperdesk.app.desktop.look import PageLook
from paperdesk.app.desktop.margins import KeptMargins
from paperdesk.app.desktop.marking import Marking
from paperdesk.app.desktop.onecursor import OneCursor
from paperdesk.app.desktop.openfile import OpenFile
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.printing import Printing
from paperdesk.app.desktop.reading import Reading
from paperdesk.app.desktop.remedies import Remedies
from paperdesk.app.desktop.resuming import Resuming
from paperdesk.app.desktop.retractions import Retractions
from paperdesk.app.desktop.room import SideRoom
from paperdesk.app.desktop.scanning import Scanning
from paperdesk.app.desktop.seeking import FindHabits
from paperdesk.app.desktop.speaking import Speaking
from paperdesk.app.desktop.splitting import Splitting
from paperdesk.app.desktop.spots import Spots
from paperdesk.app.desktop.tabbing import Tabbing
from paperdesk.app.desktop.timekeeping import Timekeeping
from paperdesk.app.desktop.timing import Timing
from paperdesk.app.desktop.unlocking import Unlocking
from paperdesk.commands.faces.marks import Side
from paperdesk.commands.faces.reader import ReaderFaces
from paperdesk.commands.table import TABLE
from paperdesk.infra.jobs import Jobs
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.pagemenu import PageMenu
from paperdesk.ui.theme import Theme


class ReadingDesk:
    """The reader of a window, and its faces for the commands.

    What commands speak to is a face in `faces`; what only watches the views
    stands in `_attend`.
    """

    def __init__(
        self, parts: Parts, rooms: Rooms, jobs: Jobs, theme: Theme, run: Callable[[str], None]
    ) -> None:
        """`run` runs a command by its id."""
        self._parts = parts
        self._rooms = rooms
        self._jobs = jobs
        self.waiting = Waiting(parts)
        self.page = Reading(parts, rooms, jobs, self.waiting)
        self.tabs = Tabbing(parts, rooms, self.page)
        self.split = Splitting(parts, self.page)
        self.resuming = Resuming(parts, rooms, self.page)
        self.bookmarking = Bookmarking(parts, rooms, self.page)
        self.marking = Marking(parts, rooms, jobs)
        self.timing = Timing(parts, rooms, jobs, self.page)
        self.timer = Timekeeping(parts, rooms, jobs, self.timing)
        self.one_cursor = OneCursor(parts, rooms, self.page)
        self._file = OpenFile(parts, rooms, self.page)
        self._look = PageLook(parts.spread, rooms.settings, theme)
        self._remedies = Remedies(parts.spread, run)
        self._side_room = SideRoom(parts)
        self.faces = self._faces()
        self._attend(run)

    def flush(self) -> None:
        """Before the window closes: save what is typed, and keep where one is."""
        self.marking.flush()
        self.timing.flush()
        self.split.unsplit()
        self._side_room.give_back()

    def put_away(self) -> None:
        """Close the views; the places of their papers are kept."""
        self._parts.spread.each(lambda view: view.close_document())

    def _faces(self) -> ReaderFaces:
        """The reader as the commands see it, always in the view that has the keys."""
        parts, spread, jobs = self._parts, self._parts.spread, self._jobs
        return ReaderFaces(
            page=self.page,
            awaiting=self.waiting,
            tabs=self.tabs,
            split=self.split,
            spots=Spots(spread, self.page),
            bookmarking=self.bookmarking,
            file=self._file,
            timer=self.timer,
            motion=facing(spread.here),
            ways=facing(lambda: spread.here().ways),
            seeking=FindHabits(spread, self._rooms.settings, jobs),
            picker=facing(lambda: _over_pages(spread.here()).picking),
            layout=facing(lambda: spread.here().arranging),
            look=self._look,
            flow=facing(lambda: spread.here().reflow),
            ruler=facing(lambda: spread.here().parts.ruler),
            remedy=self._remedies,
            press=Printing(parts, self._rooms.pages, jobs),
            aloud=Speaking(parts, self._rooms.pages, jobs),
            marking=self.marking,
            drawing=Drawing(spread),
            side=facing(self._side),
        )

    def _side(self) -> Side:
        """The list that the keys of lists are about."""
        changes = self._parts.changes
        return changes if changes.has_keys() else self.marking.side()

    def _attend(self, run: Callable[[str], None]) -> None:
        """What stands beside every view, and is asked by nobody."""
        parts, spread = self._parts, self._parts.spread
        KeptMargins(spread, self._rooms.home, self._jobs)
        Unlocking(parts, self._rooms, self._jobs)
        Scanning(spread, self._rooms, self.page.shown, self._file.renew, run)
        Retractions(spread, self._rooms, self.page.shown)
        spread.each(lambda view: view.problem.connect(parts.window.toast.say))
        spread.each(lambda view: PageMenu(view, TABLE, run))
        parts.window.page_keys = lambda: spread.here().picking.where()


def _over_pages(view: ReaderPane) -> ReaderPane:
    """A view that shows its pages: letters, regions and the caret lie over them."""
    view.reflow.show_pages()
    return view
