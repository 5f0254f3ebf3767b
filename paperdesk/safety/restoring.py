"""The way back: a copy is made ready beside the library, then takes its place at once.

*Why not by renaming:* a log that lies beside a library belongs to its pages, and a
crash between two renames would join it to those of another. SQLite writes the copy
into the library as one transaction instead, which a crash leaves out or in, and for
which programs that have the library open wait like for any other.
"""

import contextlib
import json
import os
import shutil
import sqlite3
import time
from datetime import date
from pathlib import Path

from paperdesk.domain.errors import BadDocument, DiskFull, Held, NotFound, Refused, StorageError
from paperdesk.infra import backups, files, memory, migrations
from paperdesk.infra.backups import Moved
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import translated
from paperdesk.infra.lock import FileLock
from paperdesk.infra.paths import Home
from paperdesk.safety import rebuilding

PATIENCE = 10.0
"""Seconds for which whoever writes is waited for."""

_KEY = "went back"
"""What a library remembers of having been restored, until somebody was told."""

_IN_USE = (
    "A PaperDesk window has this library open. Restore it there (menu File), or close the window "
    "and try again."
)


def staged(home: Home) -> Path:
    """Where a copy is made ready."""
    return home.root / ".restoring.db"


def stage(source: Path, home: Home, moved: Moved | None = None) -> Path:
    """Copy a backup, bring the copy up to date, and see that it is whole; the backup stays."""
    if not source.is_file():
        raise NotFound(f"There is no file {source}.")
    ready = staged(home)
    _clear(ready)
    with files.told(ready):
        home.root.mkdir(parents=True, exist_ok=True)
        try:
            _look_at(source)
            backups.copy(source, ready, moved)
            _bring_up_to_date(ready)
            _sign(ready, {"to": source.name})
        except sqlite3.DatabaseError as error:
            raise _unusable(source, ready, error) from error
    return ready


def stage_plain(folder: Path, home: Home, moved: Moved) -> tuple[Path, list[str]]:
    """Make a library again from plain files, to be restored; what of them could not be read."""
    ready = staged(home)
    _clear(ready)
    with files.told(ready):
        home.root.mkdir(parents=True, exist_ok=True)
        try:
            troubles = rebuilding.rebuild(folder, ready, moved)
            _sign(ready, {"to": folder.name})
            backups.verify(ready)
        except sqlite3.DatabaseError as error:
            raise _unusable(folder, ready, error) from error
    return ready, troubles


def _look_at(source: Path) -> None:
    """Refuse what is no library, or one that this program does not know yet."""
    with contextlib.closing(backups.opened(source, fixed=True)) as connection:
        found = migrations.version(connection)
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if not found or not tables:
        raise BadDocument(f"{source} is no library of PaperDesk.")
    if found > migrations.NEWEST:
        raise Refused(
            f"{source.name} was written by a newer PaperDesk. Install that version to restore it."
        )


def _bring_up_to_date(ready: Path) -> None:
    with contextlib.closing(sqlite3.connect(ready, isolation_level=None)) as connection:
        migrations.migrate(connection)
        broken = connection.execute("SELECT count(*) FROM pragma_foreign_key_check").fetchone()[0]
    if broken:
        raise BadDocument(
            f"{broken} rows of the backup belong to nothing. Nothing was changed; restore another."
        )


def _sign(ready: Path, said: dict[str, str]) -> None:
    """Let the copy tell, once it is the library, where it came from."""
    with contextlib.closing(sqlite3.connect(ready, isolation_level=None)) as connection:
        row = connection.execute("SELECT value FROM memory WHERE key = ?", (_KEY,)).fetchone()
        known = json.loads(row[0]) if row and "to" not in said else {}
        value = json.dumps({**(known or {}), **said})
        connection.execute("INSERT OR REPLACE INTO memory VALUES (?, ?)", (_KEY, value))


def tidings(changes: Changes) -> str:
    """That this library was gone back to, told once; nothing of one that was not."""
    known = memory.recall(changes.database, _KEY)
    if not known:
        return ""
    memory.keep(changes, _KEY, None)
    said = f"Went back to {known['to']}."
    if "before" in known:
        said += f" What was there before is in backups/{known['before']}."
    return said


def _unusable(source: Path, ready: Path, error: sqlite3.DatabaseError) -> Exception:
    if "full" in str(error) or shutil.disk_usage(ready.parent).free < backups.SPARE:
        return DiskFull(
            f"The disk with {ready.parent} is too full to restore {source.name}. "
            "Nothing was changed; free some space and try again."
        )
    return BadDocument(
        f"{source.name} cannot be read as a library ({error}). Nothing was changed; try another."
    )


def swap(home: Home, today: date) -> Path | None:
    """Put the copy that is ready in the place of the library, which is backed up before.

    The path of that backup, which leads back; None if there was no library to back up.
    """
    window = FileLock(home.window)
    if not window.take():
        raise Refused(_IN_USE)
    try:
        return _swap(staged(home), home, today)
    finally:
        window.release()


def _swap(ready: Path, home: Home, today: date) -> Path | None:
    if not ready.is_file():
        raise NotFound("No copy is ready to be restored.")
    backups.verify(ready)
    before = _kept_before(home, today)
    if before is not None:
        _sign(ready, {"before": before.name})
    # An index is made anew from what the library then holds; so is the last screen.
    (home.index / "editions.json").unlink(missing_ok=True)
    for picture in home.cache.glob("screen-*.bmp"):
        picture.unlink(missing_ok=True)
    if before is not None and before.suffix == ".db":
        with translated(home.database):
            _write_over(ready, home.database)
    else:
        _put(ready, home.database)
    _clear(ready)
    return before


def _kept_before(home: Home, today: date) -> Path | None:
    """A backup of the library as it is; of one that cannot be read, its files in a folder."""
    if not home.database.exists():
        return None
    try:
        wanted = backups.Wanted(backups.BEFORE_RESTORE, today)
        return backups.take(home.database, home.backups, wanted)
    except (DiskFull, Held):
        raise
    except (sqlite3.DatabaseError, StorageError):
        return _set_aside(home)


def _set_aside(home: Home) -> Path:
    """Copy the files of a damaged library away as they are."""
    taken = {path.name for path in home.backups.glob("damaged-*")}
    number = next(n for n in range(1, len(taken) + 2) if f"damaged-{n}" not in taken)
    folder = home.backups / f"damaged-{number}"
    with files.told(folder):
        folder.mkdir(parents=True)
        for part in _parts(home.database):
            shutil.copy2(part, folder / part.name)
    return folder


def _parts(library: Path) -> list[Path]:
    names = ("", "-wal", "-shm", "-journal")
    parts = (library.with_name(f"{library.name}{name}") for name in names)
    return [part for part in parts if part.exists()]


def _write_over(ready: Path, library: Path) -> None:
    """Write all pages of a copy into the library, as one transaction."""
    end = time.monotonic() + PATIENCE

    def give_up(status: int, _left: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > end:
            raise Held("Another program is writing to the library. Nothing was changed; try again.")

    with (
        contextlib.closing(backups.opened(ready, fixed=True)) as source,
        contextlib.closing(sqlite3.connect(library, timeout=1.0, isolation_level=None)) as target,
    ):
        target.execute("PRAGMA synchronous = FULL")
        source.backup(target, pages=-1, progress=give_up, sleep=0.05)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _put(ready: Path, library: Path) -> None:
    """Give a copy the name of a library that is not there, or is damaged and set aside."""
    with files.told(library):
        for part in _parts(library)[1 if library.exists() else 0 :]:
            part.unlink()
        with ready.open("rb") as file:
            os.fsync(file.fileno())
        ready.replace(library)


def _clear(ready: Path) -> None:
    for part in _parts(ready):
        with files.told(part):
            part.unlink()
