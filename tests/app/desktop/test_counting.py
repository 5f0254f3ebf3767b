"""The numbers are kept true, also when another process changes them."""

import os
import subprocess
import sys

from PySide6.QtWidgets import QLabel

from paperdesk.domain.paper import State
from tests.app.conftest import PROJECT, Desktop


def counts(desktop: Desktop) -> str:
    """What the status line says."""
    labels = desktop.parts.activity.findChildren(QLabel)
    return next(label.text() for label in labels if label.accessibleName() == "Papers")


def test_a_change_here_is_counted(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    before = counts(desktop)
    desktop.rooms.library.set_unread([paper.id], unread=not paper.unread)
    desktop.wait(lambda: counts(desktop) != before)


def test_a_change_by_another_process_is_shown(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    subprocess.run(
        (sys.executable, "-m", "paperdesk", "state", "shortlist", str(paper.id)),
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=True,
        capture_output=True,
        timeout=60,
    )
    desktop.go_to(paper.id)
    desktop.wait(lambda: desktop.parts.page.paper().state is State.SHORTLIST)  # type: ignore[union-attr]
