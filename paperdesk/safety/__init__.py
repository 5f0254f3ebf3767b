"""What keeps a library safe: copies of it, and the way back to one of them."""

from paperdesk.safety.contents import Contents, Preview
from paperdesk.safety.findings import Finding
from paperdesk.safety.service import Safety

__all__ = ["Contents", "Finding", "Preview", "Safety"]
