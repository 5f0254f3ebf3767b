"""What came out: the places that papers come from, and what they list each day."""

from paperdesk.feeds.outlines import Brought, Outlines
from paperdesk.feeds.schedule import by_host
from paperdesk.feeds.service import Feeds
from paperdesk.feeds.tending import Tending

__all__ = ["Brought", "Feeds", "Outlines", "Tending", "by_host"]
