"""Dates, amounts and states in the words that the screen uses."""

from datetime import date, timedelta

from paperdesk.domain.paper import Newer, State

STATES = {
    State.NEW: "New",
    State.DISMISSED: "Dismissed",
    State.INBOX: "Inbox",
    State.LATER: "Later",
    State.SHORTLIST: "Shortlist",
    State.ARCHIVE: "Archive",
    State.TRASH: "Trash",
}

TAKEN_BACK = {
    "withdrawn": "Withdrawn: its authors or its host took this paper back.",
    "retracted": "Retracted: its publisher took this paper back.",
}
NOTICES = {"withdrawn": "Withdrawn", "retracted": "Retracted"}


def stars(rating: int) -> str:
    """A rating as one sees it: ★★★★☆; of none, nothing."""
    return "★" * rating + "☆" * (5 - rating) if rating else ""


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date, today: date) -> str:
    """A day of the feed: Today, Yesterday, Fri 29 May, and the year if it is another."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    words = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def date_words(day: date) -> str:
    """A date in full: 29 May 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def newer_words(newer: Newer) -> str:
    """A version and its day: v2 · 3 May 2026."""
    if newer.day is None:
        return f"v{newer.version}"
    return f"v{newer.version} · {date_words(newer.day)}"


def amount(number: int) -> str:
    """A count that fits on a badge: 812, 1.2k, 34k, 1.5M."""
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if number >= size:
            parts = number / size
            return (
                f"{parts:.1f}{letter}".replace(".0", "") if parts < 10 else f"{parts:.0f}{letter}"
            )
    return str(number)


def how_many(number: int, noun: str) -> str:
    """A count with its noun: 1 paper, 45 papers, 10,000 papers."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
