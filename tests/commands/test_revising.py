"""New editions of a PDF, and the marks that follow."""

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pymupdf
import pytest

from paperdesk.commands import revising
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import BadDocument, NotFound
from paperdesk.domain.note import Colour, Fate, Highlight, HighlightId
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


@dataclass(frozen=True)
class Marked:
    """A paper of whose first edition a passage is highlighted."""

    desk: Desk
    files: Files
    changes: Changes
    paper: PaperId
    name: HighlightId

    def mark(self) -> Highlight:
        """The highlight as it is now."""
        return self.desk.notes.highlight(self.name)

    def publish(self, *lines: str) -> None:
        """Let a newer version be there to be fetched."""
        self.files.arrives = self.files.put("two", lines)
        self._hold()

    def rewrite(self, *lines: str) -> None:
        """Let another program have written the PDF anew."""
        self.files.path = self.files.put("two", lines)
        self._hold()

    def _hold(self) -> None:
        add_file(self.changes, self.paper, "two", version=2)

    def fetch(self) -> None:
        """Look for the newest version, as one asks for it."""
        revising.newest(self.desk)

    def look(self) -> None:
        """Look at the PDF, as when it is opened."""
        revising.follow(self.desk, self.paper)


@pytest.fixture
def marked(ready: Desk, here: Files, papers: tuple[PaperId, ...], changes: Changes) -> Marked:
    """The second line of the first edition is highlighted."""
    add_file(changes, papers[0], "one")
    words = ready.pages.call(Words(Document(here.path), 0))
    at = [word.text for word in words].index("and")
    span = Span(Caret(at, 0), Caret(at + 4, len("needed")))
    made = ready.notes.mark(papers[0], PageText(0, words).anchor(span), Colour.GREEN)
    return Marked(ready, here, changes, papers[0], made.id)


def test_marks_follow_to_a_newer_version(marked: Marked, screen: Screen) -> None:
    before = marked.mark().anchor
    marked.publish(*SECOND)
    marked.fetch()
    after = marked.mark()
    assert (after.fate, after.edition, after.anchor.text) == (Fate.MOVED, "two", before.text)
    assert after.anchor.quads[0][1] == pytest.approx(before.quads[0][1] + 20, abs=1)
    assert marked.files.renewed == [marked.paper]
    assert screen.said[-1] == "1 mark carried over to the new PDF: 1 moved"


def test_what_is_lost_is_named(marked: Marked, screen: Screen) -> None:
    marked.publish("Nothing of this was there before")
    marked.fetch()
    assert marked.mark().fate is Fate.LOST
    assert screen.said[-1].endswith("1 lost (“and nothing else is needed”)")


def test_the_newest_version_may_be_here_already(marked: Marked, screen: Screen) -> None:
    marked.fetch()
    assert screen.said == ["This is the newest version."]
    assert marked.files.renewed == []


def test_nothing_is_said_where_no_mark_is_due(marked: Marked, screen: Screen) -> None:
    marked.look()
    assert (screen.said, screen.problems) == ([], [])


def test_marks_that_stayed_where_they_were_are_no_news(marked: Marked, screen: Screen) -> None:
    marked.rewrite(*FIRST)
    marked.look()
    assert marked.mark().fate is Fate.EXACT
    assert screen.said == []


def test_a_pdf_that_is_written_anew_meanwhile_is_left_to_the_next_look(
    marked: Marked, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked.rewrite(*SECOND)
    read = revising._read

    def slow(desk: Desk, document: Document, job: Any) -> Any:
        answer = read(desk, document, job)
        marked.files.put("two", FIRST)
        return answer

    monkeypatch.setattr(revising, "_read", slow)
    marked.look()
    assert marked.mark().edition == "one"
    monkeypatch.setattr(revising, "_read", read)
    marked.look()
    assert marked.mark().edition == "two"
    assert screen.problems == []


def test_a_page_that_cannot_be_read_loses_no_mark(marked: Marked, screen: Screen) -> None:
    marked.rewrite(*SECOND)
    marked.files.path.write_bytes(b"%PDF-1.7 and no more")
    marked.look()
    assert marked.mark().fate is Fate.KEPT
    assert "cannot be opened" in screen.problems[0]


def test_an_old_edition_that_cannot_be_read_is_done_without(marked: Marked) -> None:
    marked.publish(*SECOND)
    (marked.files.folder / "one.pdf").write_bytes(b"%PDF-1.7 and no more")
    marked.fetch()
    assert marked.mark().fate is Fate.MOVED


def test_a_paper_without_a_pdf_is_told_so(ready: Desk, screen: Screen) -> None:
    def nowhere(paper: PaperId) -> Document:
        raise NotFound("It is not here.")

    face: Any = SimpleNamespace(document=nowhere)
    with pytest.raises(NotFound):
        revising.newest(with_rooms(ready, file=face))
    assert not issubclass(NotFound, BadDocument)
