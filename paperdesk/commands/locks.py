"""Verbs about locked PDFs."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.infra import passwords
from paperdesk.infra.jobs import Lane


def forget_password(desk: Desk) -> None:
    """Take the password of the paper's PDF out of the system's keyring again."""
    document = desk.file.document(desk.current().id)
    desk.jobs.start(
        desk.jobs.new("Forgetting the password"),
        Lane.AWAITED,
        lambda _: passwords.Passwords().forget(document.path),
        lambda _: desk.view.say("The system's keyring has no password for this PDF now."),
        desk.view.complain,
    )
