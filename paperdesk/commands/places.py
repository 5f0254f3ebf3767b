"""What can be changed about a place that one can go to: a smart feed, a source."""

from __future__ import annotations

from paperdesk.commands import rules, sources
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.shelf import Shelf, source_shelf


def change(desk: Desk, shelf: Shelf) -> None:
    """Offer what can be done with the rule or the source whose papers a shelf shows."""
    for rule in desk.rules.all():
        if rule.shelf.query == shelf.query:
            rules.offer(desk, rule)
            return
    for source in desk.feeds.roster.sources():
        if source_shelf(source).query == shelf.query:
            sources.offer(desk, source.id)
            return
    raise NotFound(f"“{shelf.title}” was removed.")
