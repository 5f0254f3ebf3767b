"""Copies of a library: numbered, whole, and no more of them than are wanted.

*Why numbered:* a clock may jump; what was taken last has the highest number all
the same. *Why in steps:* a library of a gigabyte is copied while the window and
its writers go on; a reader's transaction keeps what is copied as it was.
"""

import contextlib
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paperdesk.domain.errors import DiskFull, Held, StorageError
from paperdesk.infra.files import unwritten
from paperdesk.infra.lock import FileLock

DAILY, BY_HAND = "daily", "by-hand"
BEFORE_RESTORE, BEFORE_REPAIR = "before-restore", "before-repair"
BEFORE_VERSION = "before-version-"

KEPT = 7
"""Daily copies that are kept where nothing else is said."""

OTHERS = 3
"""Copies of each other kind that are kept; those by hand all are."""

STEP = 500
"""Pages that are copied in one go: 2 MB, some milliseconds of the disk."""

PAUSE = 0.001
PATIENCE = 10.0
"""Seconds for which another that makes a copy is waited for."""

SPARE = 1024 * 1024
"""Bytes that a copy leaves free on the disk."""

_NAME = re.compile(r"library-(\d+)-(\d{4}-\d{2}-\d{2})-([a-z0-9-]+)\.db")
_OLD_NAME = re.compile(r"(before-version-\d+)\.db")

Moved = Callable[[int, int], object]
"""Told how many pages of how many are copied; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A copy to be made: what for, on which day, and how many daily ones stay."""

    kind: str
    today: date
    keep: int = KEPT


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library, as its name tells of it."""

    path: Path
    number: int
    day: str
    kind: str

    @property
    def title(self) -> str:
        """What it was taken for, in words."""
        return self.kind.replace("-", " ")


def listed(folder: Path) -> list[Backup]:
    """The copies in a folder, the latest first."""
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix == ".db")
    except OSError:
        return []
    found = [backup for path in names if (backup := _read(path)) is not None]
    return sorted(found, key=lambda one: one.number, reverse=True)


def _read(path: Path) -> Backup | None:
    if match := _NAME.fullmatch(path.name):
        return Backup(path, int(match[1]), match[2], match[3])
    if match := _OLD_NAME.fullmatch(path.name):
        return Backup(path, 0, "", match[1])
    return None


def take(library: Path, folder: Path, what: Wanted, *, moved: Moved | None = None) -> Path:
    """Copy a library into the folder of its backups, and let the oldest of the kind go.

    The others are touched only once the new copy is whole and on the disk.
    """
    with only_one(folder):
        number = max((one.number for one in listed(folder)), default=0) + 1
        target = folder / f"library-{number:04}-{what.today.isoformat()}-{what.kind}.db"
        copy(library, target, moved)
        _let_go(folder, what.keep)
    return target


def due(library: Path, folder: Path, today: date) -> bool:
    """Whether a daily copy is wanted: none is of today, and something has changed since.

    A day that lies ahead is no better than one that is past: a clock has jumped.
    """
    copies = [one for one in listed(folder) if one.number]
    if any(one.kind == DAILY and one.day == today.isoformat() for one in copies):
        return False
    return not copies or mark(library) != mark(copies[0].path, fixed=True)


def mark(library: Path, *, fixed: bool = False) -> tuple[int, ...]:
    """What moves with every change of a library that is told of or can be undone."""
    with contextlib.closing(opened(library, fixed=fixed)) as connection:
        return tuple(
            int(connection.execute(question).fetchone()[0] or 0)
            for question in (
                "PRAGMA user_version",
                "SELECT max(id) FROM change",
                "SELECT max(id) FROM journal",
                "SELECT count(*) FROM paper",
            )
        )


def opened(path: Path, *, fixed: bool = False) -> sqlite3.Connection:
    """A connection that changes nothing; of a `fixed` file, not even beside it."""
    how = "immutable=1" if fixed else "mode=rw"
    address = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(
        address, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=True
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    return connection


def copy(library: Path, target: Path, moved: Moved | None = None) -> None:
    """Copy a library that may be in use; the copy appears only when it is whole."""
    partial = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _refuse_without_room(library, target.parent)
        partial.unlink(missing_ok=True)
        _copy_pages(library, partial, moved)
        verify(partial)
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise unwritten(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def _copy_pages(library: Path, partial: Path, moved: Moved | None) -> None:
    def tell(_status: int, left: int, total: int) -> None:
        if moved is not None:
            moved(total - left, total)

    with (
        contextlib.closing(opened(library, fixed=not os.access(library.parent, os.W_OK))) as source,
        contextlib.closing(sqlite3.connect(partial, isolation_level=None)) as target,
    ):
        target.execute("PRAGMA synchronous = OFF")
        # A transaction of ours: whoever writes meanwhile does not make us begin again.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        try:
            source.backup(target, pages=STEP, progress=tell, sleep=PAUSE)
        except sqlite3.DatabaseError as error:
            raise _not_copied(partial, error) from error
        target.execute("PRAGMA journal_mode = DELETE").fetchone()


def _not_copied(partial: Path, error: sqlite3.DatabaseError) -> Exception:
    """A full disk said as such, also where SQLite calls it something else."""
    full = "full" in str(error) or shutil.disk_usage(partial.parent).free < SPARE
    return _no_room(partial.parent) if full else error


def _refuse_without_room(library: Path, folder: Path) -> None:
    log = library.with_name(f"{library.name}-wal")
    size = library.stat().st_size + (log.stat().st_size if log.exists() else 0)
    if shutil.disk_usage(folder).free < size + SPARE:
        raise _no_room(folder)


def _no_room(folder: Path) -> DiskFull:
    return DiskFull(
        f"There is no room for a backup in {folder}. The backups before it are as they were. "
        "Free some space and try again."
    )


def verify(path: Path) -> None:
    """Refuse a file that is not a whole library."""
    try:
        with contextlib.closing(opened(path, fixed=True)) as connection:
            found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise StorageError(
            f"The copy is damaged, as the library itself may be, and was not kept ({found}). "
            "Look at it with “paperdesk doctor”."
        )


def _settle(folder: Path) -> None:
    """Have a name that was given reach the disk, where a system knows how."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _let_go(folder: Path, keep: int) -> None:
    """Delete what is more than wanted of each kind, and what a crash left half-written."""
    kinds: dict[str, int] = {}
    for one in listed(folder):
        kind = BEFORE_VERSION if one.kind.startswith(BEFORE_VERSION) else one.kind
        kinds[kind] = kinds.get(kind, 0) + 1
        if kind != BY_HAND and kinds[kind] > max(1, keep if kind == DAILY else OTHERS):
            one.path.unlink(missing_ok=True)
    for left in folder.glob(".library-*.part*"):
        left.unlink(missing_ok=True)


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Be the only one that works on the backups of a library; another is waited for."""
    lock = FileLock(folder / "lock")
    end = time.monotonic() + PATIENCE
    while not lock.take():
        if time.monotonic() > end:
            raise Held("Another PaperDesk is making a backup of this library. Try again later.")
        time.sleep(0.05)
    try:
        yield
    finally:
        lock.release()
