"""News that came in quiet hours, kept in the library until they are over."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.domain.rule import Tiding
from paperdesk.domain.shelf import Order, Shelf
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes

_KEY = "held news"


def recall(changes: Changes) -> tuple[Tiding, ...]:
    """What is held; nothing where that cannot be read."""
    try:
        return tuple(
            Tiding(str(title), int(papers), Shelf(str(name), str(query), Order(order)))
            for title, papers, name, query, order in memory.recall(changes.database, _KEY) or ()
        )
    except (TypeError, ValueError):
        return ()


def keep(changes: Changes, news: Sequence[Tiding]) -> None:
    """Hold this news, and no other."""
    rows = [
        [one.title, one.papers, one.shelf.title, one.shelf.query, one.shelf.order.value]
        for one in news
    ]
    memory.keep(changes, _KEY, rows)
