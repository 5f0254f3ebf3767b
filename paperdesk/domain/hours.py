"""Hours of the day in which nobody wants to be told of anything."""

import re

_SPAN = re.compile(r"\s*(\d{1,2})(?::(\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d\d))?\s*")


def quiet(hours: str, minute: int) -> bool:
    """Whether a minute of the day lies in hours such as "22-7" or "12:30-14:00".

    What cannot be read is no hours at all.

    >>> quiet("22-7", 23 * 60), quiet("22-7", 7 * 60)
    (True, False)
    """
    found = _SPAN.fullmatch(hours)
    if found is None:
        return False
    start = int(found[1]) * 60 + int(found[2] or 0)
    end = int(found[3]) * 60 + int(found[4] or 0)
    if start <= end:
        return start <= minute < end
    return minute >= start or minute < end
