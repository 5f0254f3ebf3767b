"""Smart feeds, follows, mutes and alerts: queries with names, held against what comes."""

from paperdesk.rules.completion import Completion
from paperdesk.rules.service import Rules

__all__ = ["Completion", "Rules"]
