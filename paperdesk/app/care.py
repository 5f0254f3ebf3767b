"""The verbs that look after a library, and so cannot wait for it to open."""

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from paperdesk.app import shapes
from paperdesk.app.verbs import Reply
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.safety import Safety
from paperdesk.safety.doctor import Doctor
from paperdesk.safety.findings import Finding
from paperdesk.search import checking


def backup(home: Home, asked: argparse.Namespace) -> Reply:
    """Copy the library as it is: to its backups, to a file, or as plain files to a folder."""
    target = Path(asked.file).expanduser().absolute() if asked.file else None
    if target is not None and (target.is_dir() or asked.file.endswith("/")):
        folder = _safety(home).mirror(Job(0, "Backing up"), to=target)
        return Reply({"path": str(folder), "bytes": None}, f"{folder} (plain files)")
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
    return Reply(value, "\n".join(lines), remarks=preview.troubles)


def doctor(home: Home, asked: argparse.Namespace) -> Reply:
    """Look the library over; with --fix put right what can be, after a backup."""
    looker = Doctor(home, lambda library: checking.fits(home, library))
    wrong = looker.examine(Job(0, "Looking"))
    lines = [_line(one.finding) for one in wrong] or ["Nothing is wrong."]
    mended: list[Finding] = []
    if asked.fix and any(one.finding.mendable for one in wrong):
        left = looker.mend(wrong, Job(0, "Mending"))
        names = {one.finding.name for one in left}
        mended = [one.finding for one in wrong if one.finding.name not in names]
        lines += [f"Done: {one.remedy}" for one in mended]
        wrong = left
    value = {
        "findings": [asdict(one.finding) for one in wrong],
        "fixed": [asdict(one) for one in mended],
    }
    return Reply(value, "\n".join(lines))


def _line(finding: Finding) -> str:
    how = "With --fix" if finding.mendable else "By hand"
    return f"{finding.sentence}\n    {how}: {finding.remedy}"


VERBS: dict[str, Callable[[Home, argparse.Namespace], Reply]] = {
    "backup": backup,
    "restore": restore,
    "doctor": doctor,
}


def _safety(home: Home) -> Safety:
    return Safety(home, Settings(home.settings))
