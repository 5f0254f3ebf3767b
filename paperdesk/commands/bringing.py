"""Verbs that bring in what other programs keep: bibliographies, with notes and files."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.domain.errors import Cancelled, PaperDeskError
from paperdesk.domain.paper import PaperId
from paperdesk.domain.reference import Line, Reference
from paperdesk.domain.shelf import ALL
from paperdesk.infra.jobs import Job, Lane
from paperdesk.infra.journal import RUN, Edit
from paperdesk.intake.bibliography import located
from paperdesk.library import Import

MOST_SHOWN = 5_000
"""Lines of a report that a window lists: those with faults come first."""

_SIGNS = {"added": "✓", "updated": "+", "known": "·", "failed": "✗"}


@dataclass(slots=True)
class Report:
    """What became of each entry of a file; `stopped` if somebody stopped it."""

    name: str
    lines: list[Line] = field(default_factory=list)
    total: int = 0
    stopped: bool = False

    @property
    def summary(self) -> str:
        """How many came, in a sentence."""
        counts = {result: sum(one.result == result for one in self.lines) for result in _SIGNS}
        said = f"{counts['added']:,} added"
        for result, words in (("updated", "filled in"), ("known", "here already")):
            said += f", {counts[result]:,} {words}" if counts[result] else ""
        said += f", {counts['failed']:,} not taken" if counts["failed"] else ""
        stopped = f"Stopped after {len(self.lines):,} of {self.total:,}: " if self.stopped else ""
        return f"{self.name}: {stopped}{said}"


def bring(desk: Desk) -> None:
    """Import a bibliography: BibTeX, RIS, CSL-JSON or Zotero RDF, with notes and files."""
    bring_files(desk, desk.view.ask_files("Bibliography"))


def bring_files(desk: Desk, paths: Sequence[Path]) -> None:
    """Import bibliographies that were chosen or dropped."""
    for path in paths:
        title = f"Importing {path.name}"
        if desk.under_way(title):
            desk.view.say(f"{path.name} is being imported already.")
            continue
        desk.jobs.start(
            desk.jobs.new(title),
            Lane.TOOLS,
            lambda job, path=path: take(desk, path, job),  # type: ignore[misc]
            lambda report: show_arrivals(desk, report),
            desk.view.complain,
        )


def take(desk: Desk, path: Path, job: Job) -> Report:
    """Import a bibliography, as one step to undo; what became of each entry.

    When it is stopped, what is in stays in, and can be undone.
    """
    report, related = Report(path.name), _Related()
    whole = Import(
        f"Import of {path.name}",
        f"{RUN}{uuid.uuid4().hex}",
        lambda edit, pairs: _beside(desk, edit, pairs),
    )
    try:
        for total, references in desk.bibliographies.read(path, job):
            report.total = total
            lines = desk.references.bring(references, whole)
            report.lines += lines
            related.note(lines, references)
            attached = zip(lines, references, strict=True)
            report.lines[-len(lines) :] = [_attached(desk, path, *one) for one in attached]
            job.advance(len(report.lines), total, f"{len(report.lines):,} of {total:,}")
    except Cancelled:
        if not report.lines:
            raise
        report.stopped = True
    if joined := related.papers():
        desk.references.relate(joined, whole)
    return report


class _Related:
    """Which entries belong together, by what they are called: known once all are in."""

    def __init__(self) -> None:
        self._papers: dict[str, PaperId] = {}
        self._names: dict[PaperId, tuple[str, ...]] = {}

    def note(self, lines: Sequence[Line], references: Sequence[Reference]) -> None:
        """Remember some entries that are in."""
        for line, reference in zip(lines, references, strict=True):
            if line.paper is not None:
                self._papers.setdefault(reference.input, line.paper)
                if reference.related:
                    self._names[line.paper] = reference.related

    def papers(self) -> dict[PaperId, list[PaperId]]:
        """The papers that belong to each."""
        return {
            paper: [self._papers[name] for name in names if name in self._papers]
            for paper, names in self._names.items()
        }


def _beside(desk: Desk, edit: Edit, pairs: Sequence[tuple[PaperId, Reference]]) -> None:
    """Write what an import brings beside papers: the notes."""
    for paper, reference in pairs:
        if reference.note:
            desk.notes.bring(edit, paper, reference.note)


def _attached(desk: Desk, path: Path, line: Line, reference: Reference) -> Line:
    """Copy the PDFs of an entry to its paper, unless it has one; what to say of it."""
    if line.paper is None or not reference.files or desk.intake.here(line.paper):
        return line
    remarks = [line.remark] if line.remark else []
    if lost := located.missing(reference.files, path):
        remarks.append(f"Not found: {', '.join(lost)}.")
    for pdf in reversed(located.pdfs(reference.files, path)):
        try:
            desk.intake.bring(desk.library.paper(line.paper), pdf)
        except PaperDeskError as error:
            remarks.append(f"{pdf.name}: {error}")
    return Line(line.input, line.paper, line.result, line.error, " ".join(remarks))


def show_arrivals(desk: Desk, report: Report) -> None:
    """Say how many came, and list the lines where there is something to read."""
    added = any(line.result in ("added", "updated") for line in report.lines)
    desk.view.say(report.summary, undo=added)
    if desk.rows.empty():
        desk.rows.show(ALL)
    else:
        desk.rows.reload()
    show_report(desk, report)


def show_report(desk: Desk, report: Report) -> None:
    """List what became of each line, what went wrong first; choosing one goes to its paper."""
    if not any(line.error or line.remark for line in report.lines):
        return
    order = sorted(report.lines, key=lambda one: (not one.error, not one.remark))[:MOST_SHOWN]
    options = [Option(str(line.paper or ""), said(line), line.result) for line in order]
    desk.chooser.offer(
        report.summary, options, lambda paper: desk.rows.show(ALL, PaperId(int(paper)))
    )


def said(line: Line) -> str:
    """A line of a report, for people to read."""
    more = line.error or line.remark
    return f"{_SIGNS[line.result]}  {line.input}" + (f": {more}" if more else "")
