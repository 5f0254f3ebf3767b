"""Verbs that keep the library safe: backups, and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.infra.backups import Backup
from paperdesk.infra.jobs import Job, Lane
from paperdesk.safety import Finding, Preview

_RESTORE, _FILE, _MEND = "restore", "file", "mend"
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


PLAIN = "PaperDesk plain copy"
COPYING = "Copying into plain files"


def toggle_plain(desk: Desk) -> None:
    """Keep a second copy of the library in plain files, a folder for each paper, or no longer."""
    if desk.safety.mirrored:
        desk.safety.mirror_to(None)
        desk.view.say("The copy in plain files stays, and is not kept up to date any more.")
        return
    above = desk.view.ask_folder("Folder for the copy in plain files")
    if above is None:
        return
    folder = above / PLAIN
    desk.safety.mirror_to(folder)
    desk.jobs.start(
        desk.jobs.new(COPYING),
        Lane.TOOLS,
        desk.safety.mirror,
        lambda path: desk.view.say(f"Papers, notes and marks are kept in {path}"),
        desk.view.complain,
    )


def check(desk: Desk) -> None:
    """Look for what is wrong with the library, and offer to put right what can be."""
    _examine(desk, mend=False)


def _examine(desk: Desk, *, mend: bool) -> None:
    title = "Mending the library" if mend else "Checking the library"
    if desk.under_way(title) is not None:
        return
    desk.jobs.start(
        desk.jobs.new(title),
        Lane.TOOLS,
        lambda job: desk.safety.examine(job, mend=mend),
        lambda found: _show_findings(desk, found, mended=mend),
        desk.view.complain,
    )


def _show_findings(desk: Desk, found: Sequence[Finding], *, mended: bool) -> None:
    """List each finding with its remedy, and first what may be done about them."""
    if not found:
        desk.view.say("The library is mended." if mended else "Nothing is wrong with the library.")
        return
    mendable = [one for one in found if one.mendable]
    act = Option(_MEND, f"Do what is marked ✓ ({len(mendable)})", "after a backup")
    lines = [
        line
        for one in found
        for line in (
            Option("", one.sentence, also=one.name),
            Option("", f"    {'✓' if one.mendable else 'By hand:'} {one.remedy}"),
        )
    ]
    desk.chooser.offer(
        "What was found",
        [*([act] if mendable else []), *lines],
        lambda _: _examine(desk, mend=True),
    )
