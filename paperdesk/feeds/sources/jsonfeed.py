"""A JSON Feed: what is in it, read as far as it can be read.

https://www.jsonfeed.org/version/1.1/ (and 1). Each field is read by itself: one
that is odd must not cost the entry.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from paperdesk.domain.dating import believable
from paperdesk.domain.errors import BadDocument
from paperdesk.domain.identifier import arxiv_id, doi
from paperdesk.domain.lines import headline, one_line, paragraphs
from paperdesk.domain.paper import Found, title_key
from paperdesk.infra import html

MOST_ENTRIES = 20_000
LONGEST_TITLE = 1_000
_VERSION = "jsonfeed.org/version/"

Json = dict[str, Any]


def is_json(body: bytes) -> bool:
    """Whether something is JSON rather than XML, as far as its beginning tells."""
    return body[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read(body: bytes, *, today: date, name: str) -> tuple[str, list[tuple[date, str, Found]]]:
    """A feed's title and entries: each with its day and what the feed calls it."""
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError):
        feed = None
    if not isinstance(feed, dict) or not (
        _VERSION in one_line(feed.get("version")) or isinstance(feed.get("items"), list)
    ):
        raise BadDocument(f"What {name} sent is no JSON Feed that can be read. Check the address.")
    entries: dict[str, tuple[date, str, Found]] = {}
    whole = tuple(_names(feed))
    for item in islice(_dicts(feed.get("items")), MOST_ENTRIES):
        found = _found(item, whole, today)
        key = _id(item) or found.url or title_key(found.title) or found.title
        if found.title and key not in entries:
            entries[key] = (_day(item, today) or today, key, found)
    return one_line(feed.get("title"))[:200], list(entries.values())


def _found(item: Json, whole: tuple[str, ...], today: date) -> Found:
    """An item as a paper; the feed's own authors stand for those it does not name."""
    text = _text(item)
    link = _link(item)
    names = (one_line(item.get(field)) for field in ("url", "external_url", "id"))
    named = next(filter(None, (_arxiv(each) for each in names)), None)
    tags = item.get("tags")
    terms = [term for tag in tags if (term := one_line(tag))] if isinstance(tags, list) else []
    return Found(
        title=_plain(item.get("title"))[:LONGEST_TITLE] or headline(text),
        authors=tuple(_names(item)) or whole,
        abstract=text,
        published=_day(item, today),
        arxiv=named.base if named else None,
        version=named.version if named else 0,
        doi=doi(link) if link else None,
        url=link,
        extra={"categories": terms} if terms else {},
    )


def _arxiv(text: str) -> Any:
    return arxiv_id(text) if "arxiv.org/" in text or "huggingface.co/papers/" in text else None


def _text(item: Json) -> str:
    """What an item says of itself: its summary, else its content."""
    for field in ("summary", "content_html", "content_text"):
        value = item.get(field)
        if isinstance(value, str) and value.strip():
            return paragraphs(value if field == "content_text" else html.text(value))
    return ""


def _plain(value: object) -> str:
    return one_line(html.text(value)) if isinstance(value, str) else ""


def _names(item: Json) -> Iterator[str]:
    """The authors as either version of the format has them."""
    listed = item.get("authors")
    for author in listed if isinstance(listed, list) else [item.get("author")]:
        name = one_line(author.get("name")) if isinstance(author, dict) else one_line(author)
        if name:
            yield name


def _link(item: Json) -> str | None:
    for field in ("external_url", "url", "id"):
        link = one_line(item.get(field))
        if link.startswith(("https://", "http://")):
            return link
    return None


def _id(item: Json) -> str:
    """Its id; some write a number."""
    said = item.get("id")
    return str(said) if isinstance(said, int) and not isinstance(said, bool) else one_line(said)


def _day(item: Json, latest: date) -> date | None:
    for field in ("date_published", "date_modified"):
        try:
            day = date.fromisoformat(one_line(item.get(field))[:10])
        except ValueError:
            continue
        if believable(day, latest):
            return day
    return None


def _dicts(value: object) -> Iterable[Json]:
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()
