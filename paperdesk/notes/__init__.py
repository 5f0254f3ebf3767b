"""What a reader leaves on papers: notes, highlights, and the place last read.

Every change but that of the place is a step in the journal.
"""

from paperdesk.notes.bookmarks import Bookmarks
from paperdesk.notes.captures import Captures
from paperdesk.notes.collection import Collection
from paperdesk.notes.editions import Editions
from paperdesk.notes.letters import Letters
from paperdesk.notes.marks import Marks
from paperdesk.notes.service import Notes

__all__ = ["Bookmarks", "Captures", "Collection", "Editions", "Letters", "Marks", "Notes"]
