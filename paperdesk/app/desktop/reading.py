"""The reader as the commands see it: papers by id, with what was left on them."""

from collections.abc import Callable, Sequence

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.awaiting import Waiting
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.note import Anchor, HighlightId, Place
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Jobs, Lane, nothing
from paperdesk.ui.reader import ReaderPane


class Reading:
    """Opens papers in the views and keeps their places: the `Page` of the commands."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs, waiting: Waiting) -> None:
        self._parts = parts
        self._rooms = rooms
        self._jobs = jobs
        self._waiting = waiting
        self._papers: dict[ReaderPane, PaperId] = {}
        self._places: dict[PaperId, Place] = {}
        self._unlocked: dict[PaperId, Document] = {}
        self._left: Callable[[], None] = nothing
        self._opened: list[Callable[[PaperId], None]] = []
        parts.spread.each(self._join)

    def open(self, paper: PaperId, page: int | None = None, mark: Sequence[str] = ()) -> None:
        """Open a paper's PDF, at a page with these words marked if any are named."""
        path = self._rooms.intake.here(paper)
        if path is None:
            return
        # Letters meant for a note must not become verbs of a paper that just arrived.
        typing = self._waiting.stop(paper) and self._typing()
        view = self._view()
        if self._papers.get(view) != paper:
            self._turn(view, paper, Document(path))
        if typing:
            self._parts.window.panels.put("paper", self._parts.spread)
        else:
            self._parts.window.show_reader()
        for call in self._opened:
            call(paper)
        if page is not None and mark:
            view.mark_words(page, mark)
        elif page is not None:
            view.go(page)

    def jump(self, highlight: HighlightId) -> None:
        """Go to a highlight of the open paper."""
        anchor = self._rooms.notes.highlight(highlight).anchor
        self._view().jump_to(anchor.page, anchor.quads)

    def paper(self) -> PaperId | None:
        """The paper that is open in the reader, if it is shown."""
        return self._papers.get(self._view()) if self._parts.window.reading() else None

    def selections(self) -> tuple[Anchor, ...]:
        """The selected passage: an anchor for each page that it touches."""
        return self._view().selections()

    def selected_text(self) -> str:
        """The selected passage as text to copy."""
        return self._view().parts.selecting.text()

    def current_highlight(self) -> HighlightId | None:
        """The highlight that was made or clicked last."""
        return self._view().current_highlight()

    def choose(self, highlight: HighlightId) -> None:
        """Make a highlight the current one."""
        self._view().parts.marks.choose(highlight)

    def clear_selection(self) -> None:
        """Let go of the selected text."""
        self._view().clear_selection()

    def close(self) -> None:
        """Leave the reader for the paper's abstract; its tab stays."""
        window = self._parts.window
        if window.reading():
            window.show_reader(on=False)
            window.panels.focus("list")
        elif window.searching():
            window.leave_search()
        self._left()

    def put_away(self, paper: PaperId) -> None:
        """Hold a paper open no longer; its place is kept."""
        for view in [view for view, shown in self._papers.items() if shown == paper]:
            view.close_document()
            del self._papers[view]
        self._unlocked.pop(paper, None)

    def when_left(self, call: Callable[[], None]) -> None:
        """Call this when the reader or the search was left for the list."""
        self._left = call

    def when_opened(self, call: Callable[[PaperId], None]) -> None:
        """Call this when a paper was opened: its note belongs beside it."""
        self._opened.append(call)

    def refresh_highlights(self, papers: Sequence[PaperId]) -> None:
        """Show the highlights as they are now, where those of an open paper changed."""
        for view, paper in self._papers.items():
            if not papers or paper in papers:
                view.set_highlights(self._rooms.notes.highlights(paper))

    def _view(self) -> ReaderPane:
        return self._parts.spread.here()

    def _join(self, view: ReaderPane) -> None:
        view.place_changed.connect(lambda place: self._keep_place(view, place))

    def _turn(self, view: ReaderPane, paper: PaperId, document: Document) -> None:
        """Show another paper in a view; the password of the one before is kept in mind."""
        before, left = self._papers.get(view), view.parts.opening.document
        if before is not None and left is not None and left.password:
            self._unlocked[before] = left
        view.close_document()
        self._papers[view] = paper
        known = self._unlocked.get(paper)
        if known is not None and known.path == document.path:
            document = known
        # What was just left may still be on its way into the library.
        place = self._places.get(paper) or self._rooms.notes.place(paper)
        view.open_document(document, place, self._rooms.notes.highlights(paper))

    def _keep_place(self, view: ReaderPane, place: Place) -> None:
        paper = self._papers.get(view)
        if paper is not None:
            self._places[paper] = place
            self._jobs.start(
                self._jobs.new("Place", quiet=True),
                Lane.WRITE,
                lambda _: self._rooms.notes.keep_place(paper, place),
                lambda _: None,
                lambda _: None,
            )

    def _typing(self) -> bool:
        """Whether the keys go into the note, or into a field of the window."""
        return self._parts.window.panels.with_keys() in ("notes", "")
