"""Which feeds a web page leads to: those it names, and where feeds usually are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from paperdesk.domain.errors import BadDocument, Unreachable
from paperdesk.domain.feed import Listing
from paperdesk.domain.lines import one_line
from paperdesk.feeds.sources.feed import Feed, Reach
from paperdesk.infra import answers, endpoints
from paperdesk.infra.answers import Inward
from paperdesk.infra.http import Accept, Bounds, Reply
from paperdesk.infra.jobs import Job
from paperdesk.infra.markup import Tag, pieces

CAP = 4_000_000
"""Bytes of a page; what is above is not looked at."""

MOST = 20
"""Feeds that are offered."""

USUAL = ("feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json")
"""Where feeds stand on sites that do not say it."""

_TYPES = re.compile(r"application/((rss|atom|rdf)\+xml|feed\+json)|text/xml", re.IGNORECASE)
_LOOKS_SO = re.compile(r"(^|/)(rss|atom|feeds?)(/|$|\.)|\.(rss|atom)$|/(feed|index)\.(xml|json)$")


@dataclass(frozen=True, slots=True)
class Lead:
    """A feed that was found: its address, and what the page calls it."""

    address: str
    title: str
    own: bool = False
    """Whether the user typed its host, which is one of this network, whatever its name."""

    listings: tuple[Listing, ...] = field(default=(), compare=False)
    """What it lists, if it has been read: it need not be fetched again to be taken."""


@dataclass(frozen=True, slots=True)
class Scout:
    """Looks for feeds at an address, for one job."""

    reach: Reach
    job: Job
    now: datetime

    def look(self, url: str) -> tuple[Lead, ...]:
        """The feed at an address that was typed, or those that the page there leads to."""
        typed = answers.host(url)
        try:
            found = self._look(url, Bounds.NAMED)
            if not answers.private(typed):
                return found
        except Inward:
            found = self._look(url, Bounds.ANY)
        return tuple(replace(lead, own=answers.host(lead.address) == typed) for lead in found)

    def _look(self, url: str, bounds: Bounds) -> tuple[Lead, ...]:
        reply = self._got(endpoints.rehomed(url), bounds)
        if not answers.is_page(reply.body[:1024]):
            return (self._lead(reply, url),)
        text = reply.body[:CAP].decode("utf-8", "replace")
        found = leads(text, reply.url)[:MOST]
        found = found or tuple(self._usual(reply.url, bounds))
        if not found:
            raise BadDocument(
                f"{answers.host(url)} has a web page there, which names no feed, and none of the "
                "usual places has one. Look on the page for a link to RSS, Atom or JSON Feed."
            )
        return found

    def _got(self, url: str, bounds: Bounds) -> Reply:
        # As much as of a source whose turn it is: a long feed may stand there.
        return self.reach.http.visit(url, self.job, bounds, accept=Accept.FEED)

    def _usual(self, page: str, bounds: Bounds) -> Iterator[Lead]:
        """The first of the usual places where there is a feed."""
        for place in USUAL:
            url = urljoin(page, f"/{place}")
            try:
                lead = self._lead(self._got(url, bounds), url)
            except (Unreachable, BadDocument):
                continue
            yield lead
            return

    def _lead(self, reply: Reply, url: str) -> Lead:
        """The feed that was sent; BadDocument if it is none."""
        listings = Feed(self.reach, self.job, self.now).read(reply, url)
        return Lead(url, listings[0].title or _short(url), listings=listings)


def leads(page: str, url: str) -> tuple[Lead, ...]:
    """The feeds that a page names in its head, else those that its links look like."""
    declared: dict[str, Lead] = {}
    linked: dict[str, Lead] = {}
    base = url
    for piece in pieces(page):
        if isinstance(piece, str) or piece.closes:
            continue
        if piece.name == "base":
            base = _joined(url, piece.attributes.get("href", "")) or base
        kept = declared if _declares(piece) else linked if _looks_like_one(piece) else None
        target = _joined(base, piece.attributes.get("href", "")) if kept is not None else ""
        if kept is not None and target:
            title = one_line(piece.attributes.get("title"))[:200]
            kept.setdefault(target, Lead(target, title or _short(target)))
    return tuple((declared or linked).values())


def _declares(tag: Tag) -> bool:
    said = tag.attributes
    alternate = "alternate" in said.get("rel", "").lower().split()
    return tag.name == "link" and alternate and bool(_TYPES.match(said.get("type", "").strip()))


def _looks_like_one(tag: Tag) -> bool:
    href = tag.attributes.get("href", "")
    path = re.split("[?#]", href)[0].lower()
    return tag.name == "a" and len(path) < 500 and bool(_LOOKS_SO.search(path))


def _joined(base: str, href: str) -> str:
    """Where a link leads, if it is an address of the web; a public page leads to no private one."""
    try:
        target = urljoin(base, href.strip())
    except ValueError:
        return ""
    sound = bool(href.strip()) and answers.sound(target) and not answers.inward(base, target)
    return target if sound else ""


def _short(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname or ''}{parts.path}"[:80]
