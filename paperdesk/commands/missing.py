"""Verbs about PDFs that are gone: sought by their content where they may lie now."""

from __future__ import annotations

from pathlib import Path

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Lane, ignore

TITLE = "Looking for missing PDFs"

Sought = tuple[int, tuple[PaperId, ...]]


def seek(desk: Desk) -> None:
    """Look for PDFs that are gone in the watched folders, and put back those found."""
    folders = _folders(desk)
    if not folders:
        chosen = desk.view.ask_folder("Folder to look in, from now on")
        if chosen is None:
            return
        desk.settings.set("watched-folders", str(chosen))
        folders = [chosen]
    job = desk.jobs.new(TITLE)
    desk.jobs.start(
        job,
        Lane.TOOLS,
        lambda job: desk.intake.missing.seek(folders, job),
        lambda sought: desk.view.say(_said(sought)),
        desk.view.complain,
    )


def seek_aside(desk: Desk) -> None:
    """The same, where folders are watched, when nobody asked: only a find is told."""
    folders = _folders(desk)
    if folders:
        desk.jobs.start(
            desk.jobs.new(TITLE, quiet=True),
            Lane.TOOLS,
            lambda job: desk.intake.missing.seek(folders, job),
            lambda sought: desk.view.mention(_said(sought)) if sought[1] else None,
            ignore,
        )


def _said(sought: Sought) -> str:
    missing, found = sought
    if not missing:
        raise NotFound("No PDF is missing.")
    return f"{missing:,} PDFs are missing; {len(found):,} of them found and put back."


def _folders(desk: Desk) -> list[Path]:
    """The folders that are watched, as they are set."""
    listed = str(desk.settings.get("watched-folders")).split("|")
    return [Path(one.strip()).expanduser() for one in listed if one.strip()]
