"""Files of papers that are one with others now are put aside, if nobody has changed them."""

from pathlib import Path

import pytest

from paperdesk.export import Result
from paperdesk.export.leaving import foreseen, seen_to
from paperdesk.infra.leftovers import Leftover


@pytest.fixture
def left(tmp_path: Path) -> Leftover:
    (tmp_path / "Two.md").write_text("as written", "utf-8")
    return Leftover("key", 1, str(tmp_path), "Two.md", ("as written", "or so"))


def test_what_nobody_changed_is_put_aside(left: Leftover, tmp_path: Path) -> None:
    (tmp_path / "removed").mkdir()
    (tmp_path / "removed" / "Two.md").write_text("an older one", "utf-8")
    planned = foreseen(left)
    assert planned is not None
    assert (planned.result, planned.reason) == (Result.ASIDE, "")
    assert (tmp_path / "Two.md").exists()
    assert seen_to(left) == planned
    assert not (tmp_path / "Two.md").exists()
    assert (tmp_path / "removed" / "Two (2).md").read_text("utf-8") == "as written"
    assert (tmp_path / "removed" / "Two.md").read_text("utf-8") == "an older one"


def test_what_was_changed_stays_and_that_is_said(left: Leftover, tmp_path: Path) -> None:
    (tmp_path / "Two.md").write_text("as written, and mine", "utf-8")
    outcome = seen_to(left)
    assert outcome is not None
    assert outcome.result is Result.CONFLICT
    assert "was changed since PaperDesk wrote it, so it was left where it is" in outcome.reason
    assert (tmp_path / "Two.md").read_text("utf-8") == "as written, and mine"


def test_what_is_gone_or_no_file_is_left_alone(left: Leftover, tmp_path: Path) -> None:
    (tmp_path / "Two.md").unlink()
    assert seen_to(left) is None
    (tmp_path / "Two.md").mkdir()
    outcome = seen_to(left)
    assert outcome is not None
    assert outcome.result is Result.CONFLICT


def test_a_disk_that_takes_nothing_is_said(left: Leftover, tmp_path: Path) -> None:
    (tmp_path / "removed").write_text("a file in the way", "utf-8")
    outcome = seen_to(left)
    assert outcome is not None
    assert outcome.result is Result.REFUSED
    assert (tmp_path / "Two.md").exists()
