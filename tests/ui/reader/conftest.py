"""Workers that answer when the test says so, and draw plain pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.domain.annotation import Annotations, FileMark
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.extent import NOTHING, Extent, Extents
from paperdesk.domain.pages import (
    Document,
    DocumentInfo,
    Find,
    Headlines,
    Inspect,
    Link,
    Links,
    Match,
    OutlineItem,
    PageSize,
    Render,
    Request,
    Setting,
    Word,
    Words,
)
from paperdesk.domain.typed import PagePrint, Print
from paperdesk.ui.reader import ReaderPane

A4 = PageSize(595.0, 842.0)


class Drawn:
    """A grey picture that knows whether it was given back."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height, self.stride = width, height, width * 3
        self.pixels = memoryview(bytes([200]) * (self.stride * height))
        self.released = False

    def release(self) -> None:
        assert not self.released, "given back twice"
        self.released = True


@dataclass(eq=False)
class Asked:
    """A request on its way, and its ticket."""

    request: Any
    done: Callable[[Any], None]
    failed: Callable[[PaperDeskError], None]
    urgency: int
    over: bool = False

    def cancel(self) -> None:
        self.over = True


@dataclass
class FakePages:
    """`Pages` that hold what is asked until `answer` is called."""

    sizes: tuple[PageSize, ...] = (A4,) * 10
    words: dict[int, tuple[Word, ...]] = field(default_factory=dict)
    links: dict[int, tuple[Link, ...]] = field(default_factory=dict)
    hits: tuple[Match, ...] = ()
    prints: dict[int, PagePrint] = field(default_factory=dict)
    extents: dict[int, Extent] = field(default_factory=dict)
    marks: tuple[FileMark, ...] = ()
    outline: tuple[OutlineItem, ...] = ()
    settings: tuple[Setting, ...] = ()
    errors: dict[type, PaperDeskError] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    pardoned: list[int | None] = field(default_factory=list)
    forgotten: list[Document] = field(default_factory=list)

    def ask(
        self,
        request: Request[Any],
        done: Callable[[Any], None],
        failed: Callable[[PaperDeskError], None],
        *,
        urgency: int = 0,
    ) -> Asked:
        asked = Asked(request, done, failed, urgency)
        self.asked.append(asked)
        return asked

    def call(self, request: Request[Any], *, timeout: float = 60.0) -> Any:
        raise AssertionError("the window never waits")

    def forget(self, document: Document) -> None:
        self.forgotten.append(document)

    def pardon(self, document: Document, page: int | None = None) -> None:
        self.pardoned.append(page)

    def waiting(self, kind: type = object) -> list[Asked]:
        return [one for one in self.asked if not one.over and isinstance(one.request, kind)]

    def answer(self, kind: type = object) -> None:
        """Answer all that waits, the most urgent first."""
        for asked in sorted(self.waiting(kind), key=lambda one: -one.urgency):
            if asked.over:
                continue
            asked.over = True
            error = self.errors.get(type(asked.request))
            if error is not None:
                asked.failed(error)
            else:
                asked.done(self._made(asked.request))

    def answer_all(self) -> None:
        """Answer until nothing waits."""
        while self.waiting():
            self.answer()

    def _made(self, request: Any) -> Any:
        match request:
            case Inspect():
                return DocumentInfo(self.sizes, self.outline)
            case Render():
                return self._draw(request)
            case Words() | Links() | Extents():
                return self._read(request)
            case Annotations():
                return tuple(
                    mark for mark in self.marks if request.first <= mark.page <= request.last
                )
            case Print():
                return self.prints.get(request.page, PagePrint(()))
            case Find():
                return tuple(hit for hit in self.hits if request.first <= hit.page <= request.last)
            case Headlines():
                return tuple(
                    one for one in self.settings if request.first <= one.page <= request.last
                )
        raise AssertionError(request)

    def _read(self, request: Words | Links | Extents) -> Any:
        if isinstance(request, Extents):
            return self.extents.get(request.page, Extent(NOTHING, NOTHING))
        read: Any = self.words if isinstance(request, Words) else self.links
        return read.get(request.page, ())

    def _draw(self, request: Render) -> Drawn:
        size = self.sizes[request.page]
        left, top, right, bottom = request.clip or (0, 0, size.width, size.height)
        width, height = (right - left) * request.scale, (bottom - top) * request.scale
        self.drawn.append(Drawn(max(1, round(width)), max(1, round(height))))
        return self.drawn[-1]


def line(page: int, text: str, top: float = 100.0) -> tuple[Word, ...]:
    """Words of one line, six points a character, from 50 on."""
    words, x = [], 50.0
    for part in text.split():
        words.append(Word((x, top, x + 6 * len(part), top + 10), part, page, round(top)))
        x += 6 * (len(part) + 1)
    return tuple(words)


@pytest.fixture
def fake() -> FakePages:
    """Ten pages, the first of which says something."""
    return FakePages(words={0: line(0, "alpha beta gamma"), 1: line(1, "delta epsilon")})


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """A file that nobody opens."""
    return Document(tmp_path / "paper.pdf")


@pytest.fixture
def pane(qtbot: QtBot, fake: FakePages) -> Iterator[ReaderPane]:
    """A reader on the screen, with nothing open."""
    pane = ReaderPane(fake)
    qtbot.addWidget(pane)
    pane.resize(623 + pane.parts.view.verticalScrollBar().sizeHint().width(), 700)
    pane.show()
    yield pane
    pane.close_document()


@pytest.fixture
def opened(qtbot: QtBot, pane: ReaderPane, fake: FakePages, document: Document) -> ReaderPane:
    """A reader that shows ten pages, at about 100 % and all drawn."""
    pane.open_document(document)
    fake.answer(Inspect)
    qtbot.waitUntil(lambda: bool(fake.waiting(Render)))
    while fake.waiting(Render):  # the first page alone, then what else is wanted
        fake.answer_all()
        qtbot.wait(1)
    return pane
