"""What was found out about a PDF, kept in the cache so that it is done once.

A file of JSON for each, named after the path, the size and the time of the PDF;
safe to delete.
"""

import json
from hashlib import sha256
from pathlib import Path

from paperdesk.infra.files import write_text
from paperdesk.infra.jobs import Jobs, Lane, aside


class Derived:
    """One thing that is known of PDFs, in a folder of its own."""

    def __init__(self, folder: Path, jobs: Jobs) -> None:
        self._folder = folder
        self._jobs = jobs

    def recall(self, pdf: Path) -> object:
        """What was kept of a PDF that has not changed since; None if nothing was."""
        file = self._file(pdf)
        try:
            return json.loads(file.read_text("utf-8")) if file else None
        except (OSError, ValueError):
            return None

    def keep(self, pdf: Path, found: object) -> None:
        """Write it down, when there is time; it may as well be lost."""
        file = self._file(pdf)
        if file is not None:
            aside(self._jobs, Lane.WRITE, lambda: write_text(file, json.dumps(found)))

    def _file(self, pdf: Path) -> Path | None:
        try:
            status = pdf.stat()
        except OSError:
            return None
        known = f"{pdf}\n{status.st_size}\n{status.st_mtime_ns}"
        return self._folder / f"{sha256(known.encode('utf-8', 'surrogateescape')).hexdigest()}.json"
