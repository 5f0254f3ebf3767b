"""What came out: the places that papers come from, and what they list each day."""

from paperdesk.feeds.service import Feeds
from paperdesk.feeds.titles import Titles

__all__ = ["Feeds", "Titles"]
