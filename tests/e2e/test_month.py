"""Working mornings by keyboard only: recorded days, published bit by bit, and worked off."""

import copy
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.bench.display import Display
from tests.e2e.person import LIST, Person, seated

pytestmark = pytest.mark.screen

STATE = {"e": "dismissed", "i": "inbox", "s": "shortlist", "l": "later"}
HELD_BACK = 3
"""Papers of a day that are published after it was worked off."""


class Paper:
    """The publisher: has recorded days, and puts out as much of each as it is told to."""

    def __init__(self, recordings: Any) -> None:
        self.recordings = copy.copy(recordings)
        self._all = dict(recordings.days)
        self.recordings.days = {}

    def publish(self, day: date, papers: int | None = None) -> None:
        """Put out the first so many papers of a day, in their order; all without a number."""
        days = {**self.recordings.days, day: self._all[day][:papers]}
        self.recordings.days = dict(sorted(days.items(), reverse=True))
        self.recordings.newest_day = max(days)


@dataclass
class Book:
    """What somebody at the keys must find in the library, kept by hand beside it."""

    state: dict[str, str] = field(default_factory=dict)
    done: list[tuple[str, str]] = field(default_factory=list)
    """What undoes each step: a paper, and its state before."""

    def put(self, paper: str, key: str) -> None:
        """Write down that a key gave a paper a state."""
        self.done.append((paper, self.state[paper]))
        kept = self.state[paper] not in ("new", "dismissed")
        self.state[paper] = "archive" if key == "e" and kept else STATE[key]

    def undo(self) -> None:
        """Write down that the last step was taken back."""
        paper, before = self.done.pop()
        self.state[paper] = before


@pytest.fixture
def publisher(recordings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Paper]:
    """Hugging Face, which has not published anything yet."""
    publisher = Paper(recordings)
    with sys.modules["world"].running(publisher.recordings) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setenv("PAPERDESK_ARXIV_ENDPOINT", f"{server.url}/arxiv")
        yield publisher


@pytest.fixture
def reader(screen: Display, tmp_path: Path, publisher: Paper) -> Iterator[Person]:
    """Somebody who reads what that publisher puts out."""
    with seated(tmp_path, screen) as somebody:
        yield somebody


def raw_days(folder: Path, month: str) -> dict[date, list[str]]:
    """The ids of each recorded day, in its order, read from the files as they are."""
    days = {}
    for path in sorted(folder.glob(f"hf_daily/**/{month}*.json")):
        entries = json.loads(path.read_text("utf-8"))
        if isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries):
            ids = dict.fromkeys(entry["paper"]["id"] for entry in entries)
            days[date.fromisoformat(path.stem)] = list(ids)
    return days


def listed(person: Person, day: date) -> int:
    """How many papers the library has for a day."""
    rows = person.look_up(f"SELECT count(DISTINCT paper) FROM entry WHERE day = '{day}'")
    return int(rows[0][0])


def fetch(person: Person, day: date, papers: int) -> None:
    """Fetch what is new, and wait until so many papers of a day are here."""
    person.press("R")
    person.wait(f"{papers} papers of {day} are here", lambda: listed(person, day) == papers)


def kept(person: Person, book: Book) -> None:
    """Wait until every step that was taken stands in the library."""
    steps = "SELECT count(*) FROM journal WHERE undone = 0"
    person.wait("all is written", lambda: person.look_up(steps)[0][0] == len(book.done))


def work(person: Person, book: Book, rows: list[str], hand: random.Random) -> str:
    """Go through rows by random keys, some of it taken back; the row one ends at."""
    at = 0
    while at < len(rows) - 1:
        key = hand.choice("eeeiislljz")
        if key == "z" and book.done:
            kept(person, book)
            person.press("z")
            book.undo()
            kept(person, book)
        elif key in STATE:
            person.press(key)
            book.put(rows[at], key)
            at += 1
        else:
            person.press("j")
            at += 1
    kept(person, book)
    return rows[at]


def agree(person: Person, book: Book) -> None:
    """The library is as the book says, paper by paper."""
    rows = person.look_up("SELECT arxiv, state FROM paper")
    assert Counter(dict(rows).values()) == Counter(book.state.values())
    assert dict(rows) == book.state


def morning(
    person: Person, publisher: Paper, book: Book, day: tuple[date, list[str]], hand: random.Random
) -> None:
    """One day: half of it, the rest while one works, a restart, its end, and latecomers."""
    when, ids = day
    half, most = len(ids) // 2, len(ids) - HELD_BACK
    before = person.see().part(LIST)
    publisher.publish(when, half)
    for paper in ids:
        book.state.setdefault(paper, "new")
    person.press("R")
    person.wait("half a day is here", lambda: listed(person, when) == half)
    person.press("g", "d")
    person.settled(LIST, unlike=before)

    publisher.publish(when, most)
    person.press("R")  # and on with the work while it is fetched
    last = work(person, book, ids[: half - 1], hand)
    person.wait("the rest is here", lambda: listed(person, when) == most)
    person.quit()
    person.start()
    agree_on(person, book, ids[:most])
    rest = ids[ids.index(last) : most]
    work(person, book, rest, hand)

    finish(person, book, when)
    before = person.see().part(LIST)
    publisher.publish(when)
    fetch(person, when, len(ids))
    person.settled(LIST, unlike=before)
    person.press("g", "L")
    unread = {row[0] for row in person.look_up("SELECT arxiv FROM paper WHERE unread = 1")}
    late = next(paper for paper in ids[most:] if paper in unread)
    person.press("i")
    book.put(late, "i")
    kept(person, book)
    agree_on(person, book, ids)


def agree_on(person: Person, book: Book, ids: list[str]) -> None:
    """Nothing of these is lost, and each is in the state that it was given."""
    states = dict(person.look_up("SELECT arxiv, state FROM paper"))
    assert {paper: states.get(paper) for paper in ids} == {
        paper: book.state[paper] for paper in ids
    }


def finish(person: Person, book: Book, day: date) -> None:
    """Mark what is left as read, and wait for the day to be worked off."""
    unread = (
        "SELECT count(*) FROM paper WHERE unread = 1 AND id IN"
        f" (SELECT paper FROM entry WHERE day = '{day}')"
    )
    left = person.look_up(unread)[0][0]
    person.press("A")
    if left:
        book.done.append(next(iter(book.state.items())))  # a step that changes no state
    kept(person, book)
    assert person.look_up(unread)[0][0] == 0
    ended = f"SELECT at FROM finished WHERE shelf = 'day:{day}'"
    person.wait("the day is worked off", lambda: person.look_up(ended))


def mornings(person: Person, publisher: Paper, days: dict[date, list[str]], seed: int) -> None:
    """Several days, one after the other; in the end the library holds them all, no more."""
    book, hand = Book(), random.Random(seed)
    person.start()
    for day in days.items():
        morning(person, publisher, book, day, hand)
    raw = {paper for ids in days.values() for paper in ids}
    assert {row[0] for row in person.look_up("SELECT arxiv FROM paper")} == raw
    assert {row["arxiv"] for row in person.ask("list", "")} == raw
    agree(person, book)
    assert person.quit() < 5


def test_two_mornings_are_worked_off_and_nothing_is_lost(
    reader: Person, publisher: Paper, shared_data: Path
) -> None:
    days = raw_days(shared_data, "2026-05")
    few = dict(sorted(days.items(), key=lambda day: len(day[1]))[:2])
    mornings(reader, publisher, dict(sorted(few.items())), seed=4)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_month_of_mornings_is_worked_off_and_nothing_is_lost(
    reader: Person, publisher: Paper, shared_data: Path
) -> None:
    mornings(reader, publisher, raw_days(shared_data, "2026-05"), seed=5)
