"""Verbs of OPML: sources from other feed readers, and for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.domain.errors import NothingSelected
from paperdesk.feeds import Brought

SUFFIX = ".opml"


def bring(desk: Desk) -> None:
    """Import sources from an OPML file, as other feed readers write it."""
    bring_files(desk, desk.view.ask_files("OPML file"))


def bring_files(desk: Desk, paths: Sequence[Path]) -> None:
    """Import the sources of OPML files that were chosen or dropped."""
    for path in paths:
        desk.write(
            lambda path=path: take(desk, path),  # type: ignore[misc]
            lambda rows, path=path: _report(desk, path, rows),  # type: ignore[misc]
        )


def take(desk: Desk, path: Path) -> tuple[Brought, ...]:
    """Import the sources of one file; what became of each line."""
    return desk.outlines.bring(desk.outlines.read(path))


def save(desk: Desk) -> None:
    """Save the sources as OPML, for other feed readers and for another PaperDesk."""
    folder = desk.view.ask_folder("Folder for the OPML file")
    if folder is None:
        return
    if not desk.feeds.roster.sources():
        raise NothingSelected("There are no sources to save.")
    target = folder / f"PaperDesk sources {datetime.now(UTC):%Y-%m-%d}{SUFFIX}"
    over = f"{target.name} is there already. Replace it?"
    if target.exists() and not desk.view.confirm(over, "Replace"):
        return
    desk.write(
        lambda: desk.outlines.save(target),
        lambda number: desk.view.say(
            f"{number} source{'' if number == 1 else 's'} saved in {target.name}"
        ),
    )


def summary(rows: Sequence[Brought]) -> str:
    """How many sources are new, were here, or could not be taken."""
    new, failed = sum(row.new for row in rows), sum(bool(row.error) for row in rows)
    said = f"{new} imported, {len(rows) - new - failed} here already"
    return f"{said}, {failed} not taken" if failed else said


def _report(desk: Desk, path: Path, rows: Sequence[Brought]) -> None:
    """Say how many came; of a file with faults, what became of each line."""
    desk.view.say(summary(rows), undo=any(row.new for row in rows))
    if any(row.error for row in rows):
        options = [Option("", _line(row), f"line {row.line}", row.input) for row in rows]
        worst_first = sorted(options, key=lambda one: not one.title.startswith("✗"))
        desk.chooser.offer(f"Import of {path.name}", worst_first, desk.view.copy)


def _line(row: Brought) -> str:
    if row.error:
        return f"✗  {row.input or ''} {row.error}".replace("   ", "  ")
    return f"{'✓' if row.new else '·'}  {row.input}" + ("" if row.new else " (here already)")
