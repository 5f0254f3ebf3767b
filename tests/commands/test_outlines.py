"""Sources from and for other feed readers, by command."""

from pathlib import Path

import pytest

from paperdesk.commands import feed, outlines
from paperdesk.commands.desk import Desk
from paperdesk.feeds import Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from tests.commands.conftest import Screen, with_rooms
from tests.feeds.here import reach
from tests.feeds.test_opml import file
from tests.feeds.test_outlines import TWO


@pytest.fixture
def fed(desk: Desk, changes: Changes) -> Desk:
    return with_rooms(desk, feeds=Feeds(changes, desk.journal, desk.library, reach(Http())))


@pytest.fixture
def chosen(screen: Screen, tmp_path: Path) -> Path:
    path = tmp_path / "mine.OPML"
    path.write_bytes(file(TWO))
    screen.files = (path,)
    return path


def test_an_import_says_how_many_came_and_what_became_of_the_rest(
    fed: Desk, screen: Screen, chosen: Path
) -> None:
    outlines.bring(fed)
    assert screen.said == ["2 imported, 1 here already, 2 not taken"]
    title, options = screen.offered[-1]
    assert title == "Import of mine.OPML"
    assert [one.title[0] for one in options] == ["✗", "✗", "✓", "✓", "·"]
    assert options[1].remark == "line 6"


def test_a_dropped_file_is_told_by_its_name(fed: Desk, screen: Screen, chosen: Path) -> None:
    feed.import_files(fed, [chosen])
    assert len(fed.feeds.roster.sources()) == 3


def test_sources_are_saved_and_an_older_file_only_replaced_if_told(
    fed: Desk, screen: Screen, tmp_path: Path
) -> None:
    screen.folder = tmp_path
    outlines.save(fed)
    (saved,) = tmp_path.glob("*.opml")
    assert screen.said == [f"1 source saved in {saved.name}"]
    saved.write_text("mine")
    screen.yes = False
    outlines.save(fed)
    assert saved.read_text() == "mine"
    screen.yes = True
    outlines.save(fed)
    assert "huggingface.co" in saved.read_text()


def test_turning_away_saves_nothing(fed: Desk, screen: Screen, tmp_path: Path) -> None:
    outlines.save(fed)
    assert (screen.said, list(tmp_path.glob("*.opml"))) == ([], [])
