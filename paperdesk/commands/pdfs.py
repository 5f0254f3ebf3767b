"""Verbs that bring in PDFs: files, folders, what was dropped; and ask what they say."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from paperdesk.commands.bringing import Report, show_arrivals
from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Tick
from paperdesk.domain.details import NAMES, Details, changed
from paperdesk.domain.errors import Cancelled, NotFound, PaperDeskError, Unreachable
from paperdesk.domain.imprint import NOTHING_TOLD, Clues
from paperdesk.domain.paper import Found, PaperId, title_key
from paperdesk.domain.reference import Line, Reference
from paperdesk.infra.jobs import Job, Lane
from paperdesk.infra.journal import RUN
from paperdesk.intake import identifying
from paperdesk.library import Import

TOGETHER = 20
"""PDFs that are looked at, and asked about at arXiv, before they are taken in."""

_PROPOSED = "Details that the PDF tells otherwise"
_LEAD = "Space ticks a line, Enter takes what is ticked; all else stays as it is."


@dataclass(frozen=True, slots=True)
class _Looked:
    """A PDF, what it tells, and the paper that it seems to be; or why that is not known."""

    path: Path
    found: Found | None = None
    told: Clues = NOTHING_TOLD
    error: str = ""


def bring_folder(desk: Desk) -> None:
    """Add the PDFs of a folder: each is told by its arXiv stamp, DOI or title."""
    folder = desk.view.ask_folder("Folder with PDFs")
    if folder is not None:
        bring_files(desk, [folder])


def bring_files(desk: Desk, paths: Sequence[Path]) -> None:
    """Add PDFs and those in folders that were chosen or dropped."""
    if not paths:
        return
    name = paths[0].name if len(paths) == 1 else f"{len(paths):,} files"
    desk.jobs.start(
        desk.jobs.new(f"Adding {name}"),
        Lane.TOOLS,
        lambda job: take(desk, paths, job),
        lambda report: show_arrivals(desk, report),
        desk.view.complain,
    )


def take(desk: Desk, paths: Sequence[Path], job: Job) -> Report:
    """Add PDFs and those in folders, as one step to undo; what became of each."""
    files = identifying.pdfs(paths)
    if not files:
        raise NotFound(f"There are no PDFs in {', '.join(path.name for path in paths)}.")
    report = Report(paths[0].name if len(paths) == 1 else "PDFs", total=len(files))
    whole = Import(f"Adding of {len(files):,} PDFs", f"{RUN}{uuid.uuid4().hex}")
    try:
        for at in range(0, len(files), TOGETHER):
            looked: list[_Looked] = []
            for path in files[at : at + TOGETHER]:
                job.advance(at + len(looked), len(files), path.name)
                looked.append(_looked_at(desk, path))
            for one in _asked(desk, looked, job):
                report.lines.append(_taken(desk, one, whole))
    except Cancelled:
        if not report.lines:
            raise
        report.stopped = True
    return report


def propose(desk: Desk) -> None:
    """Look into the paper's PDF, and offer what it tells otherwise, field by field."""
    paper = desk.current()
    path = desk.intake.here(paper.id)
    if path is None:
        raise NotFound("The PDF is not here: download it first.")
    desk.read(
        lambda: (desk.editing.details(paper.id), desk.intake.look_into(path)),
        lambda known: _offer(desk, paper.id, *known),
    )


def _looked_at(desk: Desk, path: Path) -> _Looked:
    try:
        told = desk.intake.look_into(path)
    except PaperDeskError as error:
        return _Looked(path, error=str(error))
    return _Looked(path, identifying.found(told, path), told)


def _asked(desk: Desk, looked: Sequence[_Looked], job: Job) -> list[_Looked]:
    """The same, with what arXiv knows of those that bear its stamp; offline as they are."""
    ids = [one.found.arxiv for one in looked if one.found and one.found.arxiv]
    try:
        known = desk.intake.named(list(dict.fromkeys(ids)), job) if ids else {}
    except Unreachable:
        known = {}
    return [
        replace(one, found=known.get(one.found.arxiv or "", one.found)) if one.found else one
        for one in looked
    ]


def _taken(desk: Desk, one: _Looked, whole: Import) -> Line:
    """Keep the paper of a PDF, and copy the PDF to it; what became of it."""
    name = one.path.name.encode("utf-8", "replace").decode("utf-8")
    if one.found is None:
        return Line(name, error=one.error)
    if not (one.found.arxiv or one.found.doi):
        same = desk.intake.with_same(one.path)
        if same is not None:
            return Line(name, same, "known", remark="This very PDF is here already.")
    found = one.found if one.told.title or one.found.arxiv else _apart(desk, one.found)
    (line,) = desk.references.bring([Reference(name, found)], whole)
    if line.paper is None:
        return line
    if desk.intake.here(line.paper) is not None:
        same = desk.intake.with_same(one.path)
        known = same == line.paper
        remark = "" if known else "Its paper has another PDF already, which stays."
        return replace(line, remark=remark)
    try:
        desk.intake.bring(desk.library.paper(line.paper), one.path)
    except PaperDeskError as error:
        return replace(line, remark=str(error))
    return replace(line, result="added" if line.result == "added" else "updated")


def _apart(desk: Desk, found: Found) -> Found:
    """A paper that is known by its file's name only: two of one name are two papers."""
    title, count = found.title, 1
    while desk.library.titled(title_key(title)):
        count += 1
        title = f"{found.title} ({count})"
    return replace(found, title=title)


def _offer(desk: Desk, paper: PaperId, now: Details, told: Clues) -> None:
    """Let be ticked what is to be taken from the PDF."""
    proposed = replace(
        now,
        title=told.title if _differs(told.title, now.title) else now.title,
        authors="; ".join(told.authors) or now.authors,
        arxiv=told.arxiv.base if told.arxiv else now.arxiv,
        doi=told.doi or now.doi,
    )
    fields = changed(now, proposed)
    if not fields:
        desk.view.say("The PDF tells nothing that is not known.")
        return
    lines = [
        Tick(NAMES[name], f"{getattr(now, name) or 'nothing'} → {getattr(proposed, name)}")
        for name in fields
    ]

    def chosen(numbers: Sequence[int]) -> None:
        names = {fields[number]: getattr(proposed, fields[number]) for number in numbers}
        desk.write(
            lambda: desk.editing.edit(paper, replace(now, **names)),
            lambda title: desk.view.say(f"{title}: taken from the PDF.", undo=bool(title)),
        )

    desk.chooser.tick(_PROPOSED, _LEAD, lines, chosen)


def _differs(told: str, now: str) -> bool:
    return bool(told) and title_key(told) != title_key(now)
