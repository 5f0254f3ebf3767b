"""Backup and restore from the command line, on a library that may not open."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

from paperdesk.infra.paths import Home
from tests.app.conftest import Verb


def test_a_backup_is_made_and_restored(verb: Verb, home: Home, tmp_path: Path) -> None:
    assert verb("list").code == 0
    said = verb("backup", "--json")
    assert said.code == 0
    assert Path(said.value["path"]).parent == home.backups
    restored = verb("restore", said.value["path"], "--json")
    assert restored.value["restored"] == said.value["path"]
    assert Path(restored.value["before"]).is_file()
    assert verb("list").code == 0


def test_what_would_differ_can_be_asked_first(verb: Verb, tmp_path: Path) -> None:
    verb("list")
    assert verb("backup", str(tmp_path / "mine.db")).code == 0
    said = verb("restore", str(tmp_path / "mine.db"), "--dry-run")
    assert "No kept paper, note or mark differs" in said.out
    assert "Restored" not in said.out


def test_a_damaged_library_is_restored(verb: Verb, home: Home, tmp_path: Path) -> None:
    verb("list")
    verb("backup", str(tmp_path / "mine.db"))
    home.database.write_bytes(b"damaged" * 1000)
    assert verb("list").code == 1
    assert verb("restore", str(tmp_path / "mine.db")).code == 0
    assert verb("list").code == 0


def test_what_is_no_backup_gets_a_sentence(verb: Verb, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    assert "no library" in verb("restore", str(tmp_path / "letter.txt")).err or (
        "cannot be read as a library" in verb("restore", str(tmp_path / "letter.txt")).err
    )
    assert verb("restore", str(tmp_path / "none.db")).code == 1


def test_a_library_is_looked_over_and_put_right(verb: Verb, home: Home) -> None:
    verb("list")
    assert verb("doctor", "--json").value == {"findings": [], "fixed": []}
    with contextlib.closing(sqlite3.connect(home.database, isolation_level=None)) as spoilt:
        spoilt.execute("INSERT INTO collection VALUES (3, 88, 'Lost', '', 0, 0)")
    (found,) = verb("doctor", "--json").value["findings"]
    assert (found["name"], found["mendable"]) == ("orphaned-rows", True)
    assert "With --fix: Delete these rows" in verb("doctor").out
    fixed = verb("doctor", "--fix", "--json").value
    assert fixed["findings"] == []
    assert [one["name"] for one in fixed["fixed"]] == ["orphaned-rows"]
    assert verb("doctor").out == "Nothing is wrong.\n"


def test_an_index_that_lacks_papers_is_found(fetched: Verb, home: Home) -> None:
    assert fetched("index").code == 0
    assert fetched("doctor", "--json").value["findings"] == []
    with contextlib.closing(sqlite3.connect(home.database, isolation_level=None)) as spoilt:
        spoilt.execute("UPDATE paper SET title = title || '!' WHERE id = 1")
        spoilt.execute("DROP TRIGGER paper_gone")
        spoilt.execute("DELETE FROM waiting")
        spoilt.execute("PRAGMA foreign_keys = ON")
        spoilt.execute("DELETE FROM paper WHERE id = 2")
    assert "index" in [one["name"] for one in fetched("doctor", "--json").value["findings"]]
    fetched("doctor", "--fix")
    assert not (home.index / "editions.json").exists()


def test_a_library_comes_back_from_its_plain_files(
    fetched: Verb, home: Home, tmp_path: Path
) -> None:
    fetched("state", "inbox", "1")
    fetched("note", "1", "--append", "mine")
    fetched("tag", "1", "+rl")
    before = fetched("show", "1", "--json").value
    folder = tmp_path / "plain"
    assert fetched("backup", f"{folder}/").code == 0
    shutil.rmtree(home.root)
    assert fetched("restore", str(folder)).code == 0
    after = fetched("show", "1", "--json").value
    same = ("title", "authors", "abstract", "arxiv", "state", "tags", "note", "citekey")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


def test_a_new_library_does_not_write_over_the_plain_copy_of_another(
    fetched: Verb, home: Home, tmp_path: Path
) -> None:
    folder = tmp_path / "plain"
    fetched("state", "inbox", "1")
    fetched("backup", f"{folder}/")
    shutil.rmtree(home.root)
    fetched("list")
    said = fetched("backup", f"{folder}/")
    assert (said.code, "of another library" in said.err) == (1, True)
