"""Verbs of the reader: open, move, find, copy."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.commands import downloads
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import Found, Paper, PaperId
from paperdesk.infra.jobs import Job, Lane


def open_paper(desk: Desk) -> None:
    """Open the paper's PDF, downloaded first if it is not here."""
    open_at(desk, desk.chosen()[0])


def open_at(
    desk: Desk,
    paper: PaperId,
    page: int | None = None,
    words: Sequence[str] = (),
    *,
    passing: bool = False,
) -> None:
    """Open a paper at a page, with words marked there if any are named.

    One that is opened in passing gives up its tab to the next.
    """
    found = desk.library.paper(paper)
    desk.tabs.expect(paper, passing=passing)
    if desk.intake.here(paper) is not None:
        desk.page.open(paper, page, words)
        _read_now(desk, found)
        return
    title = downloads.opening(found)
    if under_way := desk.under_way(title):
        desk.awaiting.wait_for(paper, under_way)
        return
    job = desk.jobs.new(title)
    downloads.holding(desk, paper, job)
    desk.awaiting.wait_for(paper, job)
    desk.jobs.start(
        job,
        Lane.AWAITED,
        lambda job: _fetched(desk, found, job),
        lambda outcome: _arrived(desk, outcome, paper, page, words),
        lambda error: desk.awaiting.fail(paper, error),
    )


def next_paper(desk: Desk) -> None:
    """Open the paper of the list below this one, in the tab of the one passed before."""
    _open_beside(desk, 1, "This is the last paper of the list.")


def previous_paper(desk: Desk) -> None:
    """Open the paper of the list above this one, in the tab of the one passed before."""
    _open_beside(desk, -1, "This is the first paper of the list.")


def _open_beside(desk: Desk, steps: int, at_the_end: str) -> None:
    paper = desk.rows.step_from(desk.page.paper(), steps)
    if paper is None:
        desk.view.say(at_the_end)
    else:
        open_at(desk, paper, passing=True)


def _fetched(desk: Desk, paper: Paper, job: Job) -> Paper | tuple[Found, ...]:
    """Download a PDF; a paper without an id is looked up first.

    Where the title alone does not decide, the papers that it may be.
    """
    if not (paper.arxiv or paper.doi or paper.url):
        looked_up = desk.intake.look_up(paper.title, job)
        if looked_up.sure is None:
            return looked_up.candidates
        paper = desk.library.paper(desk.intake.settle(paper, looked_up.sure))
    desk.intake.download(paper, job, awaited=True)
    return paper


def _arrived(
    desk: Desk,
    outcome: Paper | tuple[Found, ...],
    asked: PaperId,
    page: int | None,
    words: Sequence[str],
) -> None:
    """Open what has come, unless one has gone on; or ask which paper it is."""
    if isinstance(outcome, Paper):
        downloads.done_with(desk, asked)
    if isinstance(outcome, Paper) and desk.awaiting.awaits(asked):
        desk.page.open(outcome.id, page, words)
        _read_now(desk, outcome)
        return
    if isinstance(outcome, Paper):
        desk.view.say(f"Here now: {outcome.title}")
        return
    what = "The title alone does not tell which paper this is" if outcome else "No source knows it"
    desk.awaiting.fail(asked, NotFound(f"{what}. Ctrl+N adds it by its arXiv id or link."))
    named = {f"{found.title} ({found.arxiv})": found for found in outcome if found.arxiv}
    said = desk.view.ask_text("Which of these is it?", choices=tuple(named)) if named else None
    if said in named:
        paper, chosen = desk.library.paper(asked), named[said]
        desk.write(
            lambda: desk.intake.settle(paper, chosen), lambda settled: open_at(desk, settled)
        )


def _read_now(desk: Desk, paper: Paper) -> None:
    """Who opens a paper has seen it; that is no step to undo."""
    if paper.unread:
        desk.write(lambda: desk.library.seen(paper.id), lambda _: None)


def down(desk: Desk) -> None:
    """Scroll down by a few lines; with the ruler on, go to the next line."""
    if not desk.ruler.move_line(1):
        desk.motion.lines(3)


def up(desk: Desk) -> None:
    """Scroll up by a few lines; with the ruler on, go to the line before."""
    if not desk.ruler.move_line(-1):
        desk.motion.lines(-3)


def screen_down(desk: Desk) -> None:
    """Scroll down by a screen."""
    desk.motion.scroll_screens(1)


def screen_up(desk: Desk) -> None:
    """Scroll up by a screen."""
    desk.motion.scroll_screens(-1)


def half_down(desk: Desk) -> None:
    """Scroll down by half a screen."""
    desk.motion.scroll_screens(0.5)


def half_up(desk: Desk) -> None:
    """Scroll up by half a screen."""
    desk.motion.scroll_screens(-0.5)


def next_page(desk: Desk) -> None:
    """Go to the top of the next page."""
    desk.motion.turn(1)


def previous_page(desk: Desk) -> None:
    """Go to the top of the page before."""
    desk.motion.turn(-1)


def first_page(desk: Desk) -> None:
    """Go to the first page."""
    desk.motion.go(0)


def last_page(desk: Desk) -> None:
    """Go to the last page."""
    desk.motion.go(-1)


def page(desk: Desk, count: int) -> None:
    """Go to a page by its number, counted from 1."""
    desk.motion.go(count - 1)


def larger(desk: Desk) -> None:
    """Show the page larger."""
    desk.motion.zoom(1)


def smaller(desk: Desk) -> None:
    """Show the page smaller."""
    desk.motion.zoom(-1)


def actual_size(desk: Desk) -> None:
    """Show the page at its printed size."""
    desk.motion.zoom(0)


def find(desk: Desk) -> None:
    """Find text in the open paper."""
    desk.motion.open_find()


def next_match(desk: Desk) -> None:
    """Go to the next place where the text was found."""
    desk.motion.find_next(1)


def previous_match(desk: Desk) -> None:
    """Go to the place before where the text was found."""
    desk.motion.find_next(-1)


def back(desk: Desk) -> None:
    """Go back to where the last jump began."""
    desk.motion.back(1)


def forward(desk: Desk) -> None:
    """Go forward again."""
    desk.motion.back(-1)


def copy_text(desk: Desk) -> None:
    """Copy the selected text, hyphens at line ends dissolved."""
    text = desk.page.selected_text()
    if not text:
        desk.view.say("Select text first: with the mouse, or with v.")
        return
    desk.view.copy(text)
    desk.view.say("Copied.")
