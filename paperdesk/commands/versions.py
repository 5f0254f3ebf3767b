"""Verbs about the versions of a paper at arXiv: look for new ones, see them, let one pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from paperdesk.commands import revising
from paperdesk.commands.desk import Desk
from paperdesk.domain.comparison import Change, Compared, Comparison, Spot, as_markdown
from paperdesk.domain.errors import NotFound, PaperDeskError, Refused
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.domain.revision import Filed
from paperdesk.domain.shelf import NEW_VERSIONS
from paperdesk.infra.jobs import Job, Lane
from paperdesk.reader.comparing import data_changes

_LOOKING = "Looking for new versions"


def look(desk: Desk) -> None:
    """Ask arXiv now for new versions of all papers that you keep."""
    if desk.under_way(_LOOKING):
        desk.view.say(f"{_LOOKING} already.")
        return
    desk.fetch(
        _LOOKING,
        lambda job: desk.revisions.look(job, every=True),
        lambda news: _say(desk, news) if news else desk.view.say("No paper has a new version."),
    )


def look_in_background(desk: Desk) -> None:
    """Look at some papers that nobody has looked at for a day; only news is said."""
    if not desk.settings.get("watch-versions") or desk.settings.get("offline"):
        return
    if desk.under_way(_LOOKING) or not desk.revisions.waiting():
        return
    desk.jobs.start(
        desk.jobs.new(_LOOKING),
        Lane.FETCH,
        desk.revisions.look,
        lambda news: _say(desk, news),
        lambda _: None,
    )


def show_new(desk: Desk) -> None:
    """Show the papers of which arXiv has a newer version than you have seen."""
    desk.rows.show(NEW_VERSIONS)


def ignore(desk: Desk) -> None:
    """Let the new version pass: the paper is no news until the next one."""
    papers = tuple(paper.id for paper in desk.library.papers(desk.chosen()) if paper.newer)
    if not papers:
        raise Refused("No newer version is known than the one you have.")
    desk.write(lambda: desk.revisions.ignore(papers), lambda said: desk.view.say(said, undo=True))


def changes(desk: Desk) -> None:
    """Show what changed in the newest version since the one that you have, word for word."""
    paper = desk.current()
    desk.read(lambda: desk.revisions.files(paper.id), lambda files: _changes(desk, paper, files))


def pick(desk: Desk) -> None:
    """Read another version of the PDF; all that were fetched are kept."""
    paper = desk.current()
    desk.read(lambda: desk.revisions.files(paper.id), lambda files: _pick(desk, paper, files))


def visit_new(desk: Desk) -> None:
    """Go to where a change stands in the newer of the two versions."""
    compared, change = desk.differences.shown(), desk.differences.current()
    if compared is not None and change is not None:
        _visit(desk, compared, 1, change.new_at)


def visit_old(desk: Desk) -> None:
    """Go to where a change stands in the older of the two versions."""
    compared, change = desk.differences.shown(), desk.differences.current()
    if compared is None or change is None:
        raise Refused("V lists what changed in a new version of a paper.")
    _visit(desk, compared, 0, change.old_at)


def copy(desk: Desk) -> None:
    """Copy all that changed as Markdown: removed words struck out, new ones bold."""
    compared = desk.differences.shown()
    if compared is None:
        raise Refused("V lists what changed in a new version of a paper.")
    names = compared.title, compared.old, compared.new
    desk.view.copy(as_markdown(*names, compared.found))
    desk.view.say("Copied what changed.")


def _changes(desk: Desk, paper: Paper, files: Sequence[Filed]) -> None:
    if paper.newer is not None and files:
        _fetch(desk, paper)
    elif len(files) > 1:
        chosen = next((one for one in files[:-1] if one.chosen), files[-2])
        _compare(desk, paper, chosen, files[-1])
    else:
        _compare_data(desk, paper)


def _fetch(desk: Desk, paper: Paper) -> None:
    """Fetch the newest PDF, then compare; where it does not come, what is said of it."""

    def here(path: Path | None) -> None:
        revising.arrived(desk, paper.id, path)
        desk.read(
            lambda: desk.revisions.files(paper.id),
            lambda files: _changes(desk, replace(paper, newer=None), files),
        )

    def failed(error: PaperDeskError) -> None:
        desk.view.complain(error)
        if len(desk.revisions.of(paper.id)) > 1:
            _compare_data(desk, paper)

    job = desk.jobs.new(f"Fetching the newest version of {paper.title}")
    desk.jobs.start(job, Lane.FETCH, lambda job: desk.intake.newest(paper, job), here, failed)


def _compare(desk: Desk, paper: Paper, old: Filed, new: Filed) -> None:
    title = f"Comparing {old.name} with {new.name}: {paper.title}"
    if desk.under_way(title):
        desk.view.say("They are being compared already.")
        return

    def work(job: Job) -> Comparison:
        found = desk.comparing.compare(Document(old.path), Document(new.path), job)
        said = _said(desk, paper, old.version, new.version)
        return replace(found, changes=(*said, *found.changes))

    def done(found: Comparison) -> None:
        files = (old.id, new.id)
        desk.differences.show(Compared(paper.id, paper.title, old.name, new.name, found, files))

    desk.jobs.start(desk.jobs.new(title), Lane.TOOLS, work, done, desk.view.complain)


def _said(desk: Desk, paper: Paper, old: int, new: int) -> tuple[Change, ...]:
    """What changed in what arXiv says of two versions, where both were looked at."""
    known = {one.version: one for one in desk.revisions.of(paper.id)}
    if old == new or old not in known or new not in known:
        return ()
    return data_changes(known[old], known[new]).changes


def _compare_data(desk: Desk, paper: Paper) -> None:
    known = desk.revisions.of(paper.id)
    if len(known) < 2:
        raise Refused("Only one version of this paper is known here. “Look for new versions” asks.")
    old, new = known[-2:]
    names = f"v{old.version}", f"v{new.version}"
    desk.differences.show(Compared(paper.id, paper.title, *names, data_changes(old, new)))


def _pick(desk: Desk, paper: Paper, files: Sequence[Filed]) -> None:
    if len(files) < 2:
        raise Refused("Only one version of this PDF is here.")
    names = {f"{one.name}, fetched {one.arrived.isoformat()}": one.id for one in files[::-1]}
    desk.chooser.choose(
        "Read which version?",
        tuple(names),
        lambda name: _read(desk, paper.id, names[name], lambda: desk.page.open(paper.id)),
    )


def _visit(desk: Desk, compared: Compared, side: int, at: Spot | None) -> None:
    if compared.files is None or at is None:
        raise Refused("It has no place in that version.")
    _read(
        desk,
        compared.paper,
        compared.files[side],
        lambda: desk.spots.visit(compared.paper, at.page, at.top),
    )


def _read(desk: Desk, paper: PaperId, file: int, then: Callable[[], None]) -> None:
    """Show one of the PDFs of a paper, then go on."""
    shown = {one.id: one for one in desk.revisions.files(paper)}
    if file not in shown:
        raise NotFound("That version is no longer here.")
    if desk.file.document(paper).path == shown[file].path:
        then()
        return

    def turned(said: str) -> None:
        desk.view.say(said, undo=True)
        desk.file.renew(paper)
        then()
        revising.follow(desk, paper)

    desk.write(lambda: desk.revisions.choose(paper, file), turned)


def _say(desk: Desk, news: Sequence[PaperId]) -> None:
    papers = desk.library.papers(news)
    if len(papers) == 1 and papers[0].newer is not None:
        desk.view.mention(f"A new version, v{papers[0].newer.version}: {papers[0].title}")
    elif papers:
        desk.view.mention(f"{len(papers)} papers have new versions. gv shows them.")
