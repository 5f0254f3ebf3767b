from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from paperdesk.commands import revising, scans
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected, Refused
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen


@pytest.fixture
def reading(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """A scan is open, and there is a tool that reads it."""
    screen.opened = papers[0]
    monkeypatch.setattr(revising, "follow", lambda *_: screen.told.append(("follow",)))
    file = SimpleNamespace(
        document=lambda _: Document(Path("scan.pdf")),
        renew=lambda paper: screen.told.append(("renew", paper)),
    )
    made = SimpleNamespace(
        read=lambda document, language, _: Path(f"{document.path.stem}-{language}"),
        keep=lambda _, copy: Path(f"kept-{copy}"),
    )
    return replace(desk, file=cast(Any, file), scans=cast(Any, made))


def test_a_copy_is_made_and_shown(reading: Desk, screen: Screen) -> None:
    scans.make_searchable(reading)
    assert screen.told == [("renew", screen.opened), ("follow",)]
    assert "kept-scan-eng" in screen.said[-1]


def test_what_is_missing_is_said(reading: Desk, screen: Screen) -> None:
    def none(*_: object) -> Path:
        raise Refused("Install Tesseract.")

    scans.make_searchable(replace(reading, scans=cast(Any, SimpleNamespace(read=none))))
    assert screen.problems == ["Install Tesseract."]
    assert screen.told == []


def test_without_an_open_paper_it_says_so(desk: Desk) -> None:
    with pytest.raises(NothingSelected):
        scans.make_searchable(desk)
