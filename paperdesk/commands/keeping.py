"""What follows when a paper is kept: its gaps are filled, and its PDF comes if that is wished."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.commands import downloads
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import FEED, Paper, PaperId, State
from paperdesk.infra.jobs import Lane, ignore

KEPT = (State.INBOX, State.LATER, State.SHORTLIST)
"""The states that a paper of the feed is kept in by one key."""


def newly_kept(desk: Desk, papers: Sequence[PaperId], state: State) -> tuple[Paper, ...]:
    """Those of some papers that are about to leave the feed for the library."""
    if state not in KEPT:
        return ()
    return tuple(paper for paper in desk.library.papers(papers) if paper.state in FEED)


def follow(desk: Desk, papers: Sequence[Paper], state: State) -> None:
    """Fill the gaps of papers that were kept, and fetch the PDFs that are wished for."""
    if desk.settings.get("offline"):
        return
    lacking = tuple(paper for paper in papers if lacks(paper))
    if lacking:
        complete(desk, lacking)
    if wished(str(desk.settings.get("keep-pdf")), state):
        downloads.fetch(desk, [paper for paper in papers if paper.file is None])


def lacks(paper: Paper) -> bool:
    """Whether something is missing that every paper has."""
    return not (paper.authors and paper.abstract and paper.published)


def wished(policy: str, state: State) -> bool:
    """Whether a paper that comes into a state is to have its PDF."""
    return policy == "kept" or (policy == "shortlisted" and state is State.SHORTLIST)


def complete(desk: Desk, papers: Sequence[Paper]) -> None:
    """Look up what papers lack; a source that does not answer is no trouble to anybody."""
    title = (
        f"Completing {papers[0].title}"
        if len(papers) == 1
        else f"Completing {len(papers):,} papers"
    )
    job = desk.jobs.new(title)
    desk.jobs.start(
        job,
        Lane.FETCH,
        lambda job: desk.intake.complete(papers, job),
        lambda filled: desk.view.mention(_said(filled)) if filled else None,
        ignore,
    )


def _said(filled: int) -> str:
    return f"{filled:,} {'paper' if filled == 1 else 'papers'} completed from arXiv"
