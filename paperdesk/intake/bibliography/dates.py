"""Days as bibliographies write them: wholly, by month or by year, in words."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Parts = tuple[int, ...]
"""Year, month and day, as far as they are known."""

_NUMBERS = re.compile(r"^\s*(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d|2100)(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_NAME = re.compile(r"[^\W\d_]+")


def parts(text: str, month: str = "", day: str = "") -> Parts:
    """What is known of a day that is written somehow: 2019-05-03, 2019, May 3, 2019."""
    found = _NUMBERS.match(text)
    if found:
        numbers = [int(one) for one in found.groups() if one]
    else:
        year = _YEAR.search(text)
        if year is None:
            return ()
        rest = text.replace(year[0], " ", 1)
        month, day = month or _month_in(rest), day or _day_in(rest)
        numbers = [int(year[0])]
    if len(numbers) == 1 and month:
        number = month_number(month)
        numbers += [number] if number else []
        day = day or _day_in(month)
    if len(numbers) == 2 and day.isdigit():
        numbers.append(int(day))
    return sound(tuple(numbers))


def sound(numbers: Parts) -> Parts:
    """As much of it as the calendar has."""
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if not 1 <= year <= 9999:
        return ()
    if not 1 <= month <= 12:
        return (year,)
    try:
        date(year, month, day or 1)
    except ValueError:
        day = 0
    return (year, month, day) if day else (year, month)


def as_date(numbers: Parts) -> date | None:
    """The first day that it may be: a library sorts by days."""
    return date(*(*numbers, 1, 1)[:3]) if numbers else None


def month_number(text: str) -> int:
    """A month by its number or by its name, as far as it is written; 0 if it is none."""
    found = _NAME.search(text)
    if found and found[0][:3].lower() in MONTHS:
        return MONTHS.index(found[0][:3].lower()) + 1
    plain = text.strip()
    return int(plain) if plain.isdigit() and 1 <= int(plain) <= 12 else 0


def _month_in(text: str) -> str:
    return next((word for word in _NAME.findall(text) if month_number(word)), "")


def _day_in(text: str) -> str:
    """The day beside the name of a month."""
    found = _DAY.search(text) if _month_in(text) else None
    return found[1] if found else ""
