"""The marks of the open papers: on their pages, and in the lists beside them."""

from functools import partial

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QImage, QTextCursor

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.browsing import Browsing
from paperdesk.app.desktop.comments import Comments
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.thumbnails import Thumbnails
from paperdesk.commands.faces.marks import Side
from paperdesk.domain.annotation import foreign_name
from paperdesk.domain.note import Highlight, HighlightId
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.reader.contents import Spot
from paperdesk.reader.infile import listed
from paperdesk.ui.marks.panel import Known, MarksPanel
from paperdesk.ui.marks.steering import Steering
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.side import Panel

NAME = "marks"
"""The list's name among the panels beside the pages."""

IN_FILE = "In the PDF itself"
"""Over the marks that other programs left there."""

Citing = dict[HighlightId, tuple[PaperId, ...]]


class Marking(QObject):
    """Gives each view its list of marks, and chooses in both: the `Marking` of the commands."""

    wanted = Signal(str)
    """A command of the tools over the list, by its id."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self.comments = Comments(rooms, jobs, parts.window.errors)
        self.browsing = Browsing(parts, rooms, jobs)
        self._parts = parts
        self._spread = parts.spread
        self._rooms = rooms
        self._jobs = jobs
        self._steering = Steering(self.browsing.browser)
        self._stopped = False
        self._thumbnails = Thumbnails(rooms, jobs, self)
        self._thumbnails.arrived.connect(self._refresh_all)
        self._panels: dict[ReaderPane, MarksPanel] = {}
        self._citing: dict[ReaderPane, Citing] = {}
        self._hides_after: set[ReaderPane] = set()
        self.browsing.browser.comment.edited.connect(self.comments.save)
        parts.spread.each(self._join)

    def current(self) -> HighlightId | None:
        """The mark of the row with the keys, else the one chosen on the page."""
        view, browser = self._spread.here(), self.browsing.browser
        if browser.has_keys():
            return browser.current()
        return self._panels[view].current() if self.listed() else view.parts.marks.current

    def listed(self) -> bool:
        """Whether the keys are in the list of marks, so that its row is meant."""
        side = self._spread.here().side
        return self.browsing.browser.has_keys() or (side.panel() == NAME and side.has_keys())

    def paper(self) -> PaperId | None:
        """The paper of the row in the list of all marks, while the keys are there."""
        browser = self.browsing.browser
        placed = browser.placed() if browser.has_keys() else None
        return placed.mark.paper if placed is not None else None

    def side(self) -> Side:
        """The list that the keys of lists are about: that of all marks, or what is beside."""
        browser = self.browsing.browser
        return self._steering if browser.has_keys() else self._spread.here().side

    def browse(self) -> None:
        """Show the marks of the whole library in place of the list, with the keys."""
        self.browsing.open()

    def show_pictures(self) -> None:
        """Look again for the pictures of areas: one was made."""
        self._thumbnails.look_again()

    def show_note(self, paper: PaperId, mark: HighlightId) -> None:
        """Put the caret into a paper's note, where it links to a mark."""
        self.browsing.shown.emit(paper)
        self._parts.window.panels.reveal("notes")
        self._parts.notes.write()
        editor = self._parts.notes.editor
        editor.moveCursor(QTextCursor.MoveOperation.Start)
        editor.find(f"highlight={mark}")

    def write_comment(self, mark: HighlightId) -> None:
        """Open the field below the list for a mark's comment, with the keys."""
        view = self._spread.here()
        found = self._rooms.notes.highlight(mark)
        if self.browsing.browser.has_keys():
            self.browsing.browser.write(found)
            return
        if not view.side.panel():
            self._hides_after.add(view)
        if view.side.panel() != NAME:
            view.side.show_panel(NAME)
        self._panels[view].write(found)

    def step(self, steps: int) -> bool:
        """Go to the next mark of the paper (1) or the one before (-1), if there is one."""
        view = self._spread.here()
        marks, scroller = view.parts.marks, view.parts.view.scroller
        if not len(scroller.column):
            return False
        here = marks.standing.find(marks.current)
        if here is not None and here.anchor.page not in scroller.visible():
            here = None
        top = scroller.point(QPointF(0.0, 0.0))
        found = marks.standing.next(here.id if here else None, top, steps)
        if found is not None:
            _go_to(view, found)
        return found is not None

    def flush(self) -> None:
        """Save what is being typed, now."""
        for panel in self._panels.values():
            panel.comment.flush()
        self.browsing.browser.comment.flush()

    def stop(self) -> None:
        """Ask for nothing more: the program ends."""
        self._stopped = True
        self.browsing.stop()
        self.comments.stop()

    def _join(self, view: ReaderPane) -> None:
        """Put a list of marks beside the pages of a view."""
        panel = MarksPanel()
        self._panels[view] = panel
        view.side.add(NAME, Panel("Marks", panel, panel.view, panel.narrow))
        view.side.turned.connect(partial(self._refresh, view))
        view.parts.marks.replaced.connect(partial(self._refresh, view))
        view.parts.outline.changed.connect(partial(self._refresh, view))
        view.parts.infile.arrived.connect(partial(self._refresh, view))
        view.parts.marks.chosen.connect(partial(self._follow, view))
        panel.chosen.connect(partial(_go_to, view))
        panel.wanted.connect(self.wanted)
        panel.sought.connect(partial(_seek, view))
        panel.comment.edited.connect(self.comments.save)
        panel.comment.left.connect(partial(self._back, view))

    def _refresh_all(self) -> None:
        for view in self._panels:
            self._refresh(view)

    def _refresh(self, view: ReaderPane, *_: str) -> None:
        """Show the marks as they are now, if they are shown at all."""
        if view.side.panel() == NAME and not self._stopped:
            self._show(view)
            marks = view.parts.marks.standing.all
            if marks:
                self._look_up(view, marks[0].paper)

    def _show(self, view: ReaderPane) -> None:
        marks = view.parts.marks
        cited = {mark: len(papers) for mark, papers in self._citing.get(view, {}).items()}
        self._panels[view].show_marks(
            Known(
                (*marks.standing.all, *_in_file(view)),
                self.browsing.meanings(),
                cited,
                partial(_section, view),
                self._picture,
            )
        )
        self._follow(view)

    def _picture(self, mark: Highlight) -> QImage | None:
        return None if foreign_name(mark.id) else self._thumbnails.picture(mark)

    def _look_up(self, view: ReaderPane, paper: PaperId) -> None:
        """Ask which notes cite the marks, beside the window's thread."""

        def found(citing: Citing) -> None:
            if citing != self._citing.get(view):
                self._citing[view] = citing
                self._show(view)

        aside(self._jobs, Lane.READ, lambda: self._rooms.marks.citing(paper), found)

    def _follow(self, view: ReaderPane) -> None:
        """Put the list's cursor where the page's is, unless one moves in the list."""
        if not view.side.has_keys():
            self._panels[view].follow(view.parts.marks.current)

    def _back(self, view: ReaderPane) -> None:
        """From the comment back to where one came from."""
        if view in self._hides_after:
            self._hides_after.discard(view)
            view.side.put_away()
        else:
            view.side.leave()


def _go_to(view: ReaderPane, mark: Highlight) -> None:
    view.jump_to(mark.anchor.page, mark.anchor.quads)
    view.parts.marks.choose(mark.id)


def _in_file(view: ReaderPane) -> tuple[Highlight, ...]:
    """What other programs have marked in the PDF, as far as it is not adopted."""
    parts = view.parts
    return listed(parts.infile.marks, parts.marks.standing.all, parts.view.scroller.column.pages)


def _section(view: ReaderPane, mark: Highlight) -> str:
    """The section of the paper that a mark stands in."""
    if foreign_name(mark.id):
        return IN_FILE
    outline, anchor = view.parts.outline, mark.anchor
    left, top = anchor.quads[0][:2] if anchor.quads else (0.0, 0.0)
    at = outline.section(Spot(anchor.page, top, left))
    return outline.contents.items[at].title if at >= 0 else ""


def _seek(view: ReaderPane, asked: str) -> None:
    view.side.field.show()
    view.side.field.setText(asked)
