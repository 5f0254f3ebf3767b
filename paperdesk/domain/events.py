"""What has happened, in the past tense; rooms publish these, views listen."""

from dataclasses import dataclass
from pathlib import Path

from paperdesk.domain.feed import SourceId
from paperdesk.domain.paper import PaperId


@dataclass(frozen=True, slots=True)
class PapersChanged:
    """Papers were added or changed; no ids means: any of them may have been."""

    ids: tuple[PaperId, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesChanged:
    """The note or the highlights of these papers changed; no ids means: any."""

    ids: tuple[PaperId, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcesChanged:
    """A source was added, removed, or has news of its health."""

    ids: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class CollectionsChanged:
    """A collection was made, changed, moved or deleted, or has other papers than before."""


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """A rule was made, changed or deleted, or hits other papers than before."""


@dataclass(frozen=True, slots=True)
class FileArrived:
    """The PDF of a paper is here."""

    paper: PaperId
    path: Path


@dataclass(frozen=True, slots=True)
class FactsRead:
    """What these papers say of themselves is known now."""

    ids: tuple[PaperId, ...]


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """A job began, moved or ended."""


@dataclass(frozen=True, slots=True)
class IndexChanged:
    """The search index answers with more than before, or waits for less."""

    waiting: int

    trouble: str = ""
    """Why nothing can be indexed for now, in a few words."""


Event = (
    PapersChanged
    | NotesChanged
    | SourcesChanged
    | CollectionsChanged
    | RulesChanged
    | FileArrived
    | FactsRead
    | JobsChanged
    | IndexChanged
)
