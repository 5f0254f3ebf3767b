"""Files that were dropped on the window or named at its start: each goes its own way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paperdesk.commands import bringing, feed, pdfs
from paperdesk.commands.desk import Desk
from paperdesk.intake.bibliography import is_bibliography


def take(desk: Desk, files: Sequence[Path]) -> None:
    """Import bibliographies, PDFs and folders of them, saved pages and lists of sources."""
    lists = [path for path in files if is_bibliography(path)]
    papers = [path for path in files if is_pdf(path)]
    bringing.bring_files(desk, lists)
    pdfs.bring_files(desk, papers)
    feed.import_files(desk, [path for path in files if path not in (*lists, *papers)])


def is_pdf(path: Path) -> bool:
    """Whether a file is a PDF by its name, or a folder that may hold some."""
    return path.suffix.lower() == ".pdf" or path.is_dir()
