"""Any RSS or Atom feed: what is in it, read as far as it can be read.

The only module that knows feedparser, which never opens anything itself: it is
given bytes that `infra.http` has fetched, and drops a document's own entities.
"""

import contextlib
import io
import re
import time
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any
from urllib.parse import urljoin
from xml.parsers import expat

import feedparser

from paperdesk.domain.dating import believable
from paperdesk.domain.errors import BadDocument
from paperdesk.domain.feed import ANNOUNCED
from paperdesk.domain.identifier import ArxivId, arxiv_id, doi
from paperdesk.domain.lines import headline, one_line, paragraphs
from paperdesk.domain.paper import Found, title_key
from paperdesk.infra import answers, html

MOST_ENTRIES = 20_000
MOST_BROKEN = 3_000_000
"""Bytes of a damaged feed: the parser for these takes seconds for a megabyte."""

MOST_ATTRIBUTES = 1_000

_ANNOUNCED = re.compile(
    r"^\s*arXiv:(?P<id>\S+)\s+Announce Type:\s*(?P<kind>[\w-]+)\s*(?:Abstract:\s*)?", re.IGNORECASE
)
_TITLE_TAIL = re.compile(r"\s*\(arXiv:(\S+)(?:\s+\[[^\]]*\])?(?:\s+UPDATED)?\)\s*$")
Item = Mapping[str, Any]


def read(
    body: bytes, headers: Mapping[str, str], *, today: date, name: str
) -> tuple[str, list[tuple[date, str, Found]]]:
    """A feed's title and entries: each with its day and what the feed calls it."""
    if _crowded(body) or (len(body) > MOST_BROKEN and not _well_formed(body)):
        raise BadDocument(f"The feed of {name} is damaged, and too large to be read all the same.")
    content = parsed(body, headers)
    items = content.entries
    if not items and not content.get("version"):
        raise BadDocument(_not_a_feed(body, name))
    home = one_line(content.feed.get("link"))
    entries: dict[str, tuple[date, str, Found]] = {}
    for item in islice(items, MOST_ENTRIES):
        found = _found(item, today, home)
        key = one_line(item.get("id")) or found.url or title_key(found.title) or found.title
        if found.title and key not in entries:
            entries[key] = (_day(item, today) or today, key, found)
    title = _plain(content.feed.get("title"), content.feed.get("title_detail"))
    return one_line(title)[:200], list(entries.values())


def parsed(body: bytes, headers: Mapping[str, str]) -> Any:
    """What feedparser makes of some bytes; nothing, where it fails on them."""
    described = {name: headers[name] for name in ("content-type",) if name in headers}
    try:
        return feedparser.parse(
            io.BytesIO(body),
            response_headers=described,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ArithmeticError, AssertionError, LookupError, RecursionError, TypeError, ValueError):
        # Its loose parser trips over some documents: then these are not feeds.
        return feedparser.FeedParserDict(entries=[], feed=feedparser.FeedParserDict(), version="")


def _found(item: Item, today: date, home: str) -> Found:
    summary = _summary(item)
    raw_title = _plain(item.get("title"), item.get("title_detail"))
    title, named, kind = _arxiv(item, one_line(raw_title), summary)
    abstract = _ANNOUNCED.sub("", summary)
    # A journal's issue may be dated a little ahead; a year 9999 dates nothing.
    day = _day(item, today + timedelta(days=366))
    return Found(
        title=title or headline(abstract),
        authors=_authors(item, by_commas=named is not None),
        abstract=paragraphs(abstract),
        published=day if named is None or _first_announced(named, kind, day) else None,
        arxiv=named.base if named else None,
        version=named.version if named else 0,
        doi=_doi(item),
        url=_link(item, home),
        fresh=not kind.startswith("replace"),
        extra=_extra(item, kind),
    )


def _extra(item: Item, kind: str) -> dict[str, object]:
    """What else is kept of an item."""
    known = {"categories": _terms(item), ANNOUNCED: kind}
    return {name: value for name, value in known.items() if value}


def _arxiv(item: Item, title: str, summary: str) -> tuple[str, ArxivId | None, str]:
    """The title, the id and the kind of announcement, if an item is arXiv's."""
    announced = _ANNOUNCED.match(summary)
    kind = one_line(item.get("arxiv_announce_type")).lower()
    if announced:
        return title, arxiv_id(announced["id"]), kind or announced["kind"].lower()
    tail = _TITLE_TAIL.search(title)
    if tail:
        return _TITLE_TAIL.sub("", title).rstrip("."), arxiv_id(tail[1]), ""
    for text in (one_line(item.get("id")), one_line(item.get("link"))):
        if re.search(r"arxiv|huggingface\.co/papers/", text, re.IGNORECASE):
            named = arxiv_id(text.rpartition(":")[2] if text.startswith("oai:") else text)
            if named:
                return title, named, kind
    return title, None, kind


def _first_announced(named: ArxivId, kind: str, day: date | None) -> bool:
    """Whether an announcement's day is about the day that the paper came out."""
    if day is None or named.version > 1 or kind.startswith("replace"):
        return False
    month = re.match(r"(?:[a-zA-Z.-]+/)?(\d\d)(\d\d)", named.base)
    if month is None:
        return False
    years = (day.year - 2000 - int(month[1])) % 100
    return 0 <= years * 12 + day.month - int(month[2]) <= 1


def _summary(item: Item) -> str:
    """The abstract of an item, from wherever it stands, as text."""
    if item.get("summary"):
        raw = item["summary"]
        if isinstance(raw, str) and _ANNOUNCED.match(raw):
            return raw
        return _plain(raw, item.get("summary_detail"))
    for part in item.get("content") or ():
        if part.get("value"):
            return _plain(part["value"], part)
    return ""


def _plain(text: object, detail: object) -> str:
    """Text as text, whether it was sent as such or as HTML."""
    if not isinstance(text, str):
        return ""
    kind = detail.get("type") if isinstance(detail, Mapping) else None
    return text if kind == "text/plain" and "&" not in text else html.text(text)


def _authors(item: Item, *, by_commas: bool) -> tuple[str, ...]:
    listed = item.get("authors") or [{"name": item.get("author", "")}]
    names = [one_line(author.get("name")) for author in listed if isinstance(author, Mapping)]
    parts = [part for name in names for part in _split(name, by_commas=by_commas)]
    return tuple(dict.fromkeys(filter(None, parts)))


def _split(names: str, *, by_commas: bool) -> Sequence[str]:
    """Several names in one string, taken apart where that is safe."""
    if ";" in names:
        return [name.strip() for name in names.split(";")]
    parts = [part.strip() for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", names)]
    whole = len(parts) > 1 and all(" " in part for part in parts)
    return parts if by_commas or whole else [names]


def _doi(item: Item) -> str | None:
    """The DOI of an item, from the fields that journals put it in."""
    fields = ("prism_doi", "dc_identifier", "id", "link")
    found = (doi(re.split(r"[?#]", one_line(item.get(field)))[0]) for field in fields)
    return next(filter(None, found), None)


def _link(item: Item, home: str) -> str | None:
    """The address of an item; one that is relative is so to the feed's own site."""
    link, number = one_line(item.get("link")), one_line(item.get("id"))
    texts = (link, number, _joined(home, link))
    return next((text for text in texts if text.startswith(("https://", "http://"))), None)


def _joined(home: str, link: str) -> str:
    try:
        return urljoin(home, link) if link else ""
    except ValueError:
        return ""


def _terms(item: Item) -> list[str]:
    tags = item.get("tags") or ()
    return [
        term for tag in tags if isinstance(tag, Mapping) and (term := one_line(tag.get("term")))
    ]


def _day(item: Item, latest: date | None) -> date | None:
    """The day that an item gives itself, if it can be one."""
    for field in ("published_parsed", "updated_parsed"):
        # Asked for a field that is not there, feedparser warns and guesses another.
        if field in item and isinstance(moment := item[field], time.struct_time):
            try:
                day = date(moment.tm_year, moment.tm_mon, moment.tm_mday)
            except ValueError:
                continue
            if believable(day, latest):
                return day
    return None


def _crowded(body: bytes) -> bool:
    """Whether an element has more attributes than feedparser, slower by each, can bear."""
    crowds: list[str] = []

    def begin(name: str, attributes: list[str]) -> None:
        if len(attributes) > 2 * MOST_ATTRIBUTES:
            crowds.append(name)

    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler = begin
    with contextlib.suppress(expat.ExpatError, ValueError, LookupError):
        parser.Parse(body, True)  # noqa: FBT003
    return bool(crowds)


def _well_formed(body: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(body, True)  # noqa: FBT003
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return True


def _not_a_feed(body: bytes, name: str) -> str:
    if answers.is_page(body[:1024]):
        return (
            f"{name} answered with a web page, not a feed. Look on it for a link to its feed "
            "(RSS or Atom), or sign in if it is your network's."
        )
    return f"What {name} sent is not an RSS, Atom or JSON feed. Check the address."
