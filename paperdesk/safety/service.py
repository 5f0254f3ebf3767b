"""Backups of a library and the way back, for the window and the command line."""

from datetime import UTC, date, datetime
from pathlib import Path

from paperdesk.infra import backups
from paperdesk.infra.backups import Backup
from paperdesk.infra.database import translated
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.safety import contents, restoring
from paperdesk.safety.contents import Preview


class Safety:
    """The copies of one library. Needs no open library: that may be what is broken."""

    def __init__(self, home: Home, settings: Settings) -> None:
        self._home = home
        self._settings = settings
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
        ready = restoring.stage(source, self._home, job.advance)
        return contents.compare(ready, self._home.database)

    def agree(self) -> None:
        """Restore what is ready as soon as the library is closed."""
        self.agreed = True

    def restore(self) -> Path | None:
        """Put what is ready in the library's place; the backup of what was there."""
        self.agreed = False
        return restoring.swap(self._home, _today())

    def _take(self, kind: str, job: Job) -> Path:
        wanted = backups.Wanted(kind, _today(), self._keep() or backups.KEPT)
        return backups.take(self._home.database, self._home.backups, wanted, moved=job.advance)

    def _keep(self) -> int:
        return max(0, int(self._settings.get("backups")))


def _today() -> date:
    return datetime.now(UTC).date()
