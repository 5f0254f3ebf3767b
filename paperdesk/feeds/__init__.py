"""What came out: the places that papers come from, and what they list each day."""

from paperdesk.feeds import ownhosts
from paperdesk.feeds.discovery import Lead
from paperdesk.feeds.fields import FIELDS, Field
from paperdesk.feeds.outlines import Brought, Outlines
from paperdesk.feeds.parsing import Parsing
from paperdesk.feeds.pictures import Pictures
from paperdesk.feeds.retention import BATCH
from paperdesk.feeds.schedule import by_host
from paperdesk.feeds.service import Feeds
from paperdesk.feeds.sources.feed import Reach
from paperdesk.feeds.tending import Tending
from paperdesk.feeds.wishes import Wish, understood

__all__ = [
    "BATCH",
    "FIELDS",
    "Brought",
    "Feeds",
    "Field",
    "Lead",
    "Outlines",
    "Parsing",
    "Pictures",
    "Reach",
    "Tending",
    "Wish",
    "by_host",
    "ownhosts",
    "understood",
]
