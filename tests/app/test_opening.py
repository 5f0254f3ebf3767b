"""The picture of the last screen is shown only if it is still true."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from paperdesk.app.opening import keep_picture, last_picture
from paperdesk.infra.paths import Home


@pytest.fixture
def home(qapp: QApplication, tmp_path: Path) -> Home:
    made = Home(tmp_path)
    made.database.write_bytes(b"")
    return made


def seen() -> QPixmap:
    picture = QPixmap(30, 20)
    picture.fill(QColor("red"))
    return picture


def test_a_picture_is_kept_as_it_was(home: Home) -> None:
    keep_picture(home, seen())
    assert last_picture(home).toImage().pixelColor(7, 7) == QColor("red")
    assert [path.suffix for path in home.cache.iterdir()] == [".bmp"]


@pytest.mark.parametrize("part", ["library.db", "library.db-wal"])
def test_a_picture_older_than_the_library_is_not_shown(home: Home, part: str) -> None:
    keep_picture(home, seen())
    changed = home.root / part
    changed.write_bytes(b"changed")
    later = changed.stat().st_mtime + 5
    os.utime(changed, (later, later))
    assert last_picture(home).isNull()


def test_a_first_start_has_none(qapp: QApplication, tmp_path: Path) -> None:
    assert last_picture(Home(tmp_path)).isNull()


def test_a_picture_without_its_library_is_not_shown(home: Home) -> None:
    keep_picture(home, seen())
    home.database.unlink()
    assert last_picture(home).isNull()


def test_a_damaged_picture_is_none(home: Home) -> None:
    keep_picture(home, seen())
    next(home.cache.iterdir()).write_bytes(b"BM, and no more")
    assert last_picture(home).isNull()


def test_a_window_that_was_never_closed_leaves_the_picture_before(home: Home) -> None:
    keep_picture(home, seen())
    keep_picture(home, QPixmap())
    assert not last_picture(home).isNull()
