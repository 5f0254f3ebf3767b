"""Hugging Face's daily papers: a list for each day, which grows for days after.

*Why no models with validation:* fields come and go over the years, and one that
is odd must not cost the paper; each is read by itself, and what is not known
here is kept in `extra`. (`paper.publishedAt` is the paper's date; the outer one
is hours before it and often on another day.)
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from paperdesk.domain.errors import Unreachable
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.identifier import arxiv_id
from paperdesk.domain.lines import one_line, paragraphs
from paperdesk.domain.paper import Counts, Found
from paperdesk.infra import endpoints
from paperdesk.infra.http import Accept, BadStatus, Http, Reply, Validators
from paperdesk.infra.jobs import Job

HOME = "https://huggingface.co/papers"
"""What a reader would open, whatever HF_ENDPOINT says."""

PAGE = 100
MOST_PAGES = 20
NEWEST = "newest"
"""How the request that names no day is remembered."""

_READ = frozenset(
    {"paper", "title", "summary", "publishedAt", "numComments", "id", "authors", "upvotes"}
    | {"githubRepo", "githubStars", "submittedOnDailyAt"}
)
_MOST = 2**53

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Daily:
    """Asks for days of papers, at one moment, for one job."""

    http: Http
    job: Job
    now: datetime

    def newest(self, known: Validators) -> Listing:
        """The newest day that has papers."""
        first = self._get({}, 0, known)
        if first.unchanged:
            return Listing(self.now.date(), self.now, (), known, unchanged=True, asked=NEWEST)
        items = _items(first)
        days = {_day(_inner(item).get("submittedOnDailyAt")) for item in items} - {None}
        if len(items) < PAGE and len(days) == 1:
            (day,) = days
            return self._listing(day or self.now.date(), items, first.validators, NEWEST)
        if not items:
            return self._listing(self.now.date(), [], (), NEWEST)
        return self.on(max(filter(None, days), default=None) or self._dated(items), ())

    def on(self, day: date, known: Validators) -> Listing:
        """The papers of one day, all pages of them."""
        wanted = {"date": day.isoformat()}
        first = self._get(wanted, 0, known)
        if first.unchanged:
            return Listing(day, self.now, (), known, unchanged=True, asked=day.isoformat())
        items = page = _items(first)
        number = 0
        while len(page) >= PAGE and number < MOST_PAGES:
            number += 1
            page = _items(self._get(wanted, number, ()))
            items = items + page
        # Further pages may change while the first stays as it is.
        validators = first.validators if number == 0 else ()
        return self._listing(day, items, validators, day.isoformat())

    def _dated(self, items: list[Json]) -> date:
        """The day of a list that does not say it: the one that lists the same."""
        ids = {one_line(_inner(item).get("id")) for item in items} - {""}
        dates = filter(None, (_day(_inner(item).get("publishedAt")) for item in items))
        last = min(max(dates, default=self.now.date()), self.now.date())
        for later in range(5, -1, -1):
            day = last + timedelta(days=later)
            if day <= self.now.date():
                listed = _items(self._get({"date": day.isoformat()}, 0, ()))
                if ids & {one_line(_inner(item).get("id")) for item in listed}:
                    return day
        return last

    def _listing(self, day: date, items: list[Json], known: Validators, asked: str) -> Listing:
        return Listing(day, self.now, _entries(items), known, asked=asked)

    def _get(self, wanted: dict[str, str], page: int, known: Validators) -> Reply:
        query = {**wanted, "limit": str(PAGE), **({"p": str(page)} if page else {})}
        return self._asked(f"{endpoints.hub()}/api/daily_papers?{urlencode(query)}", known)

    def _asked(self, url: str, known: Validators) -> Reply:
        try:
            return self.http.get(url, validators=known, job=self.job, accept=Accept.JSON)
        except BadStatus as refusal:
            said = _complaint(refusal.body)
            if not said:
                raise
            raise Unreachable(f"Hugging Face did not take the request: {said}") from refusal


def _items(reply: Reply) -> list[Json]:
    """The entries of a list, those that are none left out."""
    try:
        content = json.loads(reply.body)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, list):
        raise Unreachable("Hugging Face answered with something unreadable. Try again later.")
    return [item for item in content if isinstance(item, dict)]


def _complaint(body: bytes) -> str:
    """What an answer that refuses says of itself."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return one_line(content.get("error"))[:300] if isinstance(content, dict) else ""


def _entries(items: Iterable[Json]) -> tuple[Entry, ...]:
    """The papers of a list in its order, each once."""
    entries: dict[str, Entry] = {}
    for item in items:
        found = _found(item)
        key = one_line(_inner(item).get("id")) or found.title
        if found.title and key not in entries:
            entries[key] = Entry(found, len(entries) + 1, key)
    return tuple(entries.values())


def _found(item: Json) -> Found:
    """One entry of a list as a paper."""
    paper = _inner(item)
    number = one_line(paper.get("id"))
    named = arxiv_id(number)
    is_arxiv = named is not None and str(named) == number
    return Found(
        title=one_line(paper.get("title")) or one_line(item.get("title")),
        authors=_authors(paper.get("authors")),
        abstract=paragraphs(paper.get("summary")) or paragraphs(item.get("summary")),
        published=_day(paper.get("publishedAt")),
        arxiv=named.base if named and is_arxiv else None,
        version=named.version if named and is_arxiv else 0,
        url=f"{HOME}/{number}" if number else None,
        code=_link(paper.get("githubRepo")),
        counts=Counts(
            _count(paper.get("upvotes")),
            _count(item.get("numComments")),
            _count(paper.get("githubStars")),
        ),
        submitter=_person(item.get("submittedBy")) or _person(paper.get("submittedOnDailyBy")),
        extra={**_rest(paper), **_rest(item)},
    )


def _inner(item: Json) -> Json:
    """What an entry says of the paper itself."""
    paper = item.get("paper")
    return paper if isinstance(paper, dict) else {}


def _rest(values: Json) -> Json:
    return {name: value for name, value in values.items() if name not in _READ}


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
        return date.fromisoformat(one_line(value)[:10])
    except ValueError:
        return None


def _count(value: object) -> int | None:
    """A number of things; anything else is not one."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value < _MOST else None


def _link(value: object) -> str | None:
    text = one_line(value)
    return text if text.startswith(("https://", "http://")) else None
