"""A person with a fresh library, a real window, and a world of recordings."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.bench.display import Display
from tests.conftest import World
from tests.e2e.person import PAPER, WINDOW, Person, seated


@dataclass(frozen=True, slots=True)
class Read:
    """A library in which one paper is kept, with its PDF downloaded and indexed."""

    home: Path
    paper: int
    word: str
    """It stands first, and best, on a later page of that PDF."""
    page: int
    """That page, counted from 1."""


@pytest.fixture(scope="session")
def read_once(
    screen: Display, recordings: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Read]:
    """That library, made once by the verbs; for copies only."""
    with sys.modules["world"].running(recordings) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_ENDPOINT", server.url)
        patch.setenv("PAPERDESK_ARXIV_ENDPOINT", f"{server.url}/arxiv")
        somebody = Person(tmp_path_factory.mktemp("read"), screen)
        somebody.ask("fetch")
        # The first one is where every cursor stands at first: it is left as it came.
        paper = somebody.papers()[-1]
        somebody.ask("state", "inbox", str(paper))
        somebody.ask("run", "paper.download", str(paper))
        somebody.ask("index")
        yield Read(somebody.home, paper, *_found_later(somebody))


def _found_later(somebody: Person) -> tuple[str, int]:
    """What to search for so that the best hit is a later page of the kept paper."""
    for word in ("theorem", "references", "figure", "introduction", "conclusion"):
        hits = somebody.ask("search", f"{word} in:library")
        if hits and hits[0]["kind"] == "page" and hits[0]["page"] > 1:
            return f"{word} in:library", hits[0]["page"]
    pytest.fail("none of the words is on a later page of the paper")


@pytest.fixture
def read(read_once: Read, person: Person) -> Read:
    """The person's own copy of that library."""
    shutil.copytree(read_once.home, person.home, dirs_exist_ok=True)
    return read_once


@pytest.fixture
def person(screen: Display, tmp_path: Path, world: World) -> Iterator[Person]:
    """Somebody at a desk."""
    with seated(tmp_path, screen) as somebody:
        yield somebody


@pytest.fixture
def reading(person: Person, read: Read) -> Person:
    """Somebody who has opened the kept paper."""
    person.start()
    person.press("g", "i")
    person.settled(WINDOW)
    person.press("Return")
    person.wait("its pages are shown", person.pages_show)
    person.wait("there is text on them", person.line)
    person.settled(PAPER)
    return person
