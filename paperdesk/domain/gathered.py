"""Marks of many papers, gathered for one list."""

from dataclasses import dataclass
from enum import StrEnum

from paperdesk.domain.note import Highlight, HighlightId


class Gather(StrEnum):
    """What marks are put together by."""

    PAPER = "paper"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The marks that were asked for: their ids, and the rows where a group begins.

    A mark with two tags stands in two groups of them; `groups` names the tag of
    each row, or is empty where the paper is the group.
    """

    ids: tuple[HighlightId, ...] = ()
    starts: frozenset[int] = frozenset()
    groups: tuple[str, ...] = ()
    all_of_them: int = 0
    tags: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with the title of its paper."""

    mark: Highlight
    title: str
