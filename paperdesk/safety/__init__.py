"""What keeps a library safe: copies of it, and the way back to one of them."""

from paperdesk.safety.contents import Contents, Preview
from paperdesk.safety.service import Safety

__all__ = ["Contents", "Preview", "Safety"]
