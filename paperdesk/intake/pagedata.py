"""The list of papers that a page carries along as JSON."""

import json
from datetime import date

from paperdesk.domain.identifier import arxiv_id
from paperdesk.domain.paper import Counts, Found

HOME = "https://huggingface.co/papers"

Json = dict[str, object]


def read_data(text: str) -> tuple[str | None, list[Found]] | None:
    """The day and the papers in a page's data; None if it holds no such list."""
    if '"dailyPapers"' not in text and '"papers"' not in text:
        return None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    items = data.get("dailyPapers") or data.get("papers")
    if not isinstance(items, list):
        return None
    entries = [_found(item) for item in items if isinstance(item, dict)]
    return _line(data.get("dateString")) or None, [entry for entry in entries if entry.title]


def _found(item: Json) -> Found:
    """One entry; fields come and go over the years, so that any may be missing."""
    inner = item.get("paper")
    paper: Json = inner if isinstance(inner, dict) else item
    number = _line(paper.get("id"))
    named = arxiv_id(number)
    return Found(
        title=_line(paper.get("title")) or _line(item.get("title")),
        authors=_authors(paper.get("authors")),
        abstract=_line(paper.get("summary")) or _line(item.get("summary")),
        published=_day(paper.get("publishedAt")),
        arxiv=named.base if named else None,
        version=named.version if named else 0,
        url=f"{HOME}/{number}" if number else None,
        code=_address(paper.get("githubRepo")),
        counts=Counts(
            _count(paper.get("upvotes")),
            _count(item.get("numComments")),
            _count(paper.get("githubStars")),
        ),
    )


def _line(value: object) -> str:
    """A text on one line; lone surrogates, which no database takes, replaced."""
    if not isinstance(value, str):
        return ""
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").split())


def _authors(value: object) -> tuple[str, ...]:
    people = value if isinstance(value, list) else []
    shown = [person for person in people if isinstance(person, dict) and not person.get("hidden")]
    return tuple(name for person in shown if (name := _line(person.get("name"))))


def _count(value: object) -> int | None:
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53
    return value if isinstance(value, int) and is_count else None


def _address(value: object) -> str | None:
    address = _line(value)
    return address if address.startswith(("https://", "http://")) else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(_line(value)[:10])
    except ValueError:
        return None
