"""Each file that is dropped goes its own way."""

from pathlib import Path

import pytest

from paperdesk.commands import bringing, dropping, feed
from paperdesk.commands.desk import Desk


def test_a_bibliography_is_imported_and_a_page_is_a_page(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[tuple[str, list[str]]] = []
    for name, module, verb in (("b", bringing, "bring_files"), ("f", feed, "import_files")):
        monkeypatch.setattr(
            module, verb, lambda _, paths, name=name: went.append((name, [p.name for p in paths]))
        )
    refs, page = tmp_path / "a.bib", tmp_path / "page.html"
    refs.write_text("@misc{a, title={T}}")
    page.write_text("<html>")
    dropping.take(desk, [page, refs])
    assert went == [("b", ["a.bib"]), ("f", ["page.html"])]
