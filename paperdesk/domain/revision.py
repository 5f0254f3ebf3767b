"""The versions of a paper: what its authors said of each, and which ones are news."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Revision:
    """One version as arXiv describes it."""

    version: int
    published: date | None
    title: str
    authors: tuple[str, ...]
    abstract: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """A PDF of a paper; `version` is 0 where nobody named it, `chosen` if it is to be read."""

    id: int
    path: Path
    version: int
    arrived: date
    chosen: bool = False

    @property
    def name(self) -> str:
        """What it is called: v2, else by the day it came."""
        return f"v{self.version}" if self.version else f"the PDF of {self.arrived.isoformat()}"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a paper's versions before arXiv is asked.

    `version` is the newest that any source named (0: none did), `filed` that of
    the PDF which is here (0: none, or nobody knows) since `since`; without a PDF
    that is when the paper was kept.
    """

    version: int
    filed: int
    since: datetime


def known_version(standing: Standing, newest: int, published: date | None) -> int:
    """The version that a reader knows when a paper is first looked at.

    *Why by the day where no version was named:* a Hugging Face page says none,
    and what came out after the paper was kept is news all the same.
    """
    if standing.filed or standing.version:
        return min(standing.filed or standing.version, newest)
    later = published is not None and published > standing.since.date()
    return max(newest - 1, 1) if later else newest
