"""Bibliographies of other programs: BibTeX, RIS, CSL-JSON, what Zotero exports."""

from paperdesk.intake.bibliography.kinds import is_bibliography
from paperdesk.intake.bibliography.parsing import Bibliographies

__all__ = ["Bibliographies", "is_bibliography"]
