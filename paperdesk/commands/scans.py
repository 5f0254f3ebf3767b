"""Verbs about scans: pages that are pictures of text."""

from __future__ import annotations

from pathlib import Path

from paperdesk.commands import revising
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Lane


def make_searchable(desk: Desk) -> None:
    """Read the text off scanned pages, into a copy beside the PDF; undo turns back."""
    paper = desk.page.paper()
    if paper is None:
        raise NothingSelected("Open a paper first: the scans of the open one are read.")
    document = desk.file.document(paper)
    title = f"Reading the scans of {desk.library.paper(paper).title}"
    if desk.under_way(title):
        desk.view.say("They are being read already; the line below says how far that is.")
        return
    language = str(desk.settings.get("scan-language"))
    desk.jobs.start(
        desk.jobs.new(title),
        Lane.TOOLS,
        lambda job: desk.scans.read(document, language, job),
        lambda copy: _keep(desk, paper, copy),
        desk.view.complain,
    )


def _keep(desk: Desk, paper: PaperId, copy: Path) -> None:
    desk.write(lambda: desk.scans.keep(paper, copy), lambda path: _kept(desk, paper, path))


def _kept(desk: Desk, paper: PaperId, path: Path) -> None:
    desk.file.renew(paper)
    revising.follow(desk, paper)
    desk.view.say(f"Searchable now, in a copy: {path.name}. The original is kept.", undo=True)
