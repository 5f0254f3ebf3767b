"""Verbs by which papers and notes leave: copies and exports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paperdesk.commands.desk import Desk
from paperdesk.commands.marks import meanings
from paperdesk.domain.note import Highlight, HighlightId, Kind
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.domain.shelf import Shelf
from paperdesk.export import REMOVED, Item, Outcome, Result

KEPT = Shelf("Library", "in:library")


def copy_citation(desk: Desk) -> None:
    """Copy the paper as a Markdown citation: authors, year, linked title."""
    paper = desk.current()
    _copy(desk, citation(paper))


def copy_key(desk: Desk) -> None:
    """Copy the paper's citation key."""
    _copy(desk, desk.current().citekey)


def copy_link(desk: Desk) -> None:
    """Copy a link to the paper's page."""
    _copy(desk, address(desk.current()))


def copy_title(desk: Desk) -> None:
    """Copy the paper's title."""
    _copy(desk, desk.current().title)


def export_selected(desk: Desk) -> None:
    """Export the chosen papers to a folder, one Markdown file each."""
    _export(desk, desk.chosen())


def export_all(desk: Desk) -> None:
    """Export every kept paper to a folder, one Markdown file each."""
    desk.read(
        lambda: tuple(map(PaperId, desk.library.ids(KEPT))), lambda papers: _export(desk, papers)
    )


def items(desk: Desk, papers: Sequence[PaperId]) -> tuple[Item, ...]:
    """What is exported of papers: themselves, their notes and highlights."""
    meant = meanings(desk)
    found = []
    for paper in desk.library.papers(papers):
        note, marks = desk.notes.note(paper.id), desk.notes.highlights(paper.id)
        text = note.text if note else ""
        found.append(Item(paper, text, marks, meant, _pictures(desk, paper.id, marks)))
    return tuple(found)


def _pictures(desk: Desk, paper: PaperId, marks: Sequence[Highlight]) -> dict[HighlightId, Path]:
    """The pictures of the areas among some marks, drawn now where they are not there yet."""
    areas = [mark for mark in marks if mark.kind is Kind.AREA]
    path = desk.intake.here(paper) if areas else None
    document = Document(path) if path is not None else None
    made = {mark.id: desk.captures.made(mark, document) for mark in areas}
    return {mark: picture for mark, picture in made.items() if picture is not None}


def report(outcomes: Sequence[Outcome]) -> str:
    """One sentence on an export: how many files, and what is in the way."""
    written = sum(outcome.result in (Result.NEW, Result.CHANGED) for outcome in outcomes)
    held = [outcome for outcome in outcomes if outcome.result in (Result.CONFLICT, Result.REFUSED)]
    aside = sum(outcome.result is Result.ASIDE for outcome in outcomes)
    same = len(outcomes) - written - len(held) - aside
    said = f"{written} written, {same} unchanged"
    if aside:
        said += f", {aside} of merged papers put into “{REMOVED}”"
    if held:
        said += f", {len(held)} left untouched: {held[0].reason}"
    return said


def citation(paper: Paper) -> str:
    """A paper as a Markdown citation."""
    names = [name.split()[-1] for name in paper.authors if name.split()]
    who = f"{names[0]} et al." if len(names) > 3 else " and ".join(names[-2:])
    who = f"{names[0]}, {who}" if len(names) == 3 else who
    year = f" ({paper.year})" if paper.year else ""
    return f"{who}{year}: [{paper.title}]({address(paper)})".removeprefix(": ")


def address(paper: Paper) -> str:
    """The public address of a paper, or the program's own where none is known."""
    if paper.arxiv:
        return f"https://arxiv.org/abs/{paper.arxiv}"
    if paper.doi:
        return f"https://doi.org/{paper.doi}"
    return paper.url or f"paperdesk://paper/{paper.id}"


def _copy(desk: Desk, text: str) -> None:
    desk.view.copy(text)
    desk.view.say(f"Copied: {text[:80]}")


def _export(desk: Desk, papers: Sequence[PaperId]) -> None:
    if not papers:
        desk.view.say("Nothing is kept yet: i puts a paper into the inbox.")
        return
    folder = desk.view.ask_folder("Export Markdown to")
    if folder is None:
        return
    desk.fetch(
        f"Exporting to {folder.name}",
        lambda job: desk.export.write(items(desk, papers), folder, job),
        lambda outcomes: desk.view.say(report(outcomes)),
    )
