"""Everything below one folder, wherever that is."""

from pathlib import Path

import pytest

from paperdesk.infra import paths


def test_one_variable_puts_everything_below_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAPERDESK_HOME", str(tmp_path / "my desk"))
    home = paths.home()
    places = (home.database, home.papers, home.index, home.cache, home.backups, home.logs)
    assert all(
        place.parent == tmp_path / "my desk" for place in (*places, home.settings, home.keys)
    )


def test_without_it_the_platform_says_where(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PAPERDESK_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.home().root == tmp_path / "paperdesk"


def test_the_resources_are_found_beside_the_package() -> None:
    assert paths.resources().name == "resources"
