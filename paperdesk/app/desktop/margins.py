"""Keeps what was measured of the margins of papers, so that it is done once.

A file in the cache for each PDF that was trimmed, named after the path, the
size and the time of the PDF; safe to delete.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Document
from paperdesk.infra.files import write_text
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.infra.paths import Home
from paperdesk.ui.reader import ReaderPane, Spread

_SIDES = 4


class KeptMargins:
    """Serves the views of papers with margins that were measured before."""

    def __init__(self, spread: Spread, home: Home, jobs: Jobs) -> None:
        self._folder = home.cache / "margins"
        self._jobs = jobs
        spread.each(self._serve)

    def recall(self, document: Document) -> Sequence[Quad] | None:
        """The parts of the pages that are kept, if they were measured."""
        file = self._file(document.path)
        try:
            kept = json.loads(file.read_text("utf-8")) if file else None
        except (OSError, ValueError):
            return None
        return _boxes(kept)

    def keep(self, document: Document, boxes: Sequence[Quad]) -> None:
        """Write down what was measured, when there is time; it may as well be lost."""
        file = self._file(document.path)
        if file is None:
            return
        text = json.dumps([[round(side, 1) for side in box] for box in boxes])
        aside(self._jobs, Lane.WRITE, lambda: write_text(file, text))

    def _serve(self, view: ReaderPane) -> None:
        view.parts.margins.recall = self.recall
        view.parts.margins.measured.connect(self.keep)

    def _file(self, pdf: Path) -> Path | None:
        try:
            status = pdf.stat()
        except OSError:
            return None
        known = f"{pdf}\n{status.st_size}\n{status.st_mtime_ns}"
        return self._folder / f"{sha256(known.encode('utf-8', 'surrogateescape')).hexdigest()}.json"


def _boxes(kept: object) -> list[Quad] | None:
    """The boxes in a file of the cache, if that is what it holds."""
    if not isinstance(kept, list) or not all(_is_box(box) for box in kept):
        return None
    return [(box[0], box[1], box[2], box[3]) for box in kept]


def _is_box(box: object) -> bool:
    return (
        isinstance(box, list)
        and len(box) == _SIDES
        and all(isinstance(side, float | int) for side in box)
        and box[0] < box[2]
        and box[1] < box[3]
    )
