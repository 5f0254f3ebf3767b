"""The reader as the commands see it: papers by id, with what was left on them."""

from collections.abc import Callable, Sequence

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.awaiting import Waiting
from paperdesk.app.desktop.kept import Kept
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.shown import Shown
from paperdesk.domain.note import Anchor, HighlightId, Place
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Jobs, nothing
from paperdesk.ui.reader import ReaderPane


class Reading:
    """Opens papers in the views and keeps their places: the `Page` of the commands."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs, waiting: Waiting) -> None:
        self._parts = parts
        self._rooms = rooms
        self._waiting = waiting
        self._kept = Kept(rooms, jobs, lambda paper: parts.papers.papers_changed((paper,)))
        self._shown: dict[ReaderPane, Shown] = {}
        self._left: Callable[[], None] = nothing
        self.before: Callable[[PaperId], None] = lambda _: None
        """Called before a paper is opened: it may choose the view."""
        self._opened: list[Callable[[PaperId], None]] = []
        parts.spread.each(self._join)

    def open(self, paper: PaperId, page: int | None = None, mark: Sequence[str] = ()) -> None:
        """Open a paper's PDF, at a page with these words marked if any are named."""
        self.before(paper)
        shown = self.at()
        if not shown.show(paper):
            return
        # Letters meant for a note must not become verbs of a paper that just arrived.
        typing = self._waiting.stop(paper) and self._typing()
        if typing:
            self._parts.window.panels.put("paper", self._parts.spread)
        else:
            self._parts.window.show_reader()
        self._tell(paper)
        if page is not None and mark:
            shown.view.mark_words(page, mark)
        elif page is not None:
            shown.view.go(page)

    def visit(self, paper: PaperId, place: Place) -> None:
        """Jump to a place of a paper whose PDF is here."""
        shown = self.at()
        if shown.paper == paper:
            shown.view.visit(place)
        else:
            self._kept.move(paper, place)
            self.open(paper)

    def jump(self, highlight: HighlightId) -> None:
        """Go to a highlight of the open paper, and choose it."""
        anchor = self._rooms.notes.highlight(highlight).anchor
        self.at().view.jump_to(anchor.page, anchor.quads)
        self.at().view.parts.marks.choose(highlight)

    def paper(self) -> PaperId | None:
        """The paper that is open in the reader, if it is shown."""
        return self.at().paper if self._parts.window.reading() else None

    def selections(self) -> tuple[Anchor, ...]:
        """The selected passage: an anchor for each page that it touches."""
        return self.at().view.selections()

    def selected_text(self) -> str:
        """The selected passage as text to copy."""
        view = self.at().view
        return view.reflow.selected_text() or view.parts.selecting.text()

    def current_highlight(self) -> HighlightId | None:
        """The highlight that was made or clicked last."""
        return self.at().view.current_highlight()

    def choose(self, highlight: HighlightId) -> None:
        """Make a highlight the current one."""
        self.at().view.parts.marks.choose(highlight)

    def clear_selection(self) -> None:
        """Let go of the selected text."""
        self.at().view.clear_selection()

    def close(self) -> None:
        """Leave the reader for the paper's abstract; its tab stays."""
        window = self._parts.window
        if window.reading():
            window.show_reader(on=False)
            window.panels.focus("list")
        elif window.searching():
            window.leave_search()
        self._left()

    def shown(self) -> dict[ReaderPane, PaperId | None]:
        """The views, each with the paper that it shows."""
        return {view: shown.paper for view, shown in self._shown.items()}

    def put_away(self, paper: PaperId) -> None:
        """Hold a paper open no longer; its place is kept."""
        for shown in self._shown.values():
            if shown.paper == paper:
                shown.put_away()
        self._kept.forget_password(paper)

    def when_left(self, call: Callable[[], None]) -> None:
        """Call this when the reader or the search was left for the list."""
        self._left = call

    def when_opened(self, call: Callable[[PaperId], None]) -> None:
        """Call this when a paper was opened: its note belongs beside it."""
        self._opened.append(call)

    def refresh_highlights(self, papers: Sequence[PaperId]) -> None:
        """Show the highlights as they are now, where those of an open paper changed."""
        for shown in self._shown.values():
            if not papers or shown.paper in papers:
                shown.refresh_highlights()

    def at(self, view: ReaderPane | None = None) -> Shown:
        """What is shown in a view, in that with the keys unless told."""
        return self._shown[view or self._parts.spread.here()]

    def _join(self, view: ReaderPane) -> None:
        self._shown[view] = Shown(view, self._rooms, self._kept, self._tell)

    def _tell(self, paper: PaperId) -> None:
        for call in self._opened:
            call(paper)

    def _typing(self) -> bool:
        """Whether the keys go into the note, or into a field of the window."""
        return self._parts.window.panels.with_keys() in ("notes", "")
