"""The verbs that look after a library, and so cannot wait for it to open."""

import argparse
from collections.abc import Callable
from pathlib import Path

from paperdesk.app import shapes
from paperdesk.app.verbs import Reply
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.safety import Safety


def backup(home: Home, asked: argparse.Namespace) -> Reply:
    """Copy the library as it is, to its folder of backups or to a file."""
    target = Path(asked.file).expanduser().absolute() if asked.file else None
    path = _safety(home).back_up(Job(0, "Backing up"), target)
    size = path.stat().st_size
    return Reply({"path": str(path), "bytes": size}, f"{path} ({size:,} bytes)")


def restore(home: Home, asked: argparse.Namespace) -> Reply:
    """Put a backup in the library's place, which is backed up before."""
    safety = _safety(home)
    source = Path(asked.file).expanduser().absolute()
    preview = safety.stage(source, Job(0, "Restoring"))
    lines = preview.lines()
    before = None
    if not asked.dry_run:
        before = safety.restore()
        lines.append(f"Restored {source.name}.")
        if before is not None:
            lines.append(f"The library as it was is in {before}.")
    value = {
        "restored": None if asked.dry_run else str(source),
        "before": None if before is None else str(before),
        **shapes.preview(preview),
    }
    return Reply(value, "\n".join(lines))


VERBS: dict[str, Callable[[Home, argparse.Namespace], Reply]] = {
    "backup": backup,
    "restore": restore,
}


def _safety(home: Home) -> Safety:
    return Safety(home, Settings(home.settings))
