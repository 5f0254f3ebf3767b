"""Records of Hugging Face's daily papers, whichever way they came.

*Why no model with validation:* fields come and go over the years, and one that
is odd must not cost the paper; each is read by itself, and what is not known
here is kept in `extra`. (`paper.publishedAt` is the paper's date; the outer one
is hours before it and often on another day.)
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from math import isfinite
from typing import Any

from paperdesk.domain.card import Card, Kind, Linked, Links
from paperdesk.domain.dating import believable
from paperdesk.domain.errors import Unreachable
from paperdesk.domain.identifier import arxiv_id
from paperdesk.domain.lines import one_line, paragraphs
from paperdesk.domain.paper import Counts, Found

HOME = "https://huggingface.co/papers"
"""What a reader would open, whatever HF_ENDPOINT says."""

Json = dict[str, Any]

_READ = frozenset(
    {"paper", "title", "summary", "publishedAt", "numComments", "id", "authors", "upvotes"}
    | {"githubRepo", "githubStars", "submittedOnDailyAt", "ai_summary", "ai_keywords"}
    | {"projectPage", "thumbnail", "linkedModels", "linkedDatasets", "linkedSpaces"}
)
_MOST = 2**53
_SENTENCES = 2_000
"""Letters of a summary that are kept: real ones have 300."""

_WORDS = 80
_LONGEST = 2_000
_KEYWORDS = 24
_LINKED = 12
"""Models, data sets or Spaces that are named; the rest is counted."""

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
_REPOSITORY = re.compile(r"[\w.-]{1,96}(?:/[\w.-]{1,96})?")
_COUNTED = {Kind.MODEL: "Models", Kind.DATASET: "Datasets", Kind.SPACE: "Spaces"}
_DAYS = ("publishedAt", "submittedOnDailyAt")
_AHEAD = timedelta(days=1)
"""How far the clock here may be behind."""

_DEEPEST = 8
"""Levels of an unknown field that are kept; real ones have three."""


def records(body: bytes, today: date) -> list[Json]:
    """The records that an answer lists, without what is none, and without days to come."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, list):
        raise Unreachable("Hugging Face answered with something unreadable. Try again later.")
    latest = today + _AHEAD
    return [_dated(item, latest) for item in content if isinstance(item, dict)]


def _dated(record: Json, latest: date) -> Json:
    """A record without the days that its paper cannot have."""
    inner = record.get("paper")
    if isinstance(inner, dict):
        record = {**record, "paper": _dated(inner, latest)}
    days = ((name, _day(record.get(name))) for name in _DAYS)
    to_come = {name for name, day in days if day is not None and day > latest}
    return {name: value for name, value in record.items() if name not in to_come}


def found(record: Mapping[str, Any]) -> Found:
    """A record as a paper; one without a title is none."""
    paper = _paper(record)
    number = one_line(paper.get("id"))
    named = arxiv_id(number)
    if named is not None and str(named) != number:
        named = None
    return Found(
        title=one_line(paper.get("title")) or one_line(record.get("title")),
        authors=_authors(paper.get("authors")),
        abstract=paragraphs(paper.get("summary")) or paragraphs(record.get("summary")),
        published=_day(paper.get("publishedAt")),
        arxiv=named.base if named else None,
        version=named.version if named else 0,
        url=f"{HOME}/{number}" if number else None,
        code=_link(paper.get("githubRepo")),
        counts=Counts(
            _count(paper.get("upvotes")),
            _count(record.get("numComments")),
            _count(paper.get("githubStars")),
        ),
        submitter=_submitter(record),
        extra={**_rest(paper), **_rest(record)},
        card=_card(record, number),
    )


def links(body: bytes) -> Links:
    """What the answer about a single paper links to it; lists of papers leave that out."""
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise Unreachable("Hugging Face answered with something unreadable. Try again later.")
    first: list[Linked] = []
    counts: list[tuple[Kind, int]] = []
    for kind, plural in _COUNTED.items():
        named = tuple(_linked(kind, record.get(f"linked{plural}")))
        first += named[:_LINKED]
        # The lists may be cut; the counts are not, where they are told.
        counted = _count(record.get(f"num{plural}")) or _count(record.get(f"numTotal{plural}"))
        counts.append((kind, max(counted or 0, len(named))))
    return Links(tuple(counts), tuple(first))


def number(record: Mapping[str, Any]) -> str:
    """What the list itself calls a paper; "" if it does not say."""
    return one_line(_paper(record).get("id"))


def submitted(record: Mapping[str, Any]) -> date | None:
    """The day on which a paper was listed, as far as the record says."""
    return _day(_paper(record).get("submittedOnDailyAt"))


def _card(record: Mapping[str, Any], number: str) -> Card:
    """What Hugging Face says of a paper beside the paper's own words."""
    paper = _paper(record)
    keywords = paper.get("ai_keywords")
    words = [one_line(word)[:_WORDS] for word in keywords] if isinstance(keywords, list) else []
    organisation = _person(record.get("organization")) or _person(paper.get("organization")) or ""
    return Card(
        organisation=organisation[:_WORDS],
        summary=one_line(paper.get("ai_summary"))[:_SENTENCES],
        keywords=tuple(dict.fromkeys(filter(None, words)))[:_KEYWORDS],
        picture=_picture(record) or _picture(paper),
        project=_link(paper.get("projectPage")) or "",
        submitter=(_submitter(record) or "")[:_WORDS],
        discussion=f"{HOME}/{number}#community" if arxiv_id(number) else "",
    )


def _picture(values: Mapping[str, Any]) -> str:
    """A picture that somebody chose for the paper, else the one made of its title."""
    media = values.get("mediaUrls")
    chosen = [_link(one) or "" for one in media] if isinstance(media, list) else []
    chosen.append(_link(values.get("mediaUrl")) or "")
    pictures = [one for one in chosen if one.lower().endswith(_PICTURES)]
    return next(iter(pictures), "") or _link(values.get("thumbnail")) or ""


def _submitter(record: Mapping[str, Any]) -> str | None:
    return _person(record.get("submittedBy")) or _person(_paper(record).get("submittedOnDailyBy"))


def _linked(kind: Kind, value: object) -> Iterator[Linked]:
    """The things of one kind, without what has no name."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict) and _REPOSITORY.fullmatch(one_line(one.get("id"))):
            yield Linked(kind, one_line(one.get("id")), _count(one.get("likes")))


def _paper(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a record says of the paper itself; some pages say it without an inner record."""
    paper = record.get("paper")
    return paper if isinstance(paper, dict) else record


def _rest(values: Mapping[str, Any]) -> Json:
    return {name: _plain(value) for name, value in values.items() if name not in _READ}


def _plain(value: Any, deep: int = 0) -> Any:
    """A value that JSON can hold, not deeper than any record has a reason to be."""
    if isinstance(value, dict | list) and deep >= _DEEPEST:
        return None
    if isinstance(value, dict):
        return {name: _plain(each, deep + 1) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, deep + 1) for each in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _authors(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else []
    shown = [author for author in listed if isinstance(author, dict) and not author.get("hidden")]
    return tuple(name for author in shown if (name := one_line(author.get("name"))))


def _person(value: object) -> str | None:
    """The name of a user, by whichever field has one."""
    if not isinstance(value, dict):
        return None
    names = (one_line(value.get(field)) for field in ("fullname", "name", "user"))
    return next(filter(None, names), None)


def _day(value: object) -> date | None:
    try:
        day = date.fromisoformat(one_line(value)[:10])
    except ValueError:
        return None
    return day if believable(day, None) else None


def _count(value: object) -> int | None:
    """A number of things; anything else is not one."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value < _MOST else None


def _link(value: object) -> str | None:
    text = one_line(value)
    return text if text.startswith(("https://", "http://")) and len(text) < _LONGEST else None
