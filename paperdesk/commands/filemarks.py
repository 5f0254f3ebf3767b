"""Verbs about the marks that other programs have left in the PDF."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.commands.desk import Desk
from paperdesk.domain.annotation import foreign_name
from paperdesk.domain.note import Highlight
from paperdesk.domain.paper import PaperId
from paperdesk.export import Copied, write_copy
from paperdesk.infra.jobs import Lane
from paperdesk.notes.editions import counted
from paperdesk.reader.infile import Passage, gathered


def adopt_all(desk: Desk) -> None:
    """Take the marks that stand in the PDF itself into the library: the row's, else all."""
    name = foreign_name(desk.marking.current()) if desk.marking.listed() else ""
    adopt(desk, desk.chosen()[0], frozenset({name}) if name else None)


def adopt(desk: Desk, paper: PaperId, wanted: frozenset[str] | None) -> None:
    """Adopt the marks of a file by their names; None means all of them."""
    document = desk.file.document(paper)
    desk.jobs.start(
        desk.jobs.new("Reading the marks in the PDF"),
        Lane.READ,
        lambda job: gathered(desk.pages, document, job.advance),
        lambda found: _keep(desk, paper, found, wanted),
        desk.view.complain,
    )


def save_copy(desk: Desk) -> None:
    """Save a copy of the PDF with your marks in it, for every reader; the PDF stays as it is."""
    paper = desk.chosen()[0]
    document = desk.file.document(paper)
    highlights = desk.notes.highlights(paper)
    if not highlights:
        desk.view.say("There are no marks in this paper yet: h highlights what is selected.")
        return
    target = desk.file.ask_copy(f"{document.path.stem} annotated.pdf")
    if target is None:
        return
    desk.jobs.start(
        desk.jobs.new(f"Saving {target.name}"),
        Lane.READ,
        lambda _: write_copy(desk.pages, document, highlights, target),
        lambda copied: desk.view.say(_copied(copied)),
        desk.view.complain,
    )


def _copied(copied: Copied) -> str:
    left = f"; {counted(copied.lost)} without a place left out" if copied.lost else ""
    return f"{copied.path.name} saved with {counted(copied.marks)}{left}"


def _keep(
    desk: Desk, paper: PaperId, found: Sequence[Passage], wanted: frozenset[str] | None
) -> None:
    chosen = [one for one in found if wanted is None or one.mark.name in wanted]
    if not chosen:
        desk.view.say("No other program has left marks in this PDF.")
        return
    desk.write(
        lambda: desk.editions.adopt(paper, [(one.mark, one.anchor) for one in chosen]),
        lambda made: _adopted(desk, made, len(chosen)),
    )


def _adopted(desk: Desk, made: Sequence[Highlight], found: int) -> None:
    before = found - len(made)
    if not made:
        desk.view.say(f"{counted(found)} in this PDF: adopted before.")
        return
    rest = f", {before} before" if before else ""
    desk.view.say(f"{counted(len(made))} adopted from the PDF{rest}", undo=True)
