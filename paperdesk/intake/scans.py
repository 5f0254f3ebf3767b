"""Searchable copies of scans: made beside the original, and taken back by undo."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from pathlib import Path

from paperdesk.domain.errors import NotFound, PaperDeskError
from paperdesk.domain.events import FileArrived
from paperdesk.domain.pages import Document, Inspect, Pages
from paperdesk.domain.paper import PaperId
from paperdesk.infra import files
from paperdesk.infra.changes import Changes
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.intake import store
from paperdesk.intake.recognition import make_searchable


class Scans:
    """Makes scans searchable; the PDF that came is never touched."""

    def __init__(self, changes: Changes, journal: Journal, pages: Pages, home: Home) -> None:
        self._changes = changes
        self._journal = journal
        self._pages = pages
        self._home = home

    def read(self, document: Document, language: str, job: Job) -> Path:
        """A searchable copy of a PDF, on its way to its place; takes minutes."""
        folder = self._home.cache / "scans"
        with files.told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=folder, suffix=".pdf")
        os.close(handle)
        copy = Path(name)
        try:
            make_searchable(self._pages, document, copy, language, job)
            self._pages.call(Inspect(Document(copy, document.password)))
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
        finally:
            self._pages.forget(Document(copy, document.password))
        return copy

    def keep(self, paper: PaperId, copy: Path) -> Path:
        """Put a copy beside the original, and let the paper open it; undo turns back."""
        known = store.newest_row(self._changes.database.read(), paper)
        if known is None:
            copy.unlink(missing_ok=True)
            raise NotFound("The PDF of this paper is not here any more. Open it again.")
        original = self._home.papers / str(known["path"])
        target = _free(original.with_name(f"{original.stem} searchable.pdf"))
        data = copy.read_bytes()
        with files.replacing(target) as file:
            file.write(data)
        row = {
            "paper": paper,
            "version": known["version"],
            "digest": hashlib.sha256(data).hexdigest(),
            "size": len(data),
            "pages": known["pages"],
            "arrived": time.time(),
        }
        path = target.relative_to(self._home.papers).as_posix()
        try:
            with self._journal.act("Make scans searchable", [paper]) as edit:
                edit.insert("file", {"path": path}, row)
                edit.events.append(FileArrived(paper, target))
        except PaperDeskError:
            target.unlink(missing_ok=True)
            raise
        finally:
            copy.unlink(missing_ok=True)
        return target


def _free(path: Path) -> Path:
    """A name that no file has: what was undone is not written over."""
    number = 2
    found = path
    while found.exists():
        found = path.with_name(f"{path.stem} {number}.pdf")
        number += 1
    return found
