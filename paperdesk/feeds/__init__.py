"""What came out: the places that papers come from, and what they list each day."""

from paperdesk.feeds.service import Feeds

__all__ = ["Feeds"]
