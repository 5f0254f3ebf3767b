"""Sets the formulas of the page beside the window's thread."""

from paperdesk.infra import formula
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.ui.paper.easel import Easel


class Typesetting:
    """Brings the formulas that a page wishes for."""

    def __init__(self, easel: Easel, jobs: Jobs) -> None:
        self._easel = easel
        self._jobs = jobs
        easel.wanted.connect(self._set)

    def _set(self, source: str) -> None:
        aside(
            self._jobs,
            Lane.TOOLS,
            lambda: formula.drawn(source),
            lambda drawn: self._easel.put(source, drawn),
        )
