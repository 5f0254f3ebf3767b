"""Files that were dropped on the window or named at its start: each goes its own way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paperdesk.commands import bringing, feed
from paperdesk.commands.desk import Desk
from paperdesk.intake.bibliography import is_bibliography


def take(desk: Desk, files: Sequence[Path]) -> None:
    """Import bibliographies, saved pages and lists of sources."""
    lists = [path for path in files if is_bibliography(path)]
    bringing.bring_files(desk, lists)
    feed.import_files(desk, [path for path in files if path not in lists])
