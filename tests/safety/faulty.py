"""A disk that fails at any write that it is told to: the double at the library's one door."""

import contextlib
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from paperdesk.domain.errors import PaperDeskError
from paperdesk.infra import backups
from paperdesk.infra import database as door
from paperdesk.infra.paths import Home

FAULTS = {
    "full": sqlite3.OperationalError("database or disk is full"),
    "held": sqlite3.OperationalError("database is locked"),
    "broken disk": sqlite3.OperationalError("disk I/O error"),
    "read-only": sqlite3.OperationalError("attempt to write a readonly database"),
    "damaged": sqlite3.DatabaseError("database disk image is malformed"),
}

PACKAGE = Path(door.__file__).parents[1]

Act = Callable[[], object]


class Fuse:
    """Burns at the n-th statement of a writer, or at its commit; `None` never."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.fault: Exception = FAULTS["full"]
        self.burnt = False
        self.through: set[str] = set()
        """The functions of the program that have written, by file and name."""

    def burn(self) -> None:
        if self.left is None:
            return
        self._look()
        self.left -= 1
        if self.left < 0:
            self.left = None
            self.burnt = True
            raise self.fault

    def _look(self) -> None:
        frame = sys._getframe(2)
        while frame.f_back is not None:
            file = Path(frame.f_code.co_filename)
            if file.is_relative_to(PACKAGE):
                self.through.add(f"{file.relative_to(PACKAGE).as_posix()}:{frame.f_code.co_name}")
            frame = frame.f_back


FUSE = Fuse()


class Cursor(sqlite3.Cursor):
    def execute(self, sql: str, values: Any = (), /) -> Any:
        FUSE.burn()
        return super().execute(sql, values)

    def executemany(self, sql: str, values: Any, /) -> Any:
        FUSE.burn()
        return super().executemany(sql, values)


class Faulty(sqlite3.Connection):
    """A writer's connection to a disk that fails when it is told to."""

    def cursor(self, factory: Any = Cursor) -> Any:
        return super().cursor(factory)

    def commit(self) -> None:
        FUSE.burn()
        super().commit()


def everything(home: Home) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with contextlib.closing(backups.opened(home.database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {
            str(row[0]): sorted(map(tuple, connection.execute(f"SELECT * FROM {row[0]}")), key=repr)
            for row in tables.fetchall()
        }


def outcome(act: Act) -> str | None:
    """The sentence that an action failed with; None if it did not."""
    try:
        act()
    except PaperDeskError as error:
        return str(error)
    return None


def fails_at_every_write(act: Act, home: Home, fault: str, *, whole: bool = True) -> int:
    """Let an action fail at its first write, its second …, until it is done; how many there are.

    One that is not `whole` consists of several: those that were done before stay done.
    """
    for number in range(400):
        before = everything(home)
        FUSE.left, FUSE.fault, FUSE.burnt = number, FAULTS[fault], False
        said = outcome(act)
        FUSE.left = None
        if said is None:
            assert not FUSE.burnt, "a fault was not told of"
            return number
        assert said.endswith(".")
        assert "Error" not in said
        after = everything(home)
        assert after == before or not whole
    raise AssertionError("it never ends")
