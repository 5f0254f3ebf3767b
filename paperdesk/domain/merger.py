"""What papers that are one differ in, and which of it is to stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from paperdesk.domain.paper import PaperId

FIELDS = {
    "title": "Title",
    "authors": "Authors",
    "abstract": "Abstract",
    "published": "Published",
    "arxiv": "arXiv id",
    "doi": "DOI",
    "url": "Web page",
    "code": "Code",
    "citekey": "Citation key",
    "state": "State",
    "rating": "Rating",
    "remark": "Remark",
    "reference": "Bibliography",
    "file": "PDF that is read",
}
"""The fields that can be chosen, each with what it is called."""

JOINED = (
    "Tags, collections, notes, marks, bookmarks, files, feeds and reading time of all are kept."
)

Picks = Mapping[str, PaperId]
"""Of which paper each field is to be."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A paper as it is compared with others: its fields as texts, and what hangs on it."""

    paper: PaperId
    fields: Mapping[str, str]
    carries: tuple[str, ...] = ()
    weight: tuple[int, ...] = field(default=())


def survivor(portraits: Sequence[Portrait]) -> PaperId:
    """The paper that the others are best merged into: who has more on it, else the older."""
    return max(portraits, key=lambda one: (one.weight, -one.paper)).paper


def picks(portraits: Sequence[Portrait], keep: PaperId) -> dict[str, PaperId]:
    """Which paper's fields stay unless somebody says otherwise: the kept one's, if it has any."""
    ordered = sorted(portraits, key=lambda one: one.paper != keep)
    return {
        name: next((one.paper for one in ordered if one.fields.get(name)), keep) for name in FIELDS
    }


def differing(portraits: Sequence[Portrait]) -> tuple[str, ...]:
    """The fields in which they are not the same, in their order."""
    return tuple(
        name for name in FIELDS if len({one.fields.get(name, "") for one in portraits}) > 1
    )
