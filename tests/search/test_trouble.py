import errno
import sqlite3
from pathlib import Path

import pytest

from paperdesk.domain.errors import StorageError
from paperdesk.infra.database import translated
from paperdesk.search.trouble import trouble


def test_a_full_disk_is_called_so_whoever_met_it(tmp_path: Path) -> None:
    assert trouble(OSError(errno.ENOSPC, "No space left on device")) == "the disk is full"
    connection = sqlite3.connect(tmp_path / "full.db")
    connection.execute("PRAGMA max_page_count = 2")
    connection.execute("CREATE TABLE a (b)")
    with pytest.raises(StorageError) as met, translated(tmp_path):
        connection.execute("INSERT INTO a VALUES (?)", ["long " * 10_000])
    connection.close()
    assert trouble(met.value) == "the disk is full"


def test_a_held_library_is_called_so(tmp_path: Path) -> None:
    holder, other = (sqlite3.connect(tmp_path / "held.db", timeout=0) for _ in range(2))
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError) as met:
        other.execute("BEGIN IMMEDIATE")
    holder.close()
    other.close()
    assert trouble(met.value) == "another program holds the library"


def test_what_has_no_words_of_ours_has_its_own() -> None:
    assert trouble(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert trouble(StorageError("Something odd.")) == "Something odd."
