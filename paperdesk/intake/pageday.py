"""The days that stand at the head of a page: "Mar 12", "12 March 2025", "2025-03-12"."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month{n}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NUMBER = r"(?P<day{n}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year{n}>\d{{4}}))?"
_DAY = re.compile(
    r"(?:daily papers\s*[-–:]?\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:"
    + (_MONTH + r"\s+" + _NUMBER + _YEAR).format(n=1)
    + "|"
    + (_NUMBER + r"\s+" + _MONTH + _YEAR).format(n=2)
    + r"|(?P<iso>\d{4}-\d{2}-\d{2}))",
    re.IGNORECASE,
)
LONGEST = 60
"""A line with more characters is no heading."""


def is_day(line: str) -> bool:
    """Whether a line is a day and nothing else."""
    return _match(line) is not None


def day_of(heading: str) -> date | None:
    """The day of a heading that names its year; None if it does not."""
    found = _match(heading)
    named = month_and_day(heading)
    try:
        if found and found["iso"]:
            return date.fromisoformat(found["iso"])
        year = found and (found["year1"] or found["year2"])
        return date(int(year), *named) if year and named else None
    except ValueError:
        return None


def month_and_day(heading: str) -> tuple[int, int] | None:
    """The month and the number of the day in a heading, which may be no real day."""
    found = _match(heading)
    if found is None or found["iso"]:
        return None
    month = (found["month1"] or found["month2"])[:3].lower()
    return _MONTHS.index(month) + 1, int(found["day1"] or found["day2"])


def _match(line: str) -> re.Match[str] | None:
    line = line.strip()
    return _DAY.fullmatch(line) if len(line) <= LONGEST else None
