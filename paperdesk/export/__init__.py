"""What leaves the library: papers as Markdown files that stay readable without it.

No file is touched that PaperDesk did not write, or that changed since it did.
"""

from paperdesk.export.annotated import Copied, write_copy
from paperdesk.export.leaving import REMOVED
from paperdesk.export.outcome import Item, Outcome, Result
from paperdesk.export.service import Export

__all__ = ["REMOVED", "Copied", "Export", "Item", "Outcome", "Result", "write_copy"]
