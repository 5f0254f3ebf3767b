"""The first moments: a picture of the last screen, where it still is true."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from paperdesk.app.opening import keep_picture, last_picture, nothing_thrown_away
from paperdesk.infra.database import Database
from paperdesk.infra.paths import Home


def picture() -> QPixmap:
    """Something to keep."""
    made = QPixmap(40, 30)
    made.fill(Qt.GlobalColor.red)
    return made


def touch(home: Home, seconds: int) -> None:
    """Make the library look as if it was changed that long ago."""
    for part in home.root.glob("library.db*"):
        moment = part.stat().st_mtime - seconds
        os.utime(part, (moment, moment))


def test_at_first_there_is_none(qapp: QApplication, home: Home) -> None:
    assert last_picture(home).isNull()


def test_it_is_shown_as_it_was(qapp: QApplication, home: Home, database: Database) -> None:
    touch(home, 60)
    keep_picture(home, picture())
    assert last_picture(home).toImage() == picture().toImage()


def test_it_is_not_shown_once_the_library_has_changed(
    qapp: QApplication, home: Home, database: Database
) -> None:
    keep_picture(home, picture())
    touch(home, -60)
    assert last_picture(home).isNull()


def test_it_is_shown_though_somebody_has_read_the_library(
    qapp: QApplication, home: Home, database: Database
) -> None:
    keep_picture(home, picture())
    touch(home, 60)
    log = home.database.with_name("library.db-wal")
    log.write_bytes(b"")
    os.utime(log, (2**31, 2**31))
    assert not last_picture(home).isNull()


def test_without_a_library_it_is_not_shown(qapp: QApplication, home: Home) -> None:
    keep_picture(home, picture())
    assert last_picture(home).isNull()


def test_no_picture_replaces_none(qapp: QApplication, home: Home, database: Database) -> None:
    touch(home, 60)
    keep_picture(home, picture())
    keep_picture(home, QPixmap())
    assert not last_picture(home).isNull()


def test_a_damaged_one_is_as_none(qapp: QApplication, home: Home, database: Database) -> None:
    touch(home, 60)
    keep_picture(home, picture())
    for file in home.cache.glob("*.bmp"):
        file.write_bytes(b"no picture")
    assert last_picture(home).isNull()


def test_where_it_cannot_be_kept_nothing_is_said(qapp: QApplication, home: Home) -> None:
    home.root.mkdir(parents=True)
    home.cache.write_text("in the way")
    keep_picture(home, picture())
    assert last_picture(home).isNull()


def test_no_garbage_is_looked_for_while_the_window_is_made() -> None:
    with nothing_thrown_away():
        meanwhile = gc.isenabled()
    assert not meanwhile
    assert gc.isenabled()
    gc.unfreeze()


@pytest.mark.parametrize("screen", [{"QT_QPA_PLATFORM": "nowhere"}, {"DISPLAY": ":9999"}])
def test_without_a_screen_one_sentence_says_so(tmp_path: Path, screen: dict[str, str]) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    answer = subprocess.run(
        [sys.executable, "-m", "paperdesk"],
        env={**plain, "PAPERDESK_HOME": str(tmp_path), **screen},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("paperdesk: no window can be opened")
    assert answer.stderr.count("\n") == 1
