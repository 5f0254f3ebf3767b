"""What can be changed about a place that one can go to: a smart feed, source, collection, tag."""

from __future__ import annotations

from paperdesk.commands import collections, pins, rules, sources
from paperdesk.commands.desk import Desk
from paperdesk.domain.collection import shown_collection
from paperdesk.domain.errors import NotFound
from paperdesk.domain.shelf import Shelf, source_shelf, tag_shelf


def change(desk: Desk, shelf: Shelf) -> None:
    """Offer what can be done with the rule, source, collection or tag of a shelf."""
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
    _change_tag(desk, shelf)


def _change_tag(desk: Desk, shelf: Shelf) -> None:
    every = {*desk.library.tag_counts(), *(pin.tag for pin in desk.pins.all())}
    tag = next((one for one in every if tag_shelf(one).query == shelf.query), None)
    if tag is None:
        raise NotFound(f"“{shelf.title}” was removed.")
    pins.offer(desk, tag)
