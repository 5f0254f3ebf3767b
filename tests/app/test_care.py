"""Backup and restore from the command line, on a library that may not open."""

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
