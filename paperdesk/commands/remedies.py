"""Verbs for what went wrong in the reader."""

from __future__ import annotations

from pathlib import Path

from paperdesk.commands import revising
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import Paper
from paperdesk.infra.jobs import Job, Lane


def try_again(desk: Desk) -> None:
    """Try again to show what could not be shown, a page or the whole PDF."""
    if not desk.remedy.try_again():
        desk.view.say("All that shows here was read without trouble.")


def download_again(desk: Desk) -> None:
    """Download the paper's PDF again, in place of the one that is here."""
    paper = desk.current()
    title = f"Downloading {paper.title} again"
    if desk.under_way(title):
        return

    def fetch(job: Job) -> Path:
        return desk.intake.download_again(paper, job)

    desk.view.say("Downloading the PDF again…")
    desk.jobs.start(
        desk.jobs.new(title),
        Lane.AWAITED,
        fetch,
        lambda _: _arrived(desk, paper),
        desk.view.complain,
    )


def _arrived(desk: Desk, paper: Paper) -> None:
    desk.file.renew(paper.id)
    revising.follow(desk, paper.id)
    desk.view.say(f"Here anew: {paper.title}")
