"""What can be changed about a place that one can go to: a smart feed, a source, a collection."""

from __future__ import annotations

from paperdesk.commands import collections, rules, sources
from paperdesk.commands.desk import Desk
from paperdesk.domain.collection import shown_collection
from paperdesk.domain.errors import NotFound
from paperdesk.domain.shelf import Shelf, source_shelf


def change(desk: Desk, shelf: Shelf) -> None:
    """Offer what can be done with the rule, source or collection whose papers a shelf shows."""
    for rule in desk.rules.all():
        if rule.shelf.query == shelf.query:
            rules.offer(desk, rule)
            return
    for source in desk.feeds.roster.sources():
        if source_shelf(source).query == shelf.query:
            sources.offer(desk, source.id)
            return
    for one in desk.collections.all():
        if one.id == shown_collection(shelf.query):
            collections.offer(desk, one)
            return
    raise NotFound(f"“{shelf.title}” was removed.")
