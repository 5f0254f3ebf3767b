"""arXiv's catalogue, asked for what is new to a question, page by page."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Found
from paperdesk.infra import catalogue
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job

PAGE = 100
MOST_PAGES = 10
"""How far to go back at once: arXiv is asked every three seconds."""

FOUND = "found"
"""How a question is remembered."""

Known = Callable[[Collection[str]], bool]
"""Whether any of these papers had been listed before."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Asks one question, at one moment, for one job."""

    http: Http
    job: Job
    now: datetime

    def newest(self, query: str, known: Known, *, first: bool) -> tuple[Listing, ...]:
        """What was submitted last, by day: back to what is known; the `first` time, one page."""
        founds: list[Found] = []
        for number in range(MOST_PAGES):
            page, total = self._page(query, number, "submittedDate")
            founds += page
            ids = [found.arxiv or "" for found in page]
            if first or len(founds) >= total or not page or known(ids):
                break
        return self._by_day(founds)

    def best(self, query: str) -> Listing:
        """What fits best, a page of it, as of today."""
        page, _ = self._page(query, 0, "relevance")
        return Listing(self.now.date(), self.now, _entries(page), asked=FOUND)

    def _page(self, query: str, number: int, order: str) -> tuple[tuple[Found, ...], int]:
        wanted = {
            "search_query": query,
            "start": str(number * PAGE),
            "max_results": str(PAGE),
            "sortBy": order,
            "sortOrder": "descending",
        }
        answered = catalogue.ask(self.http, self.job, wanted)
        return answered.founds, answered.total

    def _by_day(self, founds: Iterable[Found]) -> tuple[Listing, ...]:
        today = self.now.date()
        days: dict[date, list[Found]] = {}
        for found in founds:
            days.setdefault(min(found.published or today, today), []).append(found)
        listings = (
            Listing(day, self.now, _entries(days[day]), asked=FOUND)
            for day in sorted(days, reverse=True)
        )
        return tuple(listings) or (Listing(today, self.now, (), asked=FOUND),)


def _entries(founds: Iterable[Found]) -> tuple[Entry, ...]:
    """Papers in their order, each once: pages may shift while they are asked for."""
    listed = {found.arxiv or found.title: found for found in reversed(list(founds))}
    return tuple(
        Entry(found, rank, key) for rank, (key, found) in enumerate(reversed(listed.items()), 1)
    )
