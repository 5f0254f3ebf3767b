"""The reading list: papers, their states and tags, and what makes two one.

Only this room writes papers; feeds and intake hand it `Found` values.
"""

from paperdesk.library.cards import Linkage
from paperdesk.library.collections import Collections
from paperdesk.library.duplicates import Duplicates
from paperdesk.library.editing import Editing
from paperdesk.library.facts import Facts
from paperdesk.library.opinions import SO_ALREADY, Opinions
from paperdesk.library.pins import DIGITS, Pins
from paperdesk.library.references import Import, References
from paperdesk.library.relations import Relations
from paperdesk.library.service import TAGGED_SO, Library
from paperdesk.library.taking import Taken
from paperdesk.library.times import ReadingTimes
from paperdesk.library.trash import Trash
from paperdesk.library.views import Views
from paperdesk.library.visits import Visits

__all__ = [
    "DIGITS",
    "SO_ALREADY",
    "TAGGED_SO",
    "Collections",
    "Duplicates",
    "Editing",
    "Facts",
    "Import",
    "Library",
    "Linkage",
    "Opinions",
    "Pins",
    "ReadingTimes",
    "References",
    "Relations",
    "Taken",
    "Trash",
    "Views",
    "Visits",
]
