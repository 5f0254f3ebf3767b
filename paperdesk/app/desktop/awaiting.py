"""A paper whose PDF is on the way: what is said meanwhile, and if it fails."""

from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Job


class Waiting:
    """Shows downloads on the page of their paper: the `Awaiting` of the commands."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._awaited: tuple[PaperId, Job] | None = None

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
        self.stop(paper)
        shown = self._parts.page.paper()
        if shown is not None and shown.id == paper:
            self._parts.page.strip.show_failure(str(error), "paper.open")
        else:
            self._parts.window.errors.complain(str(error))

    def pause(self, paper: PaperId) -> None:
        """Say how far a download is that waits, and offer to go on."""
        awaited = self._awaited
        if awaited is not None and self.stop(paper):
            shown, job = self._parts.page.paper(), awaited[1]
            if shown is not None and shown.id == paper:
                self._parts.page.strip.show_paused(job.detail, job.done, job.total)

    def show_progress(self) -> None:
        """Show how far the download is, on the page of its paper."""
        shown = self._parts.page.paper()
        if self._awaited is None or shown is None or shown.id != self._awaited[0]:
            return
        job = self._awaited[1]
        if job.stop.is_set():
            self.stop(shown.id)
            return
        self._parts.page.strip.show_progress(job.detail or job.title, job.done, job.total)

    def stop(self, paper: PaperId) -> bool:
        """Wait for a paper no more; whether one did."""
        if self._awaited is None or self._awaited[0] != paper:
            return False
        self._awaited = None
        self._parts.page.strip.clear()
        return True
