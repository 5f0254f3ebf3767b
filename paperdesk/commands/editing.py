"""Verbs that change what is known of a paper."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.domain.details import Details
from paperdesk.domain.paper import PaperId


def edit(desk: Desk) -> None:
    """Edit the details of a paper: title, authors, date, venue, ids, key, abstract."""
    paper = desk.current()
    written = desk.form.write(desk.editing.details(paper.id), desk.editing.edited(paper.id))
    if written is not None:
        keep(desk, paper.id, written)


def keep(desk: Desk, paper: PaperId, written: Details) -> None:
    """Keep what was written of a paper, and say what was done."""

    def done(title: str) -> None:
        if title:
            desk.view.say(f"{title}: done. No source changes this any more.", undo=True)
        else:
            desk.view.say("Nothing was changed.")

    desk.write(lambda: desk.editing.edit(paper, written), done)
