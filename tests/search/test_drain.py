import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from paperdesk.infra.lock import FileLock
from paperdesk.search.drain import FILES, PAGES
from paperdesk.search.editions import Editions

Books = Any


def test_what_was_written_is_found(books: Books) -> None:
    paper = books.paper("A title", authors=("Ada Lovelace",), abstract="An abstract")
    books.note(paper, "remember the engine")
    books.highlight("h", paper, "a passage about looms", page=2)
    books.file(paper, ["front matter", "the difference is calculated"])
    books.index()
    found = {
        text: books.find(text).hits[0] for text in ("lovelace", "engine", "looms", "calculated")
    }
    assert [hit.kind.value for hit in found.values()] == ["paper", "note", "highlight", "page"]
    assert [hit.page for hit in found.values()] == [None, None, 2, 1]
    assert books.find("looms").waiting == 0


def test_what_changes_is_found_anew_and_what_goes_is_not(books: Books) -> None:
    paper = books.paper("Old words")
    books.note(paper, "old note")
    file = books.file(paper, ["old page"])
    books.index()
    assert len(books.find("old").hits) == 3
    books.change("UPDATE paper SET title = 'New words' WHERE id = ?", paper)
    books.note(paper, "new note")
    books.change("DELETE FROM file WHERE id = ?", file)
    books.index()
    assert books.find("old").hits == ()
    assert len(books.find("new").hits) == 2


def test_a_paper_that_is_deleted_takes_all_of_it_along(books: Books) -> None:
    paper = books.paper("Gone words")
    books.note(paper, "gone")
    books.highlight("h", paper, "gone")
    books.file(paper, ["gone"])
    books.index()
    books.change("DELETE FROM paper WHERE id = ?", paper)
    books.index()
    assert books.find("gone").hits == ()


def test_a_long_book_does_not_keep_the_others_waiting(books: Books) -> None:
    books.file(books.paper("Long"), [f"endless page{number}" for number in range(3 * PAGES)])
    for number in range(FILES):
        books.file(books.paper(f"Short {number}"), ["brief"])
    drain = books.drain()
    rounds = iter(range(3))
    drain.run(None, lambda: next(rounds, None) is not None)
    assert len(books.find("brief").hits) == FILES
    assert books.find("endless").waiting > 0
    drain.run(None, lambda: True)
    drain.close()
    assert len(books.find(f"page{3 * PAGES - 1}").hits) == 1


def test_a_file_without_a_text_is_not_asked_for_again(
    books: Books, caplog: pytest.LogCaptureFixture
) -> None:
    books.file(books.paper("Broken"), [None] * 5)
    books.index()
    assert "cannot be read" in caplog.text
    asked = len(books.pages.asked)
    books.index()
    assert len(books.pages.asked) == asked
    assert books.titles("broken") == ["Broken"]


def test_only_the_holder_of_the_lock_drains(books: Books) -> None:
    books.paper("Words")
    other = FileLock(books.home.index / "lock")
    assert other.take()
    drain = books.drain()
    assert not drain.run(None, lambda: True)
    assert not drain.rebuild()
    assert drain.waiting() == 1
    other.release()
    assert drain.run(None, lambda: True)
    assert drain.waiting() == 0
    drain.close()


def test_draining_stops_when_the_time_is_up(books: Books) -> None:
    books.paper("Words")
    drain = books.drain()
    assert drain.run(0.0, lambda: True)
    assert drain.waiting() == 1
    assert drain.needed()
    drain.close()


def lose_everything(index: Path) -> None:
    shutil.rmtree(index)


def lose_the_list_of_editions(index: Path) -> None:
    (index / "editions.json").unlink()


def lose_the_tables_of_contents(index: Path) -> None:
    for path in index.rglob("*.toc"):
        path.unlink()


def spoil_every_file(index: Path) -> None:
    for path in index.rglob("words_*"):
        path.write_bytes(b"spoilt " * 20)


def cut_the_terms_short(index: Path) -> None:
    for path in index.rglob("*.trm"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def age(index: Path) -> None:
    path = index / "editions.json"
    path.write_text(path.read_text().replace('"stamp": "', '"stamp": "0 '))


DAMAGE = (
    lose_everything,
    lose_the_list_of_editions,
    lose_the_tables_of_contents,
    spoil_every_file,
    cut_the_terms_short,
    age,
)


@pytest.mark.parametrize("damage", DAMAGE)
def test_an_index_that_is_lost_or_damaged_is_built_again(books: Books, damage: Any) -> None:
    paper = books.paper("Words of a title")
    books.file(paper, ["words of a page"])
    books.index()
    assert len(books.find("words").hits) == 2
    damage(books.home.index)
    asked = len(books.pages.asked)
    books.searcher.close()
    books.searcher = type(books.searcher)(books.home, books.database.read())
    books.find("words")
    books.paper("More words")
    books.index()
    assert len(books.find("words").hits) == 3
    assert len(books.pages.asked) == asked, "the texts of pages were kept"


def test_an_index_that_was_made_otherwise_is_built_again(books: Books) -> None:
    books.paper("Words of a title")
    books.index()
    before = Editions(books.home.index).state().current
    age(books.home.index)
    books.index()
    after = Editions(books.home.index).state().current
    assert before is not None
    assert after is not None
    assert (after.folder != before.folder, after.stamp) == (True, before.stamp)


def test_the_old_index_answers_while_a_new_one_is_built(books: Books) -> None:
    books.paper("Words of a title")
    books.index()
    drain = books.drain()
    assert drain.rebuild()
    assert drain.building()
    assert drain.needed()
    assert books.titles("words") == ["Words of a title"]
    drain.run(None, lambda: True)
    assert not drain.building()
    assert not drain.needed()
    drain.close()
    assert books.titles("words") == ["Words of a title"]
    folders = [path for path in books.home.index.iterdir() if path.is_dir()]
    current = Editions(books.home.index).state().current
    assert current is not None
    assert [path.name for path in folders] == [current.folder]


_KILLED = """
import os, signal, sys, threading
from paperdesk.infra.database import Database
from paperdesk.infra.paths import home
from paperdesk.search.drain import Drain
database = Database(home().database)
drain = Drain(home(), database.read, lambda: None)
print("ready", flush=True)
drain.run(None, lambda: True)
print("done", flush=True)
"""


@pytest.mark.parametrize("moment", [0.05, 0.2, 0.4, 0.7, 1.0])
def test_a_kill_at_any_moment_heals_itself(books: Books, moment: float) -> None:
    for number in range(600):
        books.paper(f"Title number{number} common", abstract="some words " * 30)
    command = (sys.executable, "-c", _KILLED)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as victim:
        assert victim.stdout is not None
        victim.stdout.readline()
        time.sleep(moment)
        victim.kill()
        victim.stdout.read()
    books.index()
    assert len(books.find("common", limit=1000).hits) == 600
    assert books.titles("number599")[0] == "Title number599 common"
