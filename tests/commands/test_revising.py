"""New editions of a PDF, and the marks that follow."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pymupdf
import pytest

from paperdesk.commands import revising
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import BadDocument, NotFound
from paperdesk.domain.note import Colour, Fate, HighlightId
from paperdesk.domain.pages import Document, Words
from paperdesk.domain.paper import PaperId
from paperdesk.infra.changes import Changes
from paperdesk.reader.selection import Caret, PageText, Span
from tests.commands.conftest import Screen, with_rooms
from tests.export.test_annotated import Here as Worker
from tests.notes.test_editions import add_file

FIRST = ("Attention is weighed here", "and nothing else is needed", "for any translation")
SECOND = ("A line that is new", "Attention is weighed here", "and nothing else is needed", "now")


class Files:
    """The PDFs of a paper, and what is known of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.arrives: Path | None = None
        self.renewed: list[PaperId] = []
        self.path = self.put("one", FIRST)

    def put(self, name: str, lines: tuple[str, ...]) -> Path:
        with pymupdf.open() as source:
            page = source.new_page()
            for row, line in enumerate(lines):
                page.insert_text((70, 100 + 20 * row), line)
            source.save(self.folder / f"{name}.pdf")
        return self.folder / f"{name}.pdf"

    def document(self, paper: PaperId) -> Document:
        return Document(self.path)

    def renew(self, paper: PaperId) -> None:
        self.renewed.append(paper)

    def newest(self, paper: object, job: object) -> Path | None:
        if self.arrives is not None:
            self.path = self.arrives
        return self.arrives

    def revisit(self, paper: PaperId) -> bool:
        return False

    def edition(self, paper: PaperId, digest: str) -> Path | None:
        path = self.folder / f"{digest}.pdf"
        return path if path.exists() else None


@pytest.fixture
def here(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.fixture
def ready(desk: Desk, screen: Screen, papers: tuple[PaperId, ...], here: Files) -> Desk:
    screen.chosen = papers[:1]
    face: Any = here
    return with_rooms(desk, pages=Worker(), file=face, intake=face)


@pytest.fixture
def marked(ready: Desk, here: Files, papers: tuple[PaperId, ...], changes: Changes) -> HighlightId:
    """The second line of the first edition is highlighted."""
    add_file(changes, papers[0], "one")
    words = ready.pages.call(Words(Document(here.path), 0))
    at = [word.text for word in words].index("and")
    span = Span(Caret(at, 0), Caret(at + 4, len("needed")))
    return ready.notes.mark(papers[0], PageText(0, words).anchor(span), Colour.GREEN).id


def test_marks_follow_to_a_newer_version(
    ready: Desk,
    here: Files,
    marked: HighlightId,
    papers: tuple[PaperId, ...],
    changes: Changes,
    screen: Screen,
) -> None:
    before = ready.notes.highlight(marked).anchor
    here.arrives = here.put("two", SECOND)
    add_file(changes, papers[0], "two", version=2)
    revising.newest(ready)
    after = ready.notes.highlight(marked)
    assert (after.fate, after.edition, after.anchor.text) == (Fate.MOVED, "two", before.text)
    assert after.anchor.quads[0][1] == pytest.approx(before.quads[0][1] + 20, abs=1)
    assert here.renewed == [papers[0]]
    assert screen.said[-1] == "1 mark carried over to the new PDF: 1 moved"


def test_what_is_lost_is_named(
    ready: Desk,
    here: Files,
    marked: HighlightId,
    papers: tuple[PaperId, ...],
    changes: Changes,
    screen: Screen,
) -> None:
    here.arrives = here.put("two", ("Nothing of this was there before",))
    add_file(changes, papers[0], "two", version=2)
    revising.newest(ready)
    assert ready.notes.highlight(marked).fate is Fate.LOST
    assert screen.said[-1].endswith("1 lost (“and nothing else is needed”)")


def test_the_newest_version_may_be_here_already(
    ready: Desk, marked: HighlightId, screen: Screen, here: Files
) -> None:
    revising.newest(ready)
    assert screen.said == ["This is the newest version."]
    assert here.renewed == []


def test_nothing_is_said_where_no_mark_is_due(
    ready: Desk, marked: HighlightId, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    revising.follow(ready, papers[0])
    assert (screen.said, screen.problems) == ([], [])


def test_marks_that_stayed_where_they_were_are_no_news(
    ready: Desk,
    here: Files,
    marked: HighlightId,
    papers: tuple[PaperId, ...],
    changes: Changes,
    screen: Screen,
) -> None:
    here.path = here.put("two", FIRST)
    add_file(changes, papers[0], "two", version=2)
    revising.follow(ready, papers[0])
    assert ready.notes.highlight(marked).fate is Fate.EXACT
    assert screen.said == []


def test_a_pdf_that_is_written_anew_meanwhile_is_left_to_the_next_look(
    ready: Desk,
    here: Files,
    marked: HighlightId,
    papers: tuple[PaperId, ...],
    changes: Changes,
    screen: Screen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here.path = here.put("two", SECOND)
    add_file(changes, papers[0], "two", version=2)
    read = revising._read

    def slow(desk: Desk, document: Document, job: Any) -> Any:
        answer = read(desk, document, job)
        here.put("two", FIRST)
        return answer

    monkeypatch.setattr(revising, "_read", slow)
    revising.follow(ready, papers[0])
    assert ready.notes.highlight(marked).edition == "one"
    monkeypatch.setattr(revising, "_read", read)
    revising.follow(ready, papers[0])
    assert ready.notes.highlight(marked).edition == "two"
    assert screen.problems == []


def test_a_page_that_cannot_be_read_loses_no_mark(
    ready: Desk,
    here: Files,
    marked: HighlightId,
    papers: tuple[PaperId, ...],
    changes: Changes,
    screen: Screen,
) -> None:
    here.path = here.folder / "two.pdf"
    here.path.write_bytes(b"%PDF-1.7 and no more")
    add_file(changes, papers[0], "two", version=2)
    revising.follow(ready, papers[0])
    assert ready.notes.highlight(marked).fate is Fate.KEPT
    assert "cannot be opened" in screen.problems[0]


def test_an_old_edition_that_cannot_be_read_is_done_without(
    ready: Desk,
    here: Files,
    marked: HighlightId,
    papers: tuple[PaperId, ...],
    changes: Changes,
) -> None:
    here.arrives = here.put("two", SECOND)
    (here.folder / "one.pdf").write_bytes(b"%PDF-1.7 and no more")
    add_file(changes, papers[0], "two", version=2)
    revising.newest(ready)
    assert ready.notes.highlight(marked).fate is Fate.MOVED


def test_a_paper_without_a_pdf_is_told_so(ready: Desk, screen: Screen) -> None:
    def nowhere(paper: PaperId) -> Document:
        raise NotFound("It is not here.")

    face: Any = SimpleNamespace(document=nowhere)
    with pytest.raises(NotFound):
        revising.newest(with_rooms(ready, file=face))
    assert not issubclass(NotFound, BadDocument)
