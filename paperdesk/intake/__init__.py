"""A link, an identifier, a title or a saved page becomes a paper; PDFs arrive."""

from paperdesk.intake.queue import Queue, Wanted
from paperdesk.intake.revisions import Revisions
from paperdesk.intake.savedpage import resolve_day
from paperdesk.intake.service import Intake, LookedUp

__all__ = ["Intake", "LookedUp", "Queue", "Revisions", "Wanted", "resolve_day"]
