"""Find again what was read: words in papers, pages, notes and highlights.

The window asks a process of its own (`Search`), which keeps the index up to
date and answers while somebody types; a command line does both itself
(`search.here`, which loads Whoosh, as a window must not). The index is derived
from the library: lost or damaged, it is built again while the old one answers.
"""

from paperdesk.search.service import Search

__all__ = ["Search"]
