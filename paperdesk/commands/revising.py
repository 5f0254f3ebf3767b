"""Verbs about new editions of a PDF: fetch the newest one, let the marks follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import BadDocument, PaperDeskError
from paperdesk.domain.note import Anchor, Fate, Highlight
from paperdesk.domain.pages import Document, Inspect, PageSize, Word, Words
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Job, Lane
from paperdesk.notes.anchoring import Letters, Spot
from paperdesk.notes.carrying import Edition, carried
from paperdesk.notes.editions import counted
from paperdesk.reader.selection import Caret, PageText, Span

_FATES = (Fate.EXACT, Fate.MOVED, Fate.FUZZY, Fate.LOST)


def newest(desk: Desk) -> None:
    """Fetch the newest version of the PDF; the marks follow, the old file is kept."""
    paper = desk.current()
    desk.file.document(paper.id)  # says so if there is none yet
    desk.fetch(
        f"Asking for a newer version of {paper.title}",
        lambda job: desk.intake.newest(paper, job),
        lambda path: arrived(desk, paper.id, path),
    )


def follow(desk: Desk, paper: PaperId) -> None:
    """Let the marks of a paper follow where its PDF is another one now; else do nothing."""

    def look(_: Job) -> tuple[Highlight, ...]:
        desk.intake.revisit(paper)
        due = desk.editions.due(paper)
        if not due:
            desk.editions.settle(paper)
        return due

    job = desk.jobs.new("Looking at the PDF", quiet=True)
    desk.jobs.start(job, Lane.READ, look, lambda due: _carry(desk, paper, due), lambda _: None)


def arrived(desk: Desk, paper: PaperId, path: Path | None) -> None:
    """Show the newest PDF, which is here (None: it was already), and let the marks follow."""
    desk.write(lambda: desk.revisions.settle(paper), lambda _: None)
    if path is None:
        desk.view.say("This is the newest version.")
        return
    desk.view.say(f"A newer version is here: {path.name}. The old one is kept beside it.")
    desk.file.renew(paper)
    follow(desk, paper)


def _carry(desk: Desk, paper: PaperId, marks: Sequence[Highlight]) -> None:
    """Find marks again, unless the PDF is written anew meanwhile: then they follow that."""
    if not marks:
        return
    document = desk.file.document(paper)
    begun = _stamp(document)

    def found(carried: Sequence[Highlight]) -> None:
        if _stamp(document) == begun:
            desk.write(lambda: desk.editions.carry(paper, carried), lambda _: _tell(desk, carried))

    def failed(error: PaperDeskError) -> None:
        if _stamp(document) == begun:
            desk.view.complain(error)

    desk.jobs.start(
        desk.jobs.new(f"Carrying {counted(len(marks))} over to the new PDF"),
        Lane.READ,
        lambda job: _found_again(desk, paper, document, marks, job),
        found,
        failed,
    )


def _stamp(document: Document) -> tuple[int, int] | None:
    try:
        status = document.path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _tell(desk: Desk, carried: Sequence[Highlight]) -> None:
    """Say what became of marks, if anything did."""
    if any(mark.fate is not Fate.EXACT for mark in carried):
        desk.view.say(report(carried), undo=True)


def report(found: Sequence[Highlight]) -> str:
    """What became of marks, in one line, with the words of what is lost."""
    count = Counter(mark.fate for mark in found)
    fates = ", ".join(f"{count[fate]} {fate}" for fate in _FATES if count[fate])
    said = f"{counted(len(found))} carried over to the new PDF: {fates}"
    lost = next((mark.text for mark in found if mark.fate is Fate.LOST and mark.text), "")
    if lost:
        said += f" (“{lost[:40].rstrip()}{'…' if len(lost) > 40 else ''}”)"
    return said


def _found_again(
    desk: Desk, paper: PaperId, document: Document, marks: Sequence[Highlight], job: Job
) -> tuple[Highlight, ...]:
    """Marks as they stand in a document; off the window's thread."""
    sizes, words = _read(desk, document, job)
    texts: dict[int, PageText] = {}

    def place(spot: Spot) -> Anchor:
        page = spot.page
        if page not in texts:
            texts[page] = PageText(page, words[page], sizes[page].label)
        return texts[page].anchor(Span(Caret(*spot.first), Caret(*spot.last)))

    edition = Edition(Letters(words), [size.label for size in sizes], place)
    return carried(marks, edition, _before(desk, paper, marks, job))


def _before(
    desk: Desk, paper: PaperId, marks: Sequence[Highlight], job: Job
) -> Mapping[str, Letters]:
    """The editions that marks were made on, as far as they are here and can be read."""
    found: dict[str, Letters] = {}
    for edition in {mark.edition for mark in marks}:
        path = desk.intake.edition(paper, edition)
        if path is None:
            continue
        document = Document(path)
        try:
            found[edition] = Letters(_read(desk, document, job)[1])
        except BadDocument:
            continue  # without it the surroundings decide
        finally:
            desk.pages.forget(document)
    return found


def _read(
    desk: Desk, document: Document, job: Job
) -> tuple[Sequence[PageSize], Sequence[Sequence[Word]]]:
    sizes = desk.pages.call(Inspect(document)).pages
    words: list[Sequence[Word]] = []
    for page in range(len(sizes)):
        job.advance(page, len(sizes))
        words.append(desk.pages.call(Words(document, page)))
    return sizes, words
