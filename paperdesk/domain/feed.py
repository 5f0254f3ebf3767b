"""What came out: sources, and the listings they hand over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from urllib.parse import urlsplit

from paperdesk.domain.paper import Found, PaperId

SourceId = NewType("SourceId", int)

KINDS = ("new", "cross", "replace", "replace-cross")
"""How arXiv announces papers: new ones, those of other fields, new versions of either."""

ANNOUNCED = "announced"
"""The name in `Found.extra` under which the kind of an announcement stands."""


class SourceKind(StrEnum):
    """How a source is asked."""

    HUGGINGFACE = "huggingface"
    """Hugging Face's daily papers."""

    TRENDING = "trending"
    """What is trending there, each fetch under its day."""

    HUB_SEARCH = "hub-search"
    """What it finds for some words."""

    SUBMITTER = "submitter"
    """What one person put on its daily lists."""

    ARXIV = "arxiv"
    """What arXiv announces in some categories."""

    ARXIV_QUERY = "arxiv-query"
    """What arXiv's catalogue has for a question, the newest first."""

    FEED = "feed"
    SAVED_PAGE = "page"


SEARCHES = frozenset({SourceKind.HUB_SEARCH, SourceKind.ARXIV_QUERY})
"""The kinds that answer a question, for once or whenever they are refreshed."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place that papers come from, and how it has been doing."""

    id: SourceId
    kind: SourceKind
    name: str
    url: str
    enabled: bool = True
    last_success: datetime | None = None
    last_error: str | None = None
    last_error_at: datetime | None = None
    unread: int = 0
    papers: int = 0
    period: int | None = None
    """Minutes between two fetches; 0 is by hand only, None as the setting says."""

    retention: int | None = None
    """Days that read papers stay which nobody kept; None is for ever."""

    muted: bool = False
    """Fetched, but left out of the days and of everything."""

    notify: bool = False
    labels: tuple[str, ...] = ()
    due: datetime | None = None
    """When to ask again after a failure."""

    failures: int = 0
    """How often in a row it could not be read."""


def called(sources: Iterable[Source]) -> dict[SourceId, str]:
    """What to call each source: its name, after its host where others have the same name.

    Of several at one host it is the path, in which a user's name stands. What
    tells them apart stands first, for a long name is cut at its end.
    """
    listed = tuple(sources)
    alike = _grouped((one.name.casefold(), one) for one in listed)
    names = {one.id: one.name for one in listed}
    for group in alike.values():
        hosts = _grouped((urlsplit(one.url).netloc, one) for one in group)
        for host, there in hosts.items() if len(group) > 1 else ():
            for one in there:
                path = one.url.partition("://")[2].partition("/")[2].strip("/")
                place = host.removeprefix("www.") if len(there) == 1 else path or host
                names[one.id] = f"{place} · {one.name}"
    return names


def _grouped(pairs: Iterable[tuple[str, Source]]) -> dict[str, list[Source]]:
    groups: dict[str, list[Source]] = {}
    for key, source in pairs:
        groups.setdefault(key, []).append(source)
    return groups


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a source could not be read at some moment."""

    at: datetime
    sentence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper in a listing: what was said of it, and where it stood (from 1).

    `kind` is how arXiv announced it: new, cross, replace, replace-cross.
    """

    found: Found
    rank: int
    key: str = ""
    """What the source itself calls this entry (a feed's guid, an arXiv id)."""

    @property
    def kind(self) -> str:
        """How arXiv announced it; "" where nobody did."""
        said = self.found.extra.get(ANNOUNCED)
        return said if isinstance(said, str) and said in KINDS else ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What one source listed for one day, at one moment, in its own order.

    `validators` are the headers for the next, conditional request of the same
    kind, which `asked` names (else the day's own); an `unchanged` listing has no
    entries and changes nothing. `title` is what the source calls itself.
    """

    day: date
    taken: datetime
    entries: tuple[Entry, ...]
    validators: tuple[tuple[str, str], ...] = ()
    unchanged: bool = False
    asked: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """What listings changed: how many rows are new and how many moved.

    `papers` are all that were listed, in their order; `new` those that nobody
    had reported before.
    """

    added: int
    updated: int
    papers: tuple[PaperId, ...] = ()
    new: frozenset[PaperId] = frozenset()


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which sources listed papers, those in the trash left out."""

    day: date
    papers: int
    unread: int
