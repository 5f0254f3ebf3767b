"""How a source has been doing: what a success clears and a failure leaves behind."""

from __future__ import annotations

import random
from datetime import datetime

from paperdesk.domain.errors import Offline, PaperDeskError, Unreachable
from paperdesk.domain.feed import Source
from paperdesk.feeds import schedule

Row = dict[str, object]


def cleared(now: datetime) -> Row:
    """What a success makes of a source's row."""
    return {"last_success": now.timestamp(), "last_error": None, "due": None, "failures": 0}


def failed(source: Source, error: PaperDeskError, now: datetime) -> Row:
    """What a failure makes of a source's row; a network that is away is not its fault."""
    row: Row = {"last_error": str(error), "last_error_at": now.timestamp()}
    if isinstance(error, Offline):
        return {**row, "due": (now + schedule.OFFLINE_RETRY).timestamp()}
    asked = error.wait if isinstance(error, Unreachable) else 0.0
    due = schedule.after_failure(source, now, asked=asked, chance=random.random())
    return {**row, "due": due.timestamp(), "failures": source.failures + 1}
