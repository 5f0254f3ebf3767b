"""Feeds that are read in the test's own process, as nobody hostile writes them."""

from collections.abc import Mapping
from datetime import date

from paperdesk.feeds.sources.bodies import Item, read
from paperdesk.feeds.sources.feed import Reach
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job


class Here:
    """Reads feeds without a process of its own."""

    def __call__(
        self, body: bytes, headers: Mapping[str, str], *, today: date, name: str, job: Job
    ) -> tuple[str, list[Item]]:
        return read(body, headers, today=today, name=name)

    def close(self) -> None:
        """There is nothing to end."""


def reach(http: Http) -> Reach:
    """The way to feeds, as sources are handed it."""
    return Reach(http, Here())
