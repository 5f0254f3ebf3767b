"""A saved copy of a papers page, as text or HTML, read into what it lists."""

import re
from dataclasses import dataclass
from datetime import date

from paperdesk.domain.errors import BadDocument, Refused, WrongUsage
from paperdesk.domain.paper import Found, title_key
from paperdesk.intake.pageday import day_of, month_and_day
from paperdesk.intake.pagemarkup import read_markup
from paperdesk.intake.pagetext import read_text

MAX_SIZE = 50_000_000
"""Characters; a page with a hundred papers has a third of a million."""

MAX_ENTRIES = 5_000

_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|main|article|section|div|h[1-4])\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What a page lists, in its order, and the day at its head as it was written."""

    heading: str | None
    entries: tuple[Found, ...]


def parse(content: str, name: str = "this file") -> SavedPage:
    """Read a saved page; a file that is none is a `BadDocument` that says its name."""
    if len(content) > MAX_SIZE:
        raise BadDocument(f"Over 50 MB, {name} is too large to be a saved papers page.")
    if content.startswith("%PDF"):
        raise BadDocument(
            f"No list of papers, but a PDF: {name}. Add its paper by arXiv id or link (Ctrl+N)."
        )
    content = content.replace("\x00", "").removeprefix("\ufeff")
    read = read_markup if _MARKUP.search(content, 0, 4096) else read_text
    heading, entries = read(content)
    if not entries:
        raise BadDocument(
            f"No papers were found in {name}. Save a day of Hugging Face's papers page as a "
            "web page (HTML), or copy all of its text into a file."
        )
    return SavedPage(heading, _each_once(entries))


def resolve_day(heading: str | None, *, today: date, given: date | None) -> date:
    """The day a page is of: the one given, else the latest such day until today."""
    if given is not None:
        return _come(given, today)
    if heading is None:
        raise WrongUsage(
            "The page does not say which day it is of. Say it with --date, "
            f"as in --date {today.isoformat()}."
        )
    exact = day_of(heading)
    if exact is not None:
        return _come(exact, today)
    return _latest(heading, today)


def _come(day: date, today: date) -> date:
    """A day that is not of the future; *why UTC:* so Hugging Face counts its days."""
    if day > today:
        raise Refused(
            f"{day} is still to come (in UTC it is {today}), so no page can be of that day."
        )
    return day


def _latest(heading: str, today: date) -> date:
    """The most recent day of this month and number; 29 February may be years ago."""
    named = month_and_day(heading)
    for year in range(today.year, today.year - 9, -1):
        day = named and _date(year, *named)
        if day and day <= today:
            return day
    raise WrongUsage(
        f"“{heading}” is no day of the calendar. Say which day the page is of with --date, "
        f"as in --date {today.isoformat()}."
    )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _each_once(entries: list[Found]) -> tuple[Found, ...]:
    """The entries in their order; what stands twice is taken as it stood first."""
    kept: dict[str, Found] = {}
    for entry in entries[:MAX_ENTRIES]:
        kept.setdefault(entry.arxiv or entry.url or title_key(entry.title), entry)
    return tuple(kept.values())
