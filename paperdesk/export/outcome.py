"""What is exported, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from paperdesk.domain.colours import Meanings
from paperdesk.domain.note import Highlight, HighlightId
from paperdesk.domain.paper import Paper, PaperId


@dataclass(frozen=True, slots=True)
class Item:
    """A paper with what its reader left on it, highlights in reading order.

    `meanings` are what colours stand for, `pictures` where those of areas lie.
    """

    paper: Paper
    note: str = ""
    highlights: tuple[Highlight, ...] = ()
    meanings: Meanings = field(default_factory=dict)
    pictures: Mapping[HighlightId, Path] = field(default_factory=dict)


class Result(StrEnum):
    """What an export did to a file, or would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"

    ASIDE = "aside"
    """It was of a paper that is one with another now, and was put aside."""

    CONFLICT = "conflict"
    """There is a file that is not ours to replace."""

    REFUSED = "refused"
    """The disk does not take it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one paper's file; `reason` is a sentence where it was not written."""

    paper: PaperId
    path: Path
    result: Result
    reason: str = ""
