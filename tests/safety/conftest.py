"""A library with something to lose."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.infra import backups
from paperdesk.infra import database as door
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.library import Library
from paperdesk.notes import Notes
from paperdesk.safety import Safety
from paperdesk.safety.doctor import Doctor
from paperdesk.safety.findings import Remedied
from tests.safety.faulty import FUSE, Faulty

Papers = tuple[PaperId, ...]
Spoil = Callable[..., None]

FOUND = (
    Found("Attention Is All You Need", ("Ashish Vaswani",), "", date(2017, 6, 12), "1706.03762"),
    Found("Deep Residual Learning", ("Kaiming He", "Xiangyu Zhang"), doi="10.1109/cvpr.2016.90"),
    Found("A Title Alone"),
)


@pytest.fixture
def notes(changes: Changes, journal: Journal) -> Notes:
    return Notes(changes, journal)


@pytest.fixture
def papers(library: Library, changes: Changes) -> tuple[PaperId, ...]:
    """Three papers in the inbox."""
    with changes.write() as write:
        ids = tuple(taken.paper for taken in library.take(write, FOUND, 1.0))
    library.set_state(ids, State.INBOX)
    return ids


@pytest.fixture
def safety(home: Home) -> Safety:
    return Safety(home, Settings(home.settings))


@pytest.fixture
def doctor(home: Home, papers: Papers) -> Doctor:
    return Doctor(home, lambda _: True)


@pytest.fixture
def spoil(home: Home) -> Spoil:
    """Writes into the library what no part of the program would."""

    def write(*statements: str) -> None:
        connection = sqlite3.connect(home.database, isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return write


def names(found: list[Remedied]) -> list[str]:
    return [one.finding.name for one in found]


def ask(home: Home, question: str) -> list[tuple[object, ...]]:
    with contextlib.closing(backups.opened(home.database)) as connection:
        return [tuple(row) for row in connection.execute(question)]


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let writers have connections to a disk that fails when it is told to."""
    real = door._connect

    def connect(path: Path, factory: type[Any], *, fixed: bool = False) -> Any:
        return real(path, Faulty if factory is sqlite3.Connection else factory, fixed=fixed)

    monkeypatch.setattr(door, "_connect", connect)
    FUSE.left = None
    yield
    FUSE.left = None
