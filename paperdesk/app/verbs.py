"""What each verb of the command line does, and how it says so."""

import argparse
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from paperdesk.app import editing, shapes
from paperdesk.app.headless import Headless
from paperdesk.commands import bringing, dropping, feed, identifiers, outlines, pdfs, sharing
from paperdesk.commands.marks import meanings
from paperdesk.commands.table import command
from paperdesk.domain.errors import NotFound, PaperDeskError, WrongUsage
from paperdesk.domain.faults import checked
from paperdesk.domain.feed import Source, SourceKind
from paperdesk.domain.paper import Paper, PaperId, State
from paperdesk.domain.progress import summary
from paperdesk.domain.query import asks_for_facts
from paperdesk.domain.shelf import Order, Shelf, order_of
from paperdesk.infra.jobs import Job
from paperdesk.intake.bibliography import is_bibliography

MERGED = "The note was also written elsewhere meanwhile; both texts are in it."
ANY_WORD = "Few places have all of the words, so any of them counts."
EMPTIED = "The note is empty now, so the paper has none. Undo in the window brings it back."


@dataclass(frozen=True, slots=True)
class Reply:
    """A verb's answer: as a value, as lines to read, and what was not met."""

    value: Any
    text: str = ""
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What is good to know, though all was done."""


def fetch(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Ask the sources for what is new."""
    rows = [_fetched(desk, source, asked.date) for source in _sources(desk, asked.source)]
    lines = [
        row["error"] or f"{row['source']}: {row['added']} added, {row['updated']} updated"
        for row in rows
        if not row["error"]
    ]
    problems = tuple(f"{row['source']}: {row['error']}" for row in rows if row["error"])
    return Reply(rows, "\n".join(lines), problems)


def list_papers(desk: Headless, asked: argparse.Namespace) -> Reply:
    """List papers of the feed and the library."""
    tree = checked(asked.query)
    if asks_for_facts(tree):
        desk.rooms.facts.read_all()
    order = order_of(tree)
    ids = desk.rooms.library.ids(Shelf("", asked.query, order))[: asked.limit]
    papers = [paper for part in _parts(ids) for paper in desk.rooms.library.papers(part)]
    return Reply(
        [shapes.paper(paper, desk.rooms.home.papers) for paper in papers],
        "\n".join(map(_line, papers)),
    )


def show(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Show a paper with its note and highlights."""
    paper = desk.rooms.library.paper(desk.rooms.library.resolve(asked.paper))
    found = desk.rooms.notes.note(paper.id)
    note = found.text if found else ""
    highlights = desk.rooms.notes.highlights(paper.id)
    quotes = [f"  p. {mark.anchor.page + 1}: {mark.text}" for mark in highlights]
    progress, times = desk.rooms.times.progress(paper.id), desk.rooms.times.times(paper.id)
    related = desk.rooms.relations.of(paper.id)
    kin = "; ".join(f"{one.citekey} ({one.kind})" for one in related)
    told = [summary(progress, times.seconds), f"Related: {kin}" if kin else ""]
    head = [_line(paper), ", ".join(paper.authors), *told]
    lines = [*filter(None, head), "", paper.abstract, *quotes, note]
    whole = shapes.whole(paper, desk.rooms.home.papers, note, highlights, meanings(desk.desk))
    return Reply(
        {**whole, "reading": shapes.reading(progress, times), "related": shapes.related(related)},
        "\n".join(lines).rstrip(),
    )


def add(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Add papers by arXiv id, DOI or link, and PDFs."""
    files = [Path(word) for word in asked.what if dropping.is_pdf(Path(word)) and _lies(word)]
    words = [word for word in asked.what if Path(word) not in files]
    lines = list(identifiers.take(desk.desk, words, Job(0, "Adding")).lines) if words else []
    lines += pdfs.take(desk.desk, files, Job(0, "Adding PDFs")).lines if files else []
    problems = tuple(f"{line.input}: {line.error}" for line in lines if line.error)
    remarks = tuple(f"{line.input}: {line.remark}" for line in lines if line.remark)
    text = "\n".join(f"{line.paper}  {line.result}: {line.input}" for line in lines if line.paper)
    return Reply([shapes.line(line) for line in lines], text, problems, remarks)


def search(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Search papers, full texts, notes and highlights."""
    if asks_for_facts(checked(asked.query)):
        desk.rooms.facts.read_all()
    answer = desk.search.search(asked.query, asked.limit)
    lines = []
    for hit in answer.hits:
        page = "" if hit.page is None else f", p. {hit.page + 1}"
        lines.append(f"{hit.paper}  {hit.title}  ({hit.kind.value}{page})\n    {hit.snippet}")
    remarks = [ANY_WORD] if answer.relaxed and answer.hits else []
    if answer.waiting:
        things = "1 thing is" if answer.waiting == 1 else f"{answer.waiting:,} things are"
        remarks.append(f"{things} not in the index yet. {desk.search.trouble}".rstrip())
    return Reply([shapes.hit(hit) for hit in answer.hits], "\n".join(lines), remarks=tuple(remarks))


def tag(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Put tags on papers or take them off."""
    add_ = [word[1:] for word in asked.words if word.startswith("+")]
    remove = [word[1:] for word in asked.words if word.startswith("-")]
    named = [word for word in asked.words if not word.startswith(("+", "-"))]
    if not named or not (add_ or remove):
        raise WrongUsage("name a paper and a tag: paperdesk tag PAPER +name -name")
    papers = [desk.rooms.library.resolve(word) for word in named]
    text = desk.rooms.library.tag(papers, add=add_, remove=remove)
    return Reply(
        [
            shapes.paper(paper, desk.rooms.home.papers)
            for paper in desk.rooms.library.papers(papers)
        ],
        text,
    )


def state(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Put papers into a state."""
    if asked.state not in set(State):
        raise WrongUsage(f"“{asked.state}” is no state; these are: {', '.join(State)}")
    papers = [desk.rooms.library.resolve(word) for word in asked.papers]
    text = desk.rooms.library.set_state(papers, State(asked.state))
    return Reply(
        [
            shapes.paper(paper, desk.rooms.home.papers)
            for paper in desk.rooms.library.papers(papers)
        ],
        text,
    )


def note(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Show, extend or rewrite the note of a paper."""
    paper = desk.rooms.library.resolve(asked.paper)
    remark = ""
    if asked.append is not None:
        desk.rooms.notes.append(paper, asked.append)
    elif asked.edit is not None:
        remark = _rewritten(desk, paper, asked.edit)
    found = desk.rooms.notes.note(paper)
    text = found.text if found else ""
    return Reply({"paper": paper, "note": text}, text, remarks=(remark,) if remark else ())


def export(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Write papers to a folder as Markdown."""
    if not asked.folder.strip():
        raise WrongUsage("name the folder to export to: paperdesk export DIR")
    checked(asked.query)
    papers = [
        PaperId(number) for number in desk.rooms.library.ids(Shelf("", asked.query, Order.TITLE))
    ]
    items = sharing.items(desk.desk, papers)
    folder = Path(asked.folder).expanduser().absolute()
    job = Job(0, "Exporting")
    outcomes = (
        desk.rooms.export.plan(items, folder)
        if asked.dry_run
        else desk.rooms.export.write(items, folder, job)
    )
    problems = tuple(dict.fromkeys(outcome.reason for outcome in outcomes if outcome.reason))
    lines = [f"{outcome.result.value}  {outcome.path}" for outcome in outcomes]
    return Reply([shapes.outcome(outcome) for outcome in outcomes], "\n".join(lines), problems)


def import_pages(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Bring in bibliographies, saved papers pages, and sources of OPML files."""
    moves: list[str] = []
    rows = [row for name in asked.files for row in _imported(desk, name, asked.date, moves)]
    problems = tuple(f"{row['input']}: {row['error']}" for row in rows if row["error"])
    remarks = tuple(f"{row['input']}: {row['remark']}" for row in rows if row.get("remark"))
    new = sum(row["result"] == "added" for row in rows)
    filled = sum(row["result"] == "updated" for row in rows)
    text = f"{new} added, {len(rows) - new - filled - len(problems)} here already"
    text += f", {filled} filled in" if filled else ""
    return Reply(rows, "\n".join([text, *moves]), problems, remarks)


def index(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Bring the search index up to date."""
    waiting = desk.search.drain(rebuild=asked.rebuild)
    text = f"{waiting} still waiting" if waiting else "The index is up to date."
    return Reply({"waiting": waiting}, text)


def run(desk: Headless, asked: argparse.Namespace) -> Reply:
    """Run a command of the window on papers."""
    row = command(asked.command)
    if row is None:
        raise WrongUsage(f"there is no command “{asked.command}”; see resources/help/commands.md")
    papers = [desk.rooms.library.resolve(word) for word in asked.papers]
    desk.choose(papers, asked.answer)
    row.run(desk.desk)
    said = desk.spoken.said
    return Reply({"command": row.id, "said": said}, "\n".join(said), tuple(desk.spoken.problems))


VERBS: dict[str, Callable[[Headless, argparse.Namespace], Reply]] = {
    "fetch": fetch,
    "list": list_papers,
    "show": show,
    "add": add,
    "search": search,
    "tag": tag,
    "state": state,
    "note": note,
    "export": export,
    "import": import_pages,
    "index": index,
    "run": run,
}


def _sources(desk: Headless, named: str | None) -> list[Source]:
    asked = [
        source
        for source in desk.rooms.feeds.roster.sources()
        if source.kind is not SourceKind.SAVED_PAGE
    ]
    if named is None:
        return [source for source in asked if source.enabled]
    chosen = [
        source
        for source in asked
        if named in (str(source.id), source.url) or named.casefold() == source.name.casefold()
    ]
    if not chosen:
        names = ", ".join(f"“{source.name}”" for source in asked)
        raise NotFound(f"There is no source “{named}”. There are: {names}.")
    return chosen


def _fetched(desk: Headless, source: Source, day: date | None) -> shapes.Json:
    row: shapes.Json = {"source": source.name, "added": 0, "updated": 0, "error": None}
    try:
        merged = desk.rooms.feeds.refresh(source, day, Job(0, source.name))
    except PaperDeskError as error:
        return {**row, "error": str(error)}
    return {**row, "added": merged.added, "updated": merged.updated}


def _lies(word: str) -> bool:
    """Whether there is such a file or folder."""
    return Path(word).exists()


def _imported(desk: Headless, name: str, day: date | None, moves: list[str]) -> list[shapes.Json]:
    try:
        if Path(name).suffix.lower() == outlines.SUFFIX:
            return [shapes.brought(row) for row in outlines.take(desk.desk, Path(name))]
        if dropping.is_pdf(Path(name)):
            taken_in = pdfs.take(desk.desk, [Path(name)], Job(0, f"Adding {name}"))
            return [shapes.line(one) for one in taken_in.lines]
        if is_bibliography(Path(name)):
            job = Job(0, f"Importing {name}")
            return [shapes.line(one) for one in bringing.take(desk.desk, Path(name), job).lines]
        taken = feed.take_page(desk.desk, Path(name), day, datetime.now(UTC))
    except PaperDeskError as error:
        return [{"input": name, "paper": None, "result": "failed", "error": str(error)}]
    if taken.before:
        moves.append(f"{name}: moved from {taken.before} to {taken.day}")
    return [
        {
            "input": title,
            "paper": paper,
            "result": "added" if new else "known",
            "error": None,
        }
        for title, paper, new in taken.rows
    ]


def _rewritten(desk: Headless, paper: PaperId, file: str) -> str:
    """Take a note from a file, or from the editor if none is named; what to say of it."""
    found = desk.rooms.notes.note(paper)
    base = found.text if found else ""
    new = contextlib.nullcontext(editing.read(Path(file))) if file else editing.in_editor(base)
    with new as text:
        stands = desk.rooms.notes.write(paper, text, base=base)
    if not stands.strip():
        return EMPTIED if base.strip() else ""
    return MERGED if stands != text else ""


def _parts(ids: Sequence[int], size: int = 500) -> list[list[PaperId]]:
    return [[PaperId(one) for one in ids[at : at + size]] for at in range(0, len(ids), size)]


def _line(paper: Paper) -> str:
    mark = "•" if paper.unread else " "
    return f"{paper.id:>6} {mark} [{paper.state.value}] {paper.title} ({paper.citekey})"
