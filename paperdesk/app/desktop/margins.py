"""Keeps what was measured of the margins of papers, so that it is done once."""

from collections.abc import Sequence

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Document
from paperdesk.infra.derived import Derived
from paperdesk.infra.jobs import Jobs
from paperdesk.infra.paths import Home
from paperdesk.ui.reader import ReaderPane, Spread

_SIDES = 4


class KeptMargins:
    """Serves the views of papers with margins that were measured before."""

    def __init__(self, spread: Spread, home: Home, jobs: Jobs) -> None:
        self._kept = Derived(home.cache / "margins", jobs)
        spread.each(self._serve)

    def recall(self, document: Document) -> Sequence[Quad] | None:
        """The parts of the pages that are kept, if they were measured."""
        return _boxes(self._kept.recall(document.path))

    def keep(self, document: Document, boxes: Sequence[Quad]) -> None:
        """Write down what was measured, when there is time; it may as well be lost."""
        self._kept.keep(document.path, [[round(side, 1) for side in box] for box in boxes])

    def _serve(self, view: ReaderPane) -> None:
        view.parts.margins.recall = self.recall
        view.parts.margins.measured.connect(self.keep)


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
