"""PDFs that are gone from the library, found again in watched folders by their content.

*Why not by their names:* a file that was moved was often renamed too. Its size
tells whether it is worth reading; only equal bytes are the file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from paperdesk.domain.events import FileArrived
from paperdesk.domain.paper import PaperId
from paperdesk.infra import files
from paperdesk.infra.changes import Changes
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.intake import store

_PIECE = 1 << 20


class Missing:
    """Looks for what is gone, and puts it back where it was."""

    def __init__(self, changes: Changes, home: Home) -> None:
        self._changes = changes
        self._home = home

    def seek(self, folders: Sequence[Path], job: Job) -> tuple[int, tuple[PaperId, ...]]:
        """How many PDFs are missing, and the papers whose PDFs were found again."""
        rows = store.files(self._changes.database.read())
        lost = [row for row in rows if not (self._home.papers / str(row["path"])).is_file()]
        sizes = {row["size"] for row in lost}
        sought = {str(row["digest"]): row for row in lost}
        found: list[PaperId] = []
        for path in _files(folders) if lost else ():
            job.check()
            digest = _digest(path) if _size(path) in sizes else ""
            if digest in sought:
                found += self._put_back(path, digest, lost)
                del sought[digest]
            if not sought:
                break
        return len(lost), tuple(found)

    def _put_back(self, path: Path, digest: str, lost: Sequence[store.Row]) -> Iterator[PaperId]:
        """Copy a file to each place from which it is gone."""
        for row in lost:
            if row["digest"] == digest:
                target = self._home.papers / str(row["path"])
                with open(path, "rb") as source, files.replacing(target) as file:
                    shutil.copyfileobj(source, file, _PIECE)
                paper = PaperId(int(str(row["paper"])))
                with self._changes.write(durable=False) as write:
                    write.tell(FileArrived(paper, target))
                yield paper


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    """Every file below some folders; what cannot be read is passed over."""
    for folder in folders:
        for where, _, names in os.walk(folder):
            yield from (Path(where) / name for name in sorted(names))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else -1
    except OSError:
        return -1


def _digest(path: Path) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
