"""Verbs that add papers by what names them: one or many, in any form."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from paperdesk.commands import papers
from paperdesk.commands.bringing import Report, show_arrivals
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import Cancelled, NotFound, PaperDeskError, Unreachable
from paperdesk.domain.identifier import arxiv_from_doi, arxiv_id, doi, several
from paperdesk.domain.paper import LIBRARY, Found, PaperId
from paperdesk.domain.reference import Line, Reference
from paperdesk.infra.jobs import Job, Lane
from paperdesk.infra.journal import RUN
from paperdesk.library import Import


def add(desk: Desk) -> None:
    """Add papers by arXiv ids, DOIs, or links that hold one: one or many, pasted."""
    answer = desk.view.ask_text("arXiv ids, DOIs or links; many at once if you like")
    words = several(answer or "")
    if len(words) == 1 and doi(words[0]) is None:
        papers.add_named(desk, words[0])
    elif words:
        desk.jobs.start(
            desk.jobs.new(f"Adding {len(words):,} papers"),
            Lane.FETCH,
            lambda job: take(desk, words, job),
            lambda report: show_arrivals(desk, report),
            desk.view.complain,
        )


def take(desk: Desk, words: Sequence[str], job: Job) -> Report:
    """Keep the papers that some words name, as one step to undo; what became of each."""
    report = Report("Papers", total=len(words))
    whole = Import(f"Adding of {len(words):,} papers", f"{RUN}{uuid.uuid4().hex}")
    try:
        known = _asked(desk, words, job)
        for at, word in enumerate(words):
            job.advance(at, len(words), word)
            report.lines.append(_taken(desk, word, known, whole, job))
    except Cancelled:
        if not report.lines:
            raise
        report.stopped = True
    return report


def _asked(desk: Desk, words: Sequence[str], job: Job) -> dict[str, Found]:
    """What arXiv knows of all that are its own and not here, asked for together."""
    ids = [base for word in words if (base := _arxiv(word)) and _here(desk, word) is None]
    if len(ids) < 2:
        return {}
    try:
        return desk.intake.named(list(dict.fromkeys(ids)), job)
    except Unreachable:
        return {}  # each says so by itself


def _taken(desk: Desk, word: str, known: dict[str, Found], whole: Import, job: Job) -> Line:
    try:
        here = _here(desk, word)
        if here is not None:
            return Line(word, here, "known")
        found = known.get(_arxiv(word) or "")
        reference = Reference(word, found) if found else desk.intake.reference(word, job)
    except Cancelled:
        raise
    except PaperDeskError as error:
        return Line(word, error=str(error))
    (line,) = desk.references.bring([reference], whole)
    return Line(word, line.paper, line.result, line.error, line.remark)


def _arxiv(word: str) -> str | None:
    named = doi(word)
    found = arxiv_from_doi(named) if named else arxiv_id(word)
    return found.base if found else None


def _here(desk: Desk, word: str) -> PaperId | None:
    """The paper of a word, if it is kept already."""
    try:
        paper = desk.library.paper(desk.library.resolve(_arxiv(word) or word))
    except NotFound:
        return None
    return paper.id if paper.state in LIBRARY else None
