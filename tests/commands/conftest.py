"""A desk with real rooms and a screen that only remembers what it was told."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.commands.faces.reader import ReaderFaces
from paperdesk.commands.faces.window import WindowFaces
from paperdesk.domain.details import Details
from paperdesk.domain.duplicates import Twins
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Quad
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.rule import Edited, Rule
from paperdesk.domain.shelf import ALL, Group, Shelf
from paperdesk.export import Export
from paperdesk.feeds import Outlines, Tending
from paperdesk.infra.changes import Changes
from paperdesk.infra.history import History
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import AtOnce
from paperdesk.infra.journal import Journal
from paperdesk.infra.ledger import Ledger
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.intake import Queue, Revisions
from paperdesk.library import (
    Collections,
    Duplicates,
    Editing,
    Library,
    Opinions,
    Pins,
    ReadingTimes,
    References,
    Relations,
    Trash,
    Views,
)
from paperdesk.notes import Bookmarks, Captures, Editions, Letters, Marks, Notes
from paperdesk.rules import Completion, Rules
from paperdesk.safety import Safety

NOW = datetime(2026, 5, 29, tzinfo=UTC)


@dataclass
class Screen:
    """All faces of the screen at once: what it was told, and what it answers."""

    chosen: tuple[PaperId, ...] = ()
    answer: str | None = None
    yes: bool = True
    ruling: bool = False
    folder: Path | None = None
    files: tuple[Path, ...] = ()
    passage: Anchor | None = None
    clicked: HighlightId | None = None
    rowed: bool = False
    more: bool = True
    above: tuple[PaperId, ...] = ()
    below: tuple[PaperId, ...] = ()
    opened: PaperId | None = None
    passed: PaperId | None = None
    noted: PaperId | None = None
    awaited: bool = True
    shown: Shelf = ALL
    pen: Colour = Colour.YELLOW
    said: list[str] = field(default_factory=list)
    undoable: list[str] = field(default_factory=list)
    """What was said with the offer to take it back."""

    problems: list[str] = field(default_factory=list)
    told: list[tuple[Any, ...]] = field(default_factory=list)
    clipboard: str = ""
    asked: list[str] = field(default_factory=list)
    edited: Edited | None = None
    written: Details | None = None
    drafts: list[Rule] = field(default_factory=list)
    choice: str = ""
    sought: PaperId | None = None
    choices: list[str] = field(default_factory=list)
    options: tuple[str, ...] = ()
    picks: list[str] = field(default_factory=list)
    """What is chosen, in turn, of what is offered: a part of its title."""

    groups: list[Twins] = field(default_factory=list)
    offered: list[tuple[str, list[Option]]] = field(default_factory=list)

    def selected(self) -> tuple[PaperId, ...]:
        return self.chosen

    def say(self, sentence: str, *, undo: bool = False) -> None:
        self.said.append(sentence)
        if undo:
            self.undoable.append(sentence)

    def mention(self, sentence: str) -> None:
        self.said.append(sentence)

    def complain(self, error: PaperDeskError) -> None:
        self.problems.append(str(error))

    def withdraw(self, start: str) -> None:
        self.problems = [said for said in self.problems if not said.startswith(start)]

    def confirm(self, question: str, verb: str) -> bool:
        self.asked.append(question)
        return self.yes

    def ask_text(self, question: str, text: str = "", choices: Sequence[str] = ()) -> str | None:
        self.asked.append(question)
        return self.answer

    def ask_folder(self, question: str) -> Path | None:
        return self.folder

    def ask_files(self, question: str) -> tuple[Path, ...]:
        return self.files

    def prepare(self, title: str) -> None:
        """Nothing is typed before there is something to choose."""

    def call_off(self, title: str) -> None:
        """Nothing was expected."""

    def offer(self, title: str, options: Sequence[Option], taken: Callable[[str], None]) -> None:
        self.offered.append((title, list(options)))
        if self.picks:
            pick = self.picks.pop(0)
            taken(next(one.id for one in options if pick in one.title))

    def move_line(self, lines: int) -> bool:
        if self.ruling:
            self.told.append(("move_line", lines))
        return self.ruling

    def write_remark(self, paper: PaperId, text: str, taken: Callable[[str], None]) -> bool:
        return False

    def edit(self, draft: Rule) -> Edited | None:
        self.drafts.append(draft)
        return self.edited

    def write(self, details: Details, edited: Collection[str] = ()) -> Details | None:
        return self.written

    def choose(self, *words: Any) -> None:
        """Choose from options if a test says which; `choose` is also said of marks."""
        self.told.append(("choose", *words))
        if len(words) == 3 and (choice := self.choices.pop() if self.choices else self.choice):
            self.options = tuple(words[1])
            words[2](choice)

    def find_paper(self, title: str, taken: Callable[[PaperId], None]) -> None:
        self.asked.append(title)
        if self.sought is not None:
            taken(self.sought)

    def choose_or_make(
        self, title: str, options: Sequence[str], new: Callable[[str], str], taken: Any
    ) -> None:
        """Offer as `choose` does; also what is typed may be chosen, as the line of it is named."""
        self.options = (*options, new(self.choice or ""))
        taken("" if self.choice == new("") else self.choice)

    def copy(self, text: str) -> None:
        self.clipboard = text

    def shelf(self) -> Shelf:
        return self.shown

    def show(self, shelf: Any, paper: Any = None) -> None:
        if isinstance(shelf, list):  # papers that may be one
            self.groups = shelf
            return
        self.shown = shelf
        if paper is not None:
            self.told.append(("show", paper))

    def follow(self, shelf: Shelf) -> None:
        self.shown = shelf

    def all(self) -> tuple[PaperId, ...]:
        return self.chosen

    def empty(self) -> bool:
        return not self.chosen

    def beside(self, direction: int) -> tuple[PaperId, ...]:
        return self.above if direction < 0 else self.below

    def to_late(self) -> bool:
        return self.more

    def scroll_abstract(self, direction: int) -> bool:
        self.told.append(("scroll_abstract", direction))
        return self.more

    def paper(self) -> PaperId | None:
        return self.opened

    def expect(self, paper: PaperId, *, passing: bool) -> None:
        self.passed = paper if passing else None

    def awaits(self, paper: PaperId) -> bool:
        return self.awaited

    def selections(self) -> tuple[Anchor, ...]:
        return (self.passage,) if self.passage else ()

    def quote_in_note(self, paper: PaperId, block: str) -> bool:
        if self.noted == paper:
            self.told.append(("quote_in_note", block))
        return self.noted == paper

    def selected_text(self) -> str:
        return self.passage.text if self.passage else ""

    def current_highlight(self) -> HighlightId | None:
        return self.clicked

    def current(self) -> HighlightId | None:
        return self.clicked

    def document(self, paper: PaperId) -> Document:
        return Document(Path("a.pdf"))

    def pick_area(self, taken: Callable[[Anchor], None]) -> bool:
        if self.passage is not None:
            taken(self.passage)
        return self.passage is not None

    def draw(self, colour: Colour, taken: Callable[[Anchor, Any], None]) -> bool:
        if self.passage is not None:
            taken(self.passage, (((1.0, 2.0), (3.0, 4.0)),))
        return self.passage is not None

    def reshape(self, mark: Highlight, taken: Callable[[Quad], None]) -> bool:
        taken((10.0, 20.0, 30.0, 40.0))
        return True

    def columns(self) -> dict[str, bool]:
        return {"Title": True, "Bits": False}

    def sorts(self) -> dict[str, bool]:
        return {"Bits": True}

    def group(self) -> Group | None:
        return Group.YEAR

    def here(self) -> str:
        return "Title"

    def listed(self) -> bool:
        return self.rowed

    def step(self, steps: int) -> bool:
        self.told.append(("step", steps))
        return self.more

    def colour(self) -> Colour:
        return self.pen

    def set_colour(self, colour: Colour) -> None:
        self.pen = colour

    def show_thumbnails(self, *, on: bool) -> None:
        self.told.append(("show_thumbnails", on))

    def __getattr__(self, name: str) -> Any:
        return lambda *words: self.told.append((name, *words))


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def desk(screen: Screen, changes: Changes, journal: Journal, home: Home) -> Desk:
    """A desk whose feeds and network a test may replace."""
    nothing = cast(Any, SimpleNamespace(wake=lambda: None, rebuild=lambda: None))
    asleep = cast(Any, SimpleNamespace(complete=lambda *_: 0))
    face = cast(Any, screen)
    return Desk(
        library=Library(changes, journal),
        collections=Collections(changes, journal),
        views=Views(changes),
        references=References(changes, journal),
        relations=Relations(changes, journal),
        queue=Queue(changes),
        editing=Editing(changes, journal),
        duplicates=Duplicates(changes, journal),
        trash=Trash(changes, journal, home.papers),
        bibliographies=nothing,
        opinions=Opinions(changes, journal),
        pins=Pins(changes, journal),
        times=ReadingTimes(changes, journal),
        facts=nothing,
        feeds=nothing,
        rules=Rules(changes, journal),
        completion=Completion(changes),
        tending=Tending(changes, journal),
        outlines=Outlines(changes, journal),
        intake=asleep,
        notes=Notes(changes, journal),
        letters=Letters(changes, journal),
        bookmarks=Bookmarks(changes, journal),
        marks=Marks(changes, journal),
        captures=Captures(home, nothing),
        editions=Editions(changes, journal),
        pages=nothing,
        scans=nothing,
        revisions=Revisions(changes, journal, nothing, home),
        comparing=nothing,
        export=Export(changes),
        safety=Safety(home, Settings(home.settings)),
        search=nothing,
        tender=nothing,
        journal=journal,
        history=History(changes, journal),
        settings=Settings(home.settings),
        http=Http(offline=lambda: True, ledger=Ledger(home.logs / "network.jsonl")),
        jobs=AtOnce(),
        **{each.name: face for faces in (WindowFaces, ReaderFaces) for each in fields(faces)},
    )


@pytest.fixture
def papers(desk: Desk, changes: Changes) -> tuple[PaperId, ...]:
    """Three papers that came by."""
    founds = [
        Found(
            "Attention Is All You Need", ("Ashish Vaswani",), "", date(2017, 6, 12), "1706.03762"
        ),
        Found(
            "Deep Residual Learning", ("Kaiming He", "Xiangyu Zhang"), doi="10.1109/cvpr.2016.90"
        ),
        Found("A Title Alone"),
    ]
    with changes.write() as write:
        return tuple(taken.paper for taken in desk.library.take(write, founds, 1.0))


def with_rooms(desk: Desk, **rooms: object) -> Desk:
    """The desk with some rooms replaced by a test's own."""
    return replace(desk, **cast(Any, rooms))
