"""The reader as the commands see it: papers by id, with what was left on them."""

from collections.abc import Callable, Sequence

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Anchor, HighlightId, Place
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Job, Jobs, Lane, nothing


class Reading:
    """Opens papers in the reader and keeps their places: the `Page` of the commands."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        self._parts = parts
        self._reader = parts.reader
        self._rooms = rooms
        self._jobs = jobs
        self._paper: PaperId | None = None
        self._awaited: tuple[PaperId, Job] | None = None
        self._left: Callable[[], None] = nothing
        self._opened: Callable[[PaperId], None] = lambda _: None
        self._reader.place_changed.connect(self._keep_place)

    def open(self, paper: PaperId, page: int | None = None, mark: Sequence[str] = ()) -> None:
        """Open a paper's PDF, at a page with these words marked if any are named."""
        path = self._rooms.intake.here(paper)
        if path is None:
            return
        # Letters meant for a note must not become verbs of a paper that just arrived.
        typing = self._stop_waiting(paper) and self._typing()
        if self._paper != paper:
            self._reader.close_document()
            self._paper = paper
            notes = self._rooms.notes
            self._reader.open_document(Document(path), notes.place(paper), notes.highlights(paper))
        if typing:
            self._parts.window.panels.put("paper", self._parts.spread)
        else:
            self._parts.window.show_reader()
        self._opened(paper)
        if page is not None and mark:
            self._reader.mark_words(page, mark)
        elif page is not None:
            self._reader.go(page)

    def wait_for(self, paper: PaperId, job: Job) -> None:
        """Say that a paper's PDF is on the way, with the progress of the job."""
        self._awaited = (paper, job)
        self._parts.window.show_reader(on=False)
        self.show_progress()

    def awaits(self, paper: PaperId) -> bool:
        """Whether one still waits for this paper's PDF, and has not gone on."""
        shown = self._parts.page.paper()
        here = shown is None or shown.id == paper
        waits = self._awaited is not None and self._awaited[0] == paper
        return waits and here and not self._parts.window.reading()

    def fail(self, paper: PaperId, error: PaperDeskError) -> None:
        """Say why a paper's PDF did not come, and offer to try again."""
        self._stop_waiting(paper)
        shown = self._parts.page.paper()
        if shown is not None and shown.id == paper:
            self._parts.page.strip.show_failure(str(error), "paper.open")
        else:
            self._parts.window.errors.complain(str(error))

    def show_progress(self) -> None:
        """Show how far the download is, on the page of its paper."""
        shown = self._parts.page.paper()
        if self._awaited is None or shown is None or shown.id != self._awaited[0]:
            return
        job = self._awaited[1]
        if job.stop.is_set():
            self._stop_waiting(shown.id)
            return
        self._parts.page.strip.show_progress(job.detail or job.title, job.done, job.total)

    def jump(self, highlight: HighlightId) -> None:
        """Go to a highlight of the open paper."""
        anchor = self._rooms.notes.highlight(highlight).anchor
        self._reader.jump_to(anchor.page, anchor.quads)

    def paper(self) -> PaperId | None:
        """The paper that is open in the reader, if it is shown."""
        return self._paper if self._parts.window.reading() else None

    def selections(self) -> tuple[Anchor, ...]:
        """The selected passage: an anchor for each page that it touches."""
        return self._reader.selections()

    def selected_text(self) -> str:
        """The selected passage as text to copy."""
        return self._reader.parts.selecting.text()

    def current_highlight(self) -> HighlightId | None:
        """The highlight that was made or clicked last."""
        return self._reader.current_highlight()

    def choose(self, highlight: HighlightId) -> None:
        """Make a highlight the current one."""
        self._reader.parts.marks.choose(highlight)

    def clear_selection(self) -> None:
        """Let go of the selected text."""
        self._reader.clear_selection()

    def close(self) -> None:
        """Leave the reader for the paper's abstract."""
        window = self._parts.window
        if window.reading():
            window.show_reader(on=False)
            window.panels.focus("list")
        elif window.searching():
            window.leave_search()
        self._left()

    def when_left(self, call: Callable[[], None]) -> None:
        """Call this when the reader or the search was left for the list."""
        self._left = call

    def when_opened(self, call: Callable[[PaperId], None]) -> None:
        """Call this when a paper was opened: its note belongs beside it."""
        self._opened = call

    def refresh_highlights(self, papers: Sequence[PaperId]) -> None:
        """Show the highlights as they are now, if the open paper's changed."""
        if self._paper is not None and (not papers or self._paper in papers):
            self._reader.set_highlights(self._rooms.notes.highlights(self._paper))

    def _keep_place(self, place: Place) -> None:
        paper = self._paper
        if paper is not None:
            job = self._jobs.new("Place", quiet=True)
            self._jobs.start(
                job,
                Lane.WRITE,
                lambda _: self._rooms.notes.keep_place(paper, place),
                lambda _: None,
                lambda _: None,
            )

    def _typing(self) -> bool:
        """Whether the keys go into the note, or into a field of the window."""
        return self._parts.window.panels.with_keys() in ("notes", "")

    def _stop_waiting(self, paper: PaperId) -> bool:
        """Wait for a paper no more; whether one did."""
        if self._awaited is None or self._awaited[0] != paper:
            return False
        self._awaited = None
        self._parts.page.strip.clear()
        return True
