"""Missing PDFs, sought by command and by themselves."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from paperdesk.commands import missing
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen, with_rooms


@pytest.fixture
def seeking(desk: Desk) -> Desk:
    return finding(desk, 2, PaperId(1))


def finding(desk: Desk, lost: int, *papers: PaperId) -> Desk:
    seek = SimpleNamespace(seek=lambda *_: (lost, papers))
    return with_rooms(desk, intake=SimpleNamespace(missing=seek))


def test_a_folder_is_asked_for_once_and_what_was_found_is_said(
    seeking: Desk, screen: Screen, tmp_path: Path
) -> None:
    screen.folder = tmp_path
    missing.seek(seeking)
    screen.folder = None
    missing.seek(seeking)
    assert screen.said == ["2 PDFs are missing; 1 of them found and put back."] * 2
    assert seeking.settings.get("watched-folders") == str(tmp_path)


def test_by_itself_it_seeks_only_where_folders_are_watched(
    seeking: Desk, screen: Screen, tmp_path: Path
) -> None:
    missing.seek_aside(seeking)
    assert screen.said == []
    seeking.settings.set("watched-folders", f"{tmp_path} | /elsewhere")
    missing.seek_aside(seeking)
    assert len(screen.said) == 1


def test_where_nothing_is_missing_that_is_said(desk: Desk, screen: Screen, tmp_path: Path) -> None:
    desk.settings.set("watched-folders", str(tmp_path))
    missing.seek(finding(desk, 0))
    assert screen.problems == ["No PDF is missing."]
