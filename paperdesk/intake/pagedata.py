"""The list of papers that a page carries along as JSON."""

import json

from paperdesk.domain import daily
from paperdesk.domain.lines import one_line
from paperdesk.domain.paper import Found


def read_data(text: str) -> tuple[str | None, list[Found]] | None:
    """The day and the papers in a page's data; None if it holds no such list."""
    if '"dailyPapers"' not in text and '"papers"' not in text:
        return None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    items = data.get("dailyPapers") or data.get("papers")
    if not isinstance(items, list):
        return None
    entries = [daily.found(item) for item in items if isinstance(item, dict)]
    return one_line(data.get("dateString")) or None, [entry for entry in entries if entry.title]
