"""The library's door: one writer, many readers, and nothing half-written.

*Why two ways in:* reads go through plain sqlite3, which needs none of the
libraries that start-up would wait for and costs a tenth of the ORM; writes go
through SQLModel's tables as Core statements, so that a misspelt column is
found before it is a lost note.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy

from paperdesk.domain.errors import Cancelled, DiskFull, Held, Refused, StorageError
from paperdesk.infra import backups, migrations

BUSY_SECONDS = 10.0

_TOGETHER = 100
"""Rows that are fetched in one go by whoever walks through them."""

_CLOSED = "The library was closed meanwhile."

_DAMAGE = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
)
"""What SQLite answers when the disk, not the question, is to blame."""

_NEWER = (
    "This library was written by a newer PaperDesk and is open for reading only. "
    "Install that version to change it."
)


_READ_ONLY = (
    "This library lies where nothing can be written, and is open for reading only. "
    "Copy its folder elsewhere, or see who owns it, to change it."
)


_WITHOUT_LOG = (
    "This library lies where SQLite cannot keep its log, as on a network drive. All is kept, but "
    "reading waits while something is written, and two computers must not open it at once. "
    "Move its folder to a disk of this computer."
)


_Kind = TypeVar("_Kind", bound=sqlite3.Connection)


class Database:
    """A library on disk, opened, brought up to date, and shared by threads.

    Reading connections are one per thread. Writing takes the database's own
    write lock, so writers of several processes wait for each other, up to
    `BUSY_SECONDS`.
    """

    def __init__(self, path: Path, *, copies: Path | None = None) -> None:
        """Open the library at `path`, made if it does not exist.

        Before a migration a copy is left in the folder `copies`.
        """
        self._path = path
        self._local = threading.local()
        self._opened: list[_Reading] = []
        self._engine: sqlalchemy.Engine | None = None
        self._waits: list[float] = []
        self._writing: list[int] = []
        """The threads that write, one after the other: the one that holds the lock is in it."""
        self.readonly = path.exists() and not os.access(path.parent, os.W_OK)
        self._refusal = _READ_ONLY if self.readonly else _NEWER
        self._shared = False
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._bring_up_to_date(copies)

    @property
    def remark(self) -> str:
        """What a person should know of how the library lies here; "" for nothing."""
        if self.readonly:
            return self._refusal
        return _WITHOUT_LOG if self._shared else ""

    def read(self) -> sqlite3.Connection:
        """The calling thread's connection for reading; its rows have names."""
        connection: _Reading | None = getattr(self._local, "connection", None)
        if connection is None:
            with translated(self._path):
                fixed = self._refusal is _READ_ONLY
                connection = _connect(self._path, _Reading, fixed=fixed)
                connection.execute("PRAGMA query_only = ON")
            self._local.connection = connection
            self._opened.append(connection)
        return connection

    def waited(self) -> float:
        """Seconds for which a writer has been waiting for other programs; 0 if none waits."""
        if self._writing:
            return 0.0  # for another of our own, which is soon done
        now = time.monotonic()
        return now - min(tuple(self._waits), default=now)

    @contextlib.contextmanager
    def write(self, *, durable: bool = True) -> Iterator[sqlalchemy.Connection]:
        """A transaction that is written wholly or not at all.

        `durable` waits for the disk, as an action of the user must; what can be
        fetched again need not.
        """
        if self.readonly:
            raise Refused(self._refusal)
        engine = self._writer()
        pool = engine.pool
        try:
            with translated(self._path), engine.connect() as connection:
                level = "FULL" if durable else "NORMAL"
                connection.connection.cursor().execute(f"PRAGMA synchronous = {level}").close()
                with connection.begin():
                    yield connection
        finally:
            if (here := threading.get_ident()) in self._writing:
                self._writing.remove(here)
            if engine is not self._engine:
                pool.dispose()  # closed meanwhile, which left to us what we held

    def close(self) -> None:
        """Let go of the file; the last to leave folds the log into it.

        Who is reading is interrupted, and told that it was `Cancelled`.
        """
        for connection in self._opened:
            connection.leave()
        self._opened.clear()
        self._local = threading.local()
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _writer(self) -> sqlalchemy.Engine:
        if self._engine is None:
            engine = sqlalchemy.create_engine(
                "sqlite://",
                creator=lambda: _connect(self._path, sqlite3.Connection),
                poolclass=sqlalchemy.QueuePool,
                pool_size=1,
                max_overflow=4,
            )
            sqlalchemy.event.listen(engine, "begin", self._begin)
            self._engine = engine
        return self._engine

    def _begin(self, connection: sqlalchemy.Connection) -> None:
        """Take the write lock at once: a later upgrade fails whatever the timeout."""
        since = time.monotonic()
        self._waits.append(since)
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            self._writing.append(threading.get_ident())
        finally:
            self._waits.remove(since)

    def _bring_up_to_date(self, folder: Path | None) -> None:
        if self.readonly:
            return
        connection = _connect(self._path, sqlite3.Connection)
        try:
            found = migrations.version(connection)
            if not found and _has_tables(connection):
                raise Refused(
                    f"{self._path} is another program's. Move it away to begin a library."
                )
            self.readonly = found > migrations.NEWEST
            if not self.readonly:
                mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
                self._shared = mode != "wal"
            if found < migrations.NEWEST:
                if found and folder is not None:
                    kind = f"{backups.BEFORE_VERSION}{migrations.NEWEST}"
                    wanted = backups.Wanted(kind, datetime.now(UTC).date())
                    backups.take(self._path, folder, wanted)
                migrations.migrate(connection)
        finally:
            connection.close()


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is not None


@contextlib.contextmanager
def one_moment(reading: sqlite3.Connection) -> Iterator[None]:
    """Let all that is asked within be of one moment, whoever writes meanwhile."""
    reading.execute("BEGIN")
    try:
        yield
    finally:
        reading.execute("COMMIT")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write through a plain connection, wholly or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say in a sentence what the disk or the database did not take."""
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DatabaseError, OSError) as error:
        raise _said(str(error), path) from error
    except sqlalchemy.exc.DatabaseError as error:
        if not _is_of_the_disk(error.orig):
            raise
        raise _said(str(error.orig), path) from error


def _is_of_the_disk(error: BaseException | None) -> bool:
    """Whether the file is to blame, not a statement: SQLite says so in its bare class."""
    return isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError


_FULL = "The disk with {path} is full. Nothing was changed; free some space and try again."
_HELD = "Another program is holding the library at {path}. Nothing was changed; try again."
_UNWRITTEN = "{path} cannot be written. Check who owns the folder, then try again."
_SENTENCES = (
    ("locked", Held, _HELD),
    ("no space", DiskFull, _FULL),
    ("quota", DiskFull, _FULL),
    ("is full", DiskFull, _FULL),
    ("readonly", StorageError, _UNWRITTEN),
    ("read-only", StorageError, _UNWRITTEN),
    (
        "permission",
        StorageError,
        "{path} cannot be opened. Check who owns the folder, then try again.",
    ),
    (
        "unable to open",
        StorageError,
        "{path} cannot be opened. Check that its folder can be written.",
    ),
    (
        "malformed",
        StorageError,
        "The library at {path} is damaged; nothing was changed. Copy the folder as it is, then put "
        "a copy of library.db that is whole, as from its backups folder, in its place.",
    ),
    (
        "not a database",
        StorageError,
        "{path} is not a library. Move it away, or restore a backup in its place.",
    ),
)

ROOM = 64 * 1024
"""Bytes without which SQLite cannot even read: its shared memory lies on the disk."""


def _said(reason: str, path: Path) -> StorageError:
    if "disk i/o" in reason.lower() and _free(path) < ROOM:
        reason = "The disk is full"  # which SQLite does not say of its shared memory
    for sign, kind, sentence in _SENTENCES:
        if sign in reason.lower():
            return kind(sentence.format(path=path))
    return StorageError(f"The library at {path} could not be used: {reason}.")


def _free(path: Path) -> int:
    """Bytes that can still be written beside a file."""
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return ROOM


class _Rows(sqlite3.Cursor):
    """Rows on the way: a page that cannot be read is met at any of them."""

    connection: _Reading

    def __iter__(self) -> Any:
        while rows := self.fetchmany(_TOGETHER):
            yield from rows

    def execute(self, sql: str, values: Any = (), /) -> Any:
        with self.connection.reading():
            return super().execute(sql, values)

    def fetchone(self) -> Any:
        with self.connection.reading():
            return super().fetchone()

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        with self.connection.reading():
            return super().fetchmany(size)

    def fetchall(self) -> list[Any]:
        with self.connection.reading():
            return super().fetchall()


class _Reading(sqlite3.Connection):
    """A connection for reading, which says in a sentence that the library is damaged.

    *Why a lock here:* it is closed by another thread than the one that reads, and
    Python falls over, the whole program with it, if that is within a statement.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._within = threading.Lock()
        self._leaving = False

    def cursor(self, factory: Any = _Rows) -> Any:
        if self._leaving:
            raise Cancelled(_CLOSED)
        return super().cursor(factory)

    def execute(self, sql: str, values: Any = (), /) -> Any:
        return self.cursor().execute(sql, values)

    def create_function(self, *args: Any, **options: Any) -> None:
        with self.reading():
            super().create_function(*args, **options)

    def leave(self) -> None:
        """Close, from whichever thread; a statement that runs is interrupted first."""
        self._leaving = True
        self.interrupt()
        with self._within:
            self.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Keep the connection open, and tell a damaged library from a bug, which stays one."""
        with self._within:
            if self._leaving:
                raise Cancelled(_CLOSED)
            try:
                yield
            except sqlite3.DatabaseError as error:
                if self._leaving:
                    raise Cancelled(_CLOSED) from error
                if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGE:
                    raise
                raise _said(str(error), _file(self)) from error


def _file(connection: sqlite3.Connection) -> Path:
    """The file of a connection, asked for past what it may say of damage."""
    listed = sqlite3.Connection.cursor(connection).execute("PRAGMA database_list").fetchone()
    return Path(listed["file"])


def _connect(path: Path, factory: type[_Kind], *, fixed: bool = False) -> _Kind:
    """A connection that begins no transaction by itself and waits its turn.

    A `fixed` file cannot change: SQLite then needs neither lock nor log beside it.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}{'?immutable=1' if fixed else ''}",
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
        factory=factory,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection
