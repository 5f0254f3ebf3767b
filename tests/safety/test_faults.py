"""Whatever SQLite answers at whichever write: a sentence, and nothing lost or half done."""

import ast
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from paperdesk.app import build
from paperdesk.app.build import Rooms
from paperdesk.domain.annotation import FileMark
from paperdesk.domain.card import Links
from paperdesk.domain.details import Details
from paperdesk.domain.errors import PaperDeskError, Unreachable
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.focus import Spell
from paperdesk.domain.note import Anchor, Colour, HighlightId, Kind, Place
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.domain.progress import Status
from paperdesk.domain.reference import Reference
from paperdesk.domain.rule import Action, Rule
from paperdesk.domain.shelf import day_shelf
from paperdesk.domain.waymark import Letter
from paperdesk.export import Item
from paperdesk.feeds.opml import Outline, Reading
from paperdesk.infra.bus import at_once
from paperdesk.infra.database import Database
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.library import Import, Library
from paperdesk.library.visits import Visits
from paperdesk.notes import Notes
from tests.safety.conftest import Papers
from tests.safety.faulty import FAULTS, FUSE, PACKAGE, Act, fails_at_every_write

pytestmark = pytest.mark.usefixtures("faulty")

BOX = (10.0, 20.0, 30.0, 40.0)
ANCHOR = Anchor(0, (BOX,), "some words")
NOW = datetime.now(UTC)

PARTLY = ("roster.own", "feeds.take", "rules.settle", "export.write")
"""What consists of several writes: what was done before a fault stays done."""


def job() -> Job:
    return Job(1, "Work")


def of_notes(rooms: Rooms, papers: Papers) -> Iterator[tuple[str, Act]]:
    """What is written about papers."""
    one, two, _ = papers
    notes, marks = rooms.notes, rooms.marks
    yield "notes.write", lambda: notes.write(one, "text", base="")
    yield "notes.append", lambda: notes.append(one, "more")
    yield "notes.mark", lambda: notes.mark(one, ANCHOR, Colour.YELLOW)
    mark = notes.highlights(one)[0].id
    yield "notes.recolour", lambda: notes.recolour(mark, Colour.GREEN)
    yield "marks.comment", lambda: marks.comment(mark, "so it is")
    yield "marks.tag", lambda: marks.tag(mark, add=["x"], remove=[])
    yield "marks.draw", lambda: marks.draw(one, ANCHOR, [((1.0, 2.0), (3.0, 4.0))], Colour.BLUE)
    area = notes.keep(
        replace(notes.highlights(one)[0], id=HighlightId("area"), kind=Kind.AREA), "Area"
    ).id
    yield "marks.reshape", lambda: marks.reshape(area, (1.0, 2.0, 3.0, 4.0))
    yield "notes.keep_place", lambda: notes.keep_place(one, Place(3, 5.0))
    yield "notes.drop", lambda: notes.drop(mark)
    yield "bookmarks.add", lambda: rooms.bookmarks.add(one, Place(1), "here")
    bookmark = rooms.bookmarks.of(one)[0].id
    yield "bookmarks.rename", lambda: rooms.bookmarks.rename(bookmark, "there")
    yield "letters.put", lambda: rooms.letters.put(Letter("a", one, 0, 1.0))
    told = FileMark(0, "n1", Kind.HIGHLIGHT, (BOX,), (), (1.0, 1.0, 0.0), "t", "c", "who", "", ())
    yield "editions.adopt", lambda: rooms.editions.adopt(two, [(told, ANCHOR)])
    yield "editions.carry", lambda: rooms.editions.carry(two, rooms.notes.highlights(two))


def of_the_library(rooms: Rooms, papers: Papers) -> Iterator[tuple[str, Act]]:
    """What puts papers in order."""
    one, two, three = papers
    collections, pins = rooms.collections, rooms.pins
    yield "library.seen", lambda: rooms.library.seen(one)
    yield "library.unread", lambda: rooms.library.set_unread(papers, unread=True)
    yield "library.keep", lambda: rooms.library.keep(Found("A New One", ("E F",)))
    yield "linkage.keep", lambda: rooms.library.linkage.keep(one, Links())
    yield "opinions.rate", lambda: rooms.opinions.rate(papers, 4)
    yield "opinions.notice", lambda: rooms.opinions.notice([one], "retracted")
    yield "library.tag", lambda: rooms.library.tag(papers, add=["y"], remove=["x"])
    yield "pins.pin", lambda: pins.pin("read", 1)
    yield "pins.toggle", lambda: pins.toggle(papers, 1)
    yield "pins.clear", lambda: pins.clear(papers)
    yield "collections.make", lambda: collections.make("Top")
    yield "collections.at", lambda: collections.at("Top / Low / Lower")
    yield "collections.smart", lambda: collections.make("Smart", None, "rating:>=4")
    top, low, lower, smart = (
        next(each for each in collections.all() if each.name == name)
        for name in ("Top", "Low", "Lower", "Smart")
    )
    yield "collections.put", lambda: collections.put(papers, low)
    yield "collections.take_out", lambda: collections.take_out([one], low)
    yield "collections.ask", lambda: collections.ask(smart, "rating:5")
    yield "collections.rename", lambda: collections.rename(top, "Other")
    yield "collections.step", lambda: collections.step(smart, -1)
    yield "collections.move", lambda: collections.move(lower, top.id)
    yield "collections.remove", lambda: collections.remove(collections.collection(low.id))
    yield "relations.relate", lambda: rooms.relations.relate(papers, "agree")
    yield "relations.part", lambda: rooms.relations.part(one, two)
    yield (
        "editing.edit",
        lambda: rooms.editing.edit(one, Details("Another", "G H", venue="J", citekey="own2026")),
    )
    yield "times.record", lambda: rooms.times.record(one, NOW.date(), [Spell("", 60.0)], [0], 9)
    yield "times.say", lambda: rooms.times.say(papers, Status.READ)
    yield "times.forget", rooms.times.forget
    yield "views.finish", lambda: rooms.views.finish(day_shelf(NOW.date()))
    yield "visits.come", lambda: Visits(rooms.changes).come(1000.0)
    yield "facts.read_some", lambda: rooms.facts.read_some(5)
    yield "duplicates.apart", lambda: rooms.duplicates.tell_apart([one, three])
    yield "duplicates.merge", lambda: rooms.duplicates.merge(one, [one, two], {})
    yield "trash.throw_note", lambda: rooms.trash.throw_note(one, 5.0)
    yield "trash.restore", lambda: rooms.trash.restore(rooms.trash.listed(), 6.0)
    yield "library.move", lambda: rooms.library.set_state([three], State.TRASH)
    yield "trash.believes", lambda: rooms.trash.believes(time.time())
    yield "trash.purge", lambda: rooms.trash.purge_some(time.time() + 99)
    yield "trash.forget_purged", rooms.trash.forget_purged
    rooms.opinions.rate([one], 1)
    yield "history.restore", lambda: rooms.history.restore(rooms.journal.steps()[0].id)
    yield "journal.undo", rooms.journal.undo
    yield "journal.forget", rooms.journal.forget


def of_feeds(rooms: Rooms, papers: Papers) -> Iterator[tuple[str, Act]]:
    """What comes, and what is made of it by rules."""
    roster, feeds, tending, rules = rooms.feeds.roster, rooms.feeds, rooms.tending, rooms.rules
    yield "roster.own", lambda: roster.add("http://127.0.0.1:9/feed.xml", own=True)
    yield "roster.add", lambda: roster.add("https://a.org/feed.xml")
    yield "roster.aside", lambda: roster.aside("https://c.org/feed.xml")
    yield "roster.add_all", lambda: roster.add_all(["https://b.org/b.xml"], "Two feeds")
    yield "roster.pages", roster.pages
    outlines = Reading((Outline(1, "https://d.org/d.xml"),))
    yield "outlines.bring", lambda: rooms.outlines.bring(outlines)
    yield "roster.trending", roster.trending
    source = roster.sources()[-1]
    yield "rules.save", lambda: rules.save(Rule("Mute", "title:P", Action.HIDE))
    entries = tuple(Entry(Found(f"P {number}"), number) for number in range(3))
    listing = Listing(NOW.date(), datetime.now(UTC), entries)
    yield "feeds.take", lambda: feeds.take(source, [listing])
    yield "feeds.failed", lambda: feeds.failed(source, Unreachable("No answer."))
    yield "tending.rename", lambda: tending.rename(source.id, "Name")
    yield "tending.move", lambda: tending.move(source.id, -1)
    rule = rules.all()[0]
    yield "rules.settle", rules.settle
    assert rules.deeds([PaperId(4)]), "it was not muted after all"
    rules.save(Rule("Over", "title:Z", expires=date(2026, 1, 1)))
    yield "rules.over", rules.act
    tending.notify(source.id, on=True)
    yield "rules.tell", rules.act
    look = rules.judging.look_back()
    if look is not None:
        yield "judging.keep_look", lambda: rules.judging.keep_look(look)
    lately = rules.judging.look_lately(rule, 30, job())
    yield "judging.due_again", lambda: rules.judging.due_again(rule, lately)
    yield "feeds.redate", lambda: feeds.redate(source, NOW.date(), date(2026, 5, 27))
    yield "judging.leave_off", lambda: rules.judging.leave_off(rule)
    yield "rules.change", lambda: rules.save(replace(rule, name="Quiet"))
    yield "rules.enable", lambda: rules.enable(rule, on=False)
    yield "rules.save another", lambda: rules.save(Rule("More", "title:Q"))
    yield "rules.move", lambda: rules.move(rules.all()[0], 1)
    yield "rules.remove", lambda: rules.remove(rule)
    old = [
        paper.id
        for paper in rooms.library.papers(list(map(PaperId, range(1, 99))))
        if paper.title == "P 1"
    ]
    yield "tending.drop", lambda: tending.drop(old)
    yield "roster.remove", lambda: roster.remove(source.id)


def of_files(rooms: Rooms, papers: Papers, folder: Path) -> Iterator[tuple[str, Act]]:
    """What comes in as files, and goes out as such."""
    one, two, three = papers
    pdf = PACKAGE.parent / "resources/demo/curve.pdf"
    paper = rooms.library.paper(one)
    yield "intake.bring", lambda: rooms.intake.bring(paper, pdf)
    yield "editions.settle", lambda: rooms.editions.settle(one)
    copy = folder / "copy.pdf"
    yield "scans.keep", lambda: rooms.scans.keep(one, Path(shutil.copyfile(pdf, copy)))
    file = rooms.revisions.files(one)[0].id
    yield "revisions.choose", lambda: rooms.revisions.choose(one, file)
    yield "revisions.ignore", lambda: rooms.revisions.ignore([one])
    yield "revisions.settle", lambda: rooms.revisions.settle(one)
    for lost in rooms.revisions.files(one):
        lost.path.unlink()
    yield "missing.seek", lambda: rooms.intake.missing.seek([pdf.parent], job())
    yield "intake.settle", lambda: rooms.intake.settle(paper, Found("X", arxiv="2605.11111"))
    yield "queue.want", lambda: rooms.queue.want([two])
    entries = [
        Reference(f"k{n}", Found(f"R {n}", ("A B",)), tags=("t",), groups=("In/Deep",), note="n")
        for n in range(3)
    ]
    whole = Import("Import", "run:1")
    yield "references.bring", lambda: rooms.references.bring(entries, whole)
    yield "references.relate", lambda: rooms.references.relate({two: [three]}, whole)
    items = [Item(rooms.library.paper(two), "note", ())]
    target = folder / "vault"
    yield "export.write", lambda: rooms.export.write(items, target, job())


@pytest.fixture
def rooms(home: Home) -> Iterator[Rooms]:
    made = build.rooms(home, at_once)
    yield made
    made.close()


def act_all(rooms: Rooms, home: Home, fault: str, folder: Path) -> dict[str, int]:
    """Let everything fail at each of its writes in turn; how many writes each has."""
    founds = (Found("One", ("A B",), "An abstract of 7B"), Found("Two"), Found("Three"))
    papers = tuple(rooms.library.keep(one).paper for one in founds)
    counts = {}
    for acts in (
        of_notes(rooms, papers),
        of_feeds(rooms, papers),
        of_files(rooms, papers, folder),
        of_the_library(rooms, papers),
    ):
        for name, act in acts:
            counts[name] = fails_at_every_write(act, home, fault, whole=name not in PARTLY)
    return counts


@pytest.mark.parametrize(
    "fault", [pytest.param(one, marks=() if one == "full" else pytest.mark.long) for one in FAULTS]
)
def test_whatever_is_written_is_written_wholly_or_not_at_all_and_said(
    fault: str, rooms: Rooms, home: Home, tmp_path: Path
) -> None:
    FUSE.through.clear()
    counts = act_all(rooms, home, fault, tmp_path)
    assert [name for name, writes in counts.items() if not writes] == []
    assert doors() - FUSE.through - SPARED == set()


SPARED = {
    # It hands the action on to those who write.
    "library/pins.py:_act",
    # What it strikes from a list lies aside already; the next export strikes it as well.
    "export/service.py:_see_to_left",
    # Small things of the screen, all through infra/memory.py.
    "app/desktop/collecting.py:_keep",
    "app/desktop/held.py:keep",
    "app/desktop/kept.py:keep_ruler",
    "app/desktop/remembered.py:remember",
    "app/desktop/resuming.py:keep",
    "app/desktop/tabbing.py:keep",
    "app/desktop/tabling.py:keep",
    "safety/restoring.py:tidings",
    # These wait for the network first, and have no more than one write each.
    "intake/revisions.py:_keep",
    "intake/revisions.py:_put_off",
    "intake/service.py:_fill_in",
}
"""What writes and is not tried here, and why."""


def doors() -> set[str]:
    """Every function of the program that begins a write, by file and name."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        functions = [
            node
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.FunctionDef)
        ]
        for function in functions:
            inner = [node for node in ast.walk(function) if isinstance(node, ast.FunctionDef)]
            own = [call for call in ast.walk(function) if _begins(call)]
            theirs = [call for one in inner[1:] for call in ast.walk(one) if _begins(call)]
            if len(own) > len(theirs):
                found.add(f"{file.relative_to(PACKAGE).as_posix()}:{function.name}")
    return found


def _begins(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and bool(
        re.search(
            r"(journal\.act|changes\.write|database\.write|memory\.keep|memory\.keep_on)$",
            ast.unparse(node.func),
        )
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_a_note_is_kept_wholly_or_not_at_all(
    fault: str, database: Database, papers: Papers, notes: Notes, home: Home
) -> None:
    notes.write(papers[0], "old", base="")
    assert fails_at_every_write(lambda: notes.write(papers[0], "new", base="old"), home, fault) > 2


@pytest.mark.parametrize("fault", FAULTS)
def test_papers_are_moved_tagged_and_put_back_wholly_or_not_at_all(
    fault: str, papers: Papers, library: Library, journal: Journal, home: Home
) -> None:
    acts: tuple[Act, ...] = (
        lambda: library.set_state(papers, State.ARCHIVE),
        lambda: library.tag(papers, add=["rl"], remove=[]),
        lambda: journal.undo(),
        lambda: journal.undo(),
    )
    assert [fails_at_every_write(act, home, fault) > 2 for act in acts] == [True] * 4
    assert {paper.state for paper in library.papers(list(papers))} == {State.INBOX}


def test_what_failed_can_be_done_again(papers: Papers, library: Library, home: Home) -> None:
    FUSE.left = 2
    with pytest.raises(PaperDeskError):
        library.set_state(papers, State.LATER)
    library.set_state(papers, State.LATER)
    assert library.paper(PaperId(papers[0])).state is State.LATER


def test_a_clock_that_jumps_back_changes_no_order(
    papers: Papers, library: Library, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.set_state(papers, State.LATER)
    monkeypatch.setattr(time, "time", lambda: 1000.0)
    library.set_state(papers, State.SHORTLIST)
    journal.undo()
    assert library.paper(papers[0]).state is State.LATER
    journal.undo()
    assert library.paper(papers[0]).state is State.INBOX
