"""The small library of samples."""

from collections.abc import Iterator

import pytest

from paperdesk.app import build, demo
from paperdesk.app.build import Rooms
from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import ALL
from paperdesk.infra.bus import at_once
from paperdesk.infra.paths import Home


@pytest.fixture
def rooms(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rooms]:
    """The rooms of the demo's library, without a network."""
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("PAPERDESK_ARXIV_ENDPOINT", "http://127.0.0.1:9")
    made = build.rooms(demo.home(home), at_once)
    yield made
    made.close()


def papers(rooms: Rooms) -> list[PaperId]:
    return [PaperId(number) for number in rooms.library.ids(ALL)]


def test_it_lies_apart_from_the_user_s_own(home: Home) -> None:
    assert demo.home(home).root.parent == home.root
    assert demo.home(home).database != home.database


def test_it_fills_a_bare_desk_with_papers_to_read(rooms: Rooms) -> None:
    demo.fill(rooms)
    filled = rooms.library.papers(papers(rooms))
    assert len(filled) >= 5
    files = [rooms.home.papers / paper.file for paper in filled if paper.file]
    assert files
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    assert any(rooms.notes.note(paper.id) for paper in filled)


def test_a_second_time_it_changes_nothing(rooms: Rooms) -> None:
    demo.fill(rooms)
    first = papers(rooms)
    demo.fill(rooms)
    assert papers(rooms) == first


def test_filling_it_is_nothing_to_undo(rooms: Rooms) -> None:
    demo.fill(rooms)
    assert rooms.journal.undo() is None
