"""Looks a library over, lists what is wrong with its remedy, and puts right what is safe."""

import contextlib
import sqlite3
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from paperdesk.domain.errors import NotFound, StorageError
from paperdesk.infra import backups
from paperdesk.infra.database import BUSY_SECONDS, transaction, translated
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.safety import leaves, pages
from paperdesk.safety.findings import Remedied, found

Indexed = Callable[[sqlite3.Connection], bool | None]
"""Whether the search index has what the library has; None if that is yet to be made."""


class Doctor:
    """Examines the library of a home. `indexed` knows how to look into the index."""

    def __init__(self, home: Home, indexed: Indexed) -> None:
        self._home = home
        self._indexed = indexed

    def examine(self, job: Job) -> list[Remedied]:
        """All that is wrong, the worst first, with what would put it right; nothing is changed."""
        library = self._home.database
        if not library.exists():
            raise NotFound(f"There is no library at {library}.")
        with translated(library), contextlib.closing(backups.opened(library)) as connection:
            job.advance(0, 4, "the database")
            damage = pages.damage(connection)
            if damage is not None:
                return [damage]
            newer = pages.age(connection)
            if newer is not None:
                return [newer]
            wrong: list[Remedied] = [*pages.orphans(connection), *pages.miscounts(connection)]
            job.advance(1, 4, "marks")
            wrong += leaves.marks(connection)
            job.advance(2, 4, "PDFs")
            wrong += leaves.pdfs(connection, self._home, job.check)
            job.advance(3, 4, "the search index")
            wrong += self._index(connection)
            job.advance(4, 4)
        return wrong

    def mend(self, wrong: Sequence[Remedied], job: Job) -> list[Remedied]:
        """Put right what can be, after a backup; what is still wrong then."""
        repairs = [one.repair for one in wrong if one.repair is not None]
        if repairs:
            self._back_up(job)
            self._write(repairs)
        for one in wrong:
            if one.apart is not None:
                one.apart()
        return self.examine(job)

    def _back_up(self, job: Job) -> None:
        wanted = backups.Wanted(backups.BEFORE_REPAIR, datetime.now(UTC).date())
        try:
            backups.take(self._home.database, self._home.backups, wanted, moved=job.advance)
        except StorageError as error:
            raise type(error)(f"Nothing was mended, for there is no backup. {error}") from error

    def _write(self, repairs: Sequence[Callable[[sqlite3.Connection], None]]) -> None:
        library = self._home.database
        with (
            translated(library),
            contextlib.closing(
                sqlite3.connect(library, timeout=BUSY_SECONDS, isolation_level=None)
            ) as writing,
            transaction(writing),
        ):
            for repair in repairs:
                repair(writing)
            # A window that has the library open hears of it.
            writing.executemany(
                "INSERT INTO change (at, origin, event, ids) VALUES (?, 'doctor', ?, '[]')",
                [(time.time(), event) for event in ("papers", "notes", "sources")],
            )

    def _index(self, connection: sqlite3.Connection) -> list[Remedied]:
        if self._indexed(connection) is not False:
            return []
        return [
            found(
                "index",
                "The search index does not have what the library has.",
                "Make it anew, in the background.",
                apart=lambda: (self._home.index / "editions.json").unlink(missing_ok=True),
            )
        ]
