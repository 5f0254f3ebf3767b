"""Verbs of the PDFs that are on their way: begin, let wait, go on, look."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.domain.errors import Offline, PaperDeskError, Unreachable
from paperdesk.domain.paper import Paper, PaperId, State
from paperdesk.infra.jobs import Job, Lane
from paperdesk.infra.latex import plain

NONE = "No PDF is on its way."


def begin(desk: Desk) -> None:
    """Download the PDFs of the chosen papers, without opening them."""
    fetch(desk, desk.library.papers(desk.chosen()))


def fetch(desk: Desk, papers: Sequence[Paper]) -> None:
    """Download PDFs, each as a job that can wait and be stopped; also after a restart."""
    ids = tuple(paper.id for paper in papers)
    if not ids:
        return
    desk.write(lambda: desk.queue.want(ids), lambda _: _start(desk, papers))


def go_on(desk: Desk) -> None:
    """Fetch what was wanted before, unless it was to wait."""
    if not desk.settings.get("offline"):
        desk.write(lambda: _still_wanted(desk), lambda papers: _start(desk, papers))


def pause(desk: Desk) -> None:
    """Let all downloads wait; what there is of them stays."""
    jobs = [job for job in desk.jobs.running() if job.hold is not None]
    for job in jobs:
        _hold(job)
    desk.view.say(f"{_counted(len(jobs))} paused" if jobs else NONE)


def resume(desk: Desk) -> None:
    """Go on with all downloads that wait, from where they were."""

    def go(papers: Sequence[Paper]) -> None:
        desk.view.say(f"{_counted(len(papers))} go on" if papers else "No download is paused.")
        fetch(desk, papers)

    desk.read(lambda: _papers(desk, paused=True), go)


def turn(desk: Desk) -> None:
    """Let the downloads of the chosen papers wait, or go on with them."""
    _turn(desk, desk.chosen())


def show(desk: Desk) -> None:
    """List the PDFs that are on their way; choosing one lets it wait, or go on."""

    def offer(papers: Sequence[Paper]) -> None:
        if not papers:
            desk.view.say(NONE)
            return
        paused = {one.paper for one in desk.queue.all() if one.paused}
        options = [
            Option(str(paper.id), plain(paper.title), _standing(desk, paper, paused))
            for paper in papers
        ]
        title = "Downloads: choosing one lets it wait, or go on"
        desk.chooser.offer(title, options, lambda word: _turn(desk, [PaperId(int(word))]))

    desk.read(lambda: _papers(desk), offer)


def holding(desk: Desk, paper: PaperId, job: Job) -> None:
    """Let a job that fetches a paper's PDF be paused, and be wanted until it is here."""

    def hold() -> None:
        job.cancel()
        desk.awaiting.pause(paper)
        desk.write(lambda: desk.queue.want([paper], paused=True), lambda _: None)

    job.hold = hold
    job.dropped = lambda: done_with(desk, paper)


def done_with(desk: Desk, paper: PaperId) -> None:
    """Want a PDF no more."""
    if any(one.paper == paper for one in desk.queue.all()):
        desk.write(lambda: desk.queue.drop([paper]), lambda _: None)


def _start(desk: Desk, papers: Sequence[Paper]) -> None:
    for paper in papers:
        title = _title(paper)
        if desk.under_way(title) or desk.under_way(opening(paper)):
            continue
        job = desk.jobs.new(title)
        holding(desk, paper.id, job)
        desk.jobs.start(
            job,
            Lane.FETCH,
            lambda job, paper=paper: _fetched(desk, paper, job),  # type: ignore[misc]
            desk.view.mention,
            lambda error, paper=paper: _failed(desk, paper, error),  # type: ignore[misc]
        )


def _fetched(desk: Desk, paper: Paper, job: Job) -> str:
    path = desk.intake.download(paper, job)
    desk.queue.drop([paper.id])
    return f"Here now: {path.name}"


def _failed(desk: Desk, paper: Paper, error: PaperDeskError) -> None:
    """What the network did not give is still wanted; what is not to be had is not."""
    if not isinstance(error, Unreachable):
        done_with(desk, paper.id)
    elif not isinstance(error, Offline):
        desk.write(lambda: desk.queue.want([paper.id], paused=True), lambda _: None)
    desk.view.complain(error)


def _still_wanted(desk: Desk) -> list[Paper]:
    """The papers to go on with; what came otherwise, or was thrown away, is wanted no more."""
    wanted = [one.paper for one in desk.queue.all()]
    lacking = {one.id for one in _papers(desk) if one.state is not State.TRASH}
    if stale := [paper for paper in wanted if paper not in lacking]:
        desk.queue.drop(stale)
    return [paper for paper in _papers(desk, paused=False) if paper.id in lacking]


def _papers(desk: Desk, *, paused: bool | None = None) -> tuple[Paper, ...]:
    """The papers of the queue whose PDFs are not here; all, or those that wait, or not."""
    wanted = [one.paper for one in desk.queue.all() if paused is None or one.paused is paused]
    lacking = [paper for paper in wanted if desk.intake.here(paper) is None]
    return desk.library.papers(lacking)


def _turn(desk: Desk, papers: Sequence[PaperId]) -> None:
    found = desk.library.papers(papers)
    jobs = [job for paper in found if (job := _job(desk, paper)) is not None]
    if not jobs:
        lacking = [paper for paper in found if desk.intake.here(paper.id) is None]
        if not lacking:
            desk.view.say(NONE)
        fetch(desk, lacking)
        return
    for job in jobs:
        _hold(job)
    desk.view.say(f"{_counted(len(jobs))} paused")


def _job(desk: Desk, paper: Paper) -> Job | None:
    return desk.under_way(_title(paper)) or desk.under_way(opening(paper))


def _hold(job: Job) -> None:
    if job.hold is not None:
        job.hold()


def _standing(desk: Desk, paper: Paper, paused: set[PaperId]) -> str:
    job = _job(desk, paper)
    if job is not None:
        return job.detail or "waits for its turn"
    return "paused" if paper.id in paused else "waits for the network"


def _title(paper: Paper) -> str:
    return f"Downloading {paper.title}"


def opening(paper: Paper) -> str:
    """What the job is called that fetches a paper to open it."""
    return f"Opening {paper.title}"


def _counted(number: int) -> str:
    return "1 download" if number == 1 else f"{number:,} downloads"
