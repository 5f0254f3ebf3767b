"""Backups of a library and the way back, for the window and the command line."""

import contextlib
import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from paperdesk.domain.errors import BadDocument
from paperdesk.infra import backups, programs
from paperdesk.infra.backups import Backup
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import BUSY_SECONDS, translated
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.safety import contents, plain, restoring
from paperdesk.safety.contents import Preview
from paperdesk.safety.findings import Finding


class Safety:
    """The copies of one library. Needs no open library: that may be what is broken."""

    def __init__(self, home: Home, settings: Settings, doctor: Sequence[str] = ()) -> None:
        """`doctor` starts the program that looks a library over, in a process of its own."""
        self._home = home
        self._settings = settings
        self._doctor = tuple(doctor)
        self.agreed = False
        """Whether the copy that is ready is to take the library's place once that is closed."""

    def backups(self) -> list[Backup]:
        """The backups that there are, the latest first."""
        return backups.listed(self._home.backups)

    def back_up(self, job: Job, target: Path | None = None) -> Path:
        """Copy the library now, into its folder of backups or to a file of the user's."""
        library = self._home.database
        with translated(library):
            if target is not None:
                backups.copy(library, target, job.advance)
                return target
            return self._take(backups.BY_HAND, job)

    def back_up_daily(self, job: Job) -> Path | None:
        """Copy the library if it has changed since the last copy, which is of another day."""
        with translated(self._home.database):
            if not self._keep() or not backups.due(
                self._home.database, self._home.backups, _today()
            ):
                return None
            return self._take(backups.DAILY, job)

    def stage(self, source: Path, job: Job) -> Preview:
        """Make a backup ready to be restored; what it holds, and what would differ from now."""
        self.agreed = False
        if source.is_dir():
            ready, troubles = restoring.stage_plain(source, self._home, job.advance)
        else:
            ready, troubles = restoring.stage(source, self._home, job.advance), []
        return contents.compare(ready, self._home.database, tuple(troubles))

    def agree(self) -> None:
        """Restore what is ready as soon as the library is closed."""
        self.agreed = True

    def restore(self) -> Path | None:
        """Put what is ready in the library's place; the backup of what was there."""
        self.agreed = False
        return restoring.swap(self._home, _today())

    def tidings(self, changes: Changes) -> str:
        """What is to be said once of a library that was restored before it was opened."""
        return restoring.tidings(changes)

    @property
    def mirrored(self) -> bool:
        """Whether a plain copy is kept."""
        return bool(self._settings.get("plain-copy"))

    def mirror_to(self, folder: Path | None) -> None:
        """Keep a plain copy in a folder from now on, or none."""
        if folder is not None:
            self._settings.set("plain-folder", str(folder))
        self._settings.set("plain-copy", folder is not None)

    def mirror(self, job: Job, papers: Sequence[int] | None = None, to: Path | None = None) -> Path:
        """Bring the plain copy up to date, of some papers or of all; where it is."""
        named = str(self._settings.get("plain-folder"))
        folder = to or (Path(named).expanduser() if named else self._home.root / "plain")
        library = self._home.database
        with translated(library), contextlib.closing(backups.opened(library)) as connection:
            if not plain.token(connection):
                self._mark_as_own()
            worth = plain.worth(connection)
            plain.write_library(connection, folder)
            wanted = worth if papers is None else sorted(set(papers) & set(worth))
            for number, batch in enumerate(plain.batches(wanted)):
                job.advance(number * len(batch), len(wanted))
                plain.write_papers(connection, folder, batch)
                job.wait(0.001)
            plain.drop_others(folder, worth)
        return folder

    def _mark_as_own(self) -> None:
        with contextlib.closing(
            sqlite3.connect(self._home.database, timeout=BUSY_SECONDS, isolation_level=None)
        ) as writing:
            plain.mark_as_own(writing)

    def examine(self, job: Job, *, mend: bool = False) -> list[Finding]:
        """Look the library over in a process of its own; what is wrong, or still is then."""
        told = programs.run((*self._doctor, "--json", *(["--fix"] if mend else [])), job)
        try:
            return [Finding(**one) for one in json.loads(told)["findings"]]
        except (ValueError, LookupError, TypeError) as error:
            raise BadDocument(f"What looks the library over did not answer ({error}).") from error

    def _take(self, kind: str, job: Job) -> Path:
        wanted = backups.Wanted(kind, _today(), self._keep() or backups.KEPT)
        return backups.take(self._home.database, self._home.backups, wanted, moved=job.advance)

    def _keep(self) -> int:
        return max(0, int(self._settings.get("backups")))


def _today() -> date:
    return datetime.now(UTC).date()
