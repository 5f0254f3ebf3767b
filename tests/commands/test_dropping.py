"""Each file that is dropped goes its own way."""

from pathlib import Path

import pytest

from paperdesk.commands import bringing, dropping, feed, pdfs
from paperdesk.commands.desk import Desk


def test_a_bibliography_is_imported_and_a_page_is_a_page(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[tuple[str, list[str]]] = []
    for name, module, verb in (
        ("b", bringing, "bring_files"),
        ("p", pdfs, "bring_files"),
        ("f", feed, "import_files"),
    ):
        monkeypatch.setattr(
            module, verb, lambda _, paths, name=name: went.append((name, [p.name for p in paths]))
        )
    refs, page = tmp_path / "a.bib", tmp_path / "page.html"
    refs.write_text("@misc{a, title={T}}")
    page.write_text("<html>")
    pdf = tmp_path / "a.PDF"
    dropping.take(desk, [page, refs, pdf, tmp_path])
    assert went == [("b", ["a.bib"]), ("p", ["a.PDF", tmp_path.name]), ("f", ["page.html"])]
