from pathlib import Path

import pytest

from paperdesk.search.editions import Editions, State


def test_an_edition_answers_when_it_is_complete(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    first = editions.begin(5)
    assert editions.state() == State(None, first, 5)
    editions.complete()
    second = editions.begin(9)
    assert editions.state() == State(first, second, 9)
    editions.complete()
    assert editions.state() == State(second)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [second.folder]


def test_an_edition_that_was_begun_before_gives_way(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    first = editions.begin(5)
    editions.begin(9)
    assert not editions.path(first).exists()


def test_a_condemned_edition_is_struck_out(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    first = editions.begin(5)
    editions.complete()
    editions.condemn(first)
    assert editions.state() == State()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"current": 3, "next": null, "last": 0}'])
def test_a_damaged_file_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "editions.json").write_text(text)
    assert Editions(tmp_path).state() == State()


def test_an_edition_without_its_folder_is_none(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    editions.path(editions.begin(0)).rmdir()
    assert editions.state().next is None
