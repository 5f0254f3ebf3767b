"""A damaged PDF in the real window: it says why, is tried again, and fetched anew."""

from pathlib import Path

import pytest

from paperdesk.domain.paper import Paper
from paperdesk.infra.jobs import Job
from tests.app.conftest import Desktop


def damage(desktop: Desktop, paper: Paper) -> tuple[Path, bytes]:
    """Spoil a paper's PDF; where it lies, and what it was."""
    path = desktop.rooms.intake.here(paper.id)
    assert path is not None
    sound = path.read_bytes()
    path.write_bytes(b"%PDF-1.4\nspoilt")
    return path, sound


def test_a_damaged_paper_is_tried_again_by_a_key(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    path, sound = damage(desktop, paper)
    desktop.desk.page.open(paper.id)
    card = desktop.parts.reader.parts.card
    desktop.wait(lambda: "damaged" in card.sentence())
    assert card.again.isVisible()
    path.write_bytes(sound)
    desktop.run("page.try-again")
    desktop.wait(lambda: desktop.parts.reader.parts.status.page.text())
    desktop.session._reading.page.put_away(paper.id)


def test_a_damaged_paper_is_fetched_anew_by_its_button(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = desktop.with_pdf()
    path, sound = damage(desktop, paper)

    def fetch(fetched: Paper, _job: Job) -> Path:
        assert fetched.id == paper.id
        path.write_bytes(sound)
        return path

    monkeypatch.setattr(desktop.rooms.intake, "download_again", fetch)
    desktop.desk.page.open(paper.id)
    card = desktop.parts.reader.parts.card
    desktop.wait(lambda: card.again.isVisible())
    card.again.click()
    desktop.wait(lambda: desktop.parts.reader.parts.status.page.text())
    desktop.session._reading.page.put_away(paper.id)
