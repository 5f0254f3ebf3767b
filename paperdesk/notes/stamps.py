"""What a new mark is stamped with: the moment, and a name of its own."""

import base64
import secrets
from datetime import UTC, datetime

from paperdesk.domain.note import HighlightId
from paperdesk.domain.waymark import BookmarkId


def utc_now() -> datetime:
    """The moment, as notes are stamped with it."""
    return datetime.now(UTC)


def mark_id() -> HighlightId:
    """A name for a mark."""
    return HighlightId(_name("h"))


def bookmark_id() -> BookmarkId:
    """A name for a bookmark."""
    return BookmarkId(_name("b"))


def _name(kind: str) -> str:
    """Short, random, and safe in links and file names: 50 bits."""
    return kind + base64.b32encode(secrets.token_bytes(7)).decode()[:10].lower()
