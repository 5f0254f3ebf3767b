"""Verbs that keep the library safe: backups, and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.window import Option
from paperdesk.infra.backups import Backup
from paperdesk.infra.jobs import Job, Lane
from paperdesk.safety import Preview

_RESTORE, _FILE = "restore", "file"
DAILY = "Daily backup"


def back_up(desk: Desk) -> None:
    """Copy the library now into its folder of backups."""
    desk.jobs.start(
        desk.jobs.new("Backing up"),
        Lane.TOOLS,
        desk.safety.back_up,
        lambda path: desk.view.say(f"Backed up as {path.name}"),
        desk.view.complain,
    )


def back_up_daily(desk: Desk) -> None:
    """Copy the library if it has changed since another day's copy; says only what fails."""
    if desk.under_way(DAILY) is not None:
        return
    job = desk.jobs.new(DAILY, quiet=True)
    desk.jobs.start(job, Lane.TOOLS, desk.safety.back_up_daily, lambda _: None, desk.view.complain)


def restore(desk: Desk) -> None:
    """Choose a backup, see what it holds and what would differ, and go back to it."""

    def offer(found: Sequence[Backup]) -> None:
        options = [Option(str(one.path), _name(one), one.title) for one in found]
        options.append(Option(_FILE, "Another file…", "a backup that lies elsewhere"))
        title = "Go back to which backup? It is shown what it holds before anything is done."
        desk.chooser.offer(title, options, lambda chosen: _prepare(desk, chosen))

    desk.read(desk.safety.backups, offer)


def _name(backup: Backup) -> str:
    number = f"No. {backup.number} of {backup.day}" if backup.number else backup.path.stem
    return f"{number}, {_size(backup.path)}"


def _size(path: Path) -> str:
    try:
        return f"{path.stat().st_size / 1e6:,.1f} MB"
    except OSError:
        return "cannot be read"


def _prepare(desk: Desk, chosen: str) -> None:
    """Make a backup ready in the background, then show what it holds."""
    if chosen == _FILE:
        for path in desk.view.ask_files("Backup to go back to")[:1]:
            _prepare(desk, str(path))
        return
    source = Path(chosen)

    def work(job: Job) -> Preview:
        return desk.safety.stage(source, job)

    desk.jobs.start(
        desk.jobs.new(f"Looking at {source.name}"),
        Lane.TOOLS,
        work,
        lambda preview: _show(desk, source, preview),
        desk.view.complain,
    )


def _show(desk: Desk, source: Path, preview: Preview) -> None:
    lines = [Option("", line) for line in preview.lines()]
    act = Option(
        _RESTORE,
        "Go back to it",
        "the library of now is backed up before; PaperDesk starts again",
    )
    desk.chooser.offer(f"What {source.name} holds", [act, *lines], lambda _: _agree(desk))


def _agree(desk: Desk) -> None:
    desk.safety.agree()
    desk.view.quit()
