"""Killed at a random moment of the morning, nothing typed a second before is gone."""

import contextlib
import os
import random
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import World
from tests.e2e.person import Person

pytestmark = pytest.mark.screen

KEPT_WITHIN = 1.0
"""Seconds after which what was typed must outlive a power cut."""

WORDS = "the quick brown fox jumps over a lazy dog and asks why it was worth reading "


@dataclass
class Typed:
    """What was typed so far, and when each part of it was."""

    text: str = ""
    parts: list[tuple[float, str]] = field(default_factory=list)
    marked: float = float("inf")
    """When a passage was highlighted."""

    def by(self, moment: float) -> str:
        """What had been typed at a moment."""
        return max((text for when, text in self.parts if when <= moment), key=len, default="")


def morning(person: Person, typed: Typed) -> Iterator[None]:
    """Fetch, triage, read, highlight and write; a pause after each small step."""
    person.press("R")
    while not person.here():
        yield
    for key in "jjkelsi":
        person.press(key)
        yield
    person.press("Return")
    while not person.with_pdf():
        yield
    for _ in range(10):  # until it is drawn
        yield
    person.select_lines()
    person.press("h")
    typed.marked = person.clock()
    yield
    person.press("Escape")  # what is written next is about the paper, not about the mark
    yield
    person.press("c")
    yield
    for start in range(0, 10_000, 4):
        part = "".join(WORDS[at % len(WORDS)] for at in range(start, start + 4))
        person.type(part)
        typed.text += part
        typed.parts.append((person.clock(), typed.text))
        yield


def live_and_die(person: Person, last: Callable[[Typed], object]) -> tuple[Typed, float, list[int]]:
    """Go through the morning until the power fails: what was typed, when, who worked.

    The power fails when `last`, which runs beside the morning, has ended.
    """
    typed, died = Typed(), threading.Event()
    person.start()
    moments: list[float] = []
    workers: list[int] = []

    def power_cut() -> None:
        last(typed)
        workers.extend(person.workers())
        moments.append(person.clock())
        person.kill()
        died.set()

    power = threading.Thread(target=power_cut)
    power.start()
    with contextlib.suppress(subprocess.CalledProcessError):
        for _ in morning(person, typed):
            if died.wait(0.1):
                break
    power.join()
    return typed, moments[0], workers


def gone(pid: int) -> bool:
    """Whether a process has ended, fetched by its parent or not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


def check_files(person: Person) -> None:
    """What counts as a PDF is one, whole; nothing that is half there counts."""
    rows = person.look_up("SELECT path, size FROM file")
    for path, size in rows:
        content = (person.home / "papers" / path).read_bytes()
        assert content.startswith(b"%PDF")
        assert len(content) == size
    for file in (person.home / "papers").rglob("*.pdf"):
        assert file.read_bytes().startswith(b"%PDF"), file
        assert b"%%EOF" in file.read_bytes()[-2048:], file


def check_library(person: Person) -> None:
    """The library is sound, and the verbs and the index answer."""
    with contextlib.closing(sqlite3.connect(person.home / "library.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    papers = person.ask("list")
    assert person.ask("index") == {"waiting": 0}
    if papers:
        title = max(papers[0]["title"].split(), key=len).strip(":,.?()")
        assert papers[0]["id"] in [hit["paper"] for hit in person.ask("search", f'"{title}"')]


def drill(person: Person, world: World, last: Callable[[Typed], object]) -> str:
    """Kill the program after something, and look at what is left: the note, if any."""
    world.fault("slow", "^/arxiv/pdf/", seconds=0.2, rate=400_000)
    typed, died, workers = live_and_die(person, last)
    expected = typed.by(died - KEPT_WITHIN)
    person.wait("its workers end with it", lambda: all(map(gone, workers)))
    notes = [person.show(paper)["note"] for paper in person.papers("has:note")]
    assert len(notes) <= 1
    assert (notes or [""])[0].startswith(expected)
    marks = person.look_up("SELECT text FROM highlight")
    assert marks or typed.marked > died - KEPT_WITHIN
    check_files(person)
    check_library(person)
    person.start()
    assert person.answers() < 2
    assert person.quit() < 10
    return expected


def many_words(typed: Typed) -> None:
    """Wait until a line or two have been typed, but not for ever."""
    end = time.monotonic() + 60
    while len(typed.text) < 120 and time.monotonic() < end:
        time.sleep(0.01)


def test_killed_while_a_note_is_written(person: Person, world: World) -> None:
    assert len(drill(person, world, many_words)) > 20


@pytest.mark.long
@pytest.mark.timeout(180)
@pytest.mark.parametrize("seed", range(20))
def test_killed_at_any_moment(person: Person, world: World, seed: int) -> None:
    run = int(os.environ.get("DRILL_SEED", "0")) + seed
    seconds = random.Random(run).uniform(0.3, 18.0)
    print(f"seed {run}: killed after {seconds:.2f} s")  # noqa: T201
    drill(person, world, lambda _: time.sleep(seconds))
