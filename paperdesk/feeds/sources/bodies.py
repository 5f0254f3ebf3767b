"""What came from a feed's address, as entries: RSS, Atom or JSON Feed alike.

Bytes of strangers: the program has them read by a process of their own
(`feeds.parsing`), which is where this runs.
"""

from collections.abc import Mapping
from datetime import date

from paperdesk.domain.paper import Found
from paperdesk.feeds.sources import jsonfeed, rss

Item = tuple[date, str, Found]
"""An entry: its day, what the feed calls it, and what it says."""


def read(
    body: bytes, headers: Mapping[str, str], *, today: date, name: str
) -> tuple[str, list[Item]]:
    """A feed's title and entries."""
    if jsonfeed.is_json(body):
        return jsonfeed.read(body, today=today, name=name)
    return rss.read(body, headers, today=today, name=name)
