"""The demonstration library: its list, its sources, and the PDFs made of them."""

import importlib
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.paper import State
from paperdesk.infra.latex import plain

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "resources" / "demo"
PAPERS: list[dict[str, Any]] = json.loads((DEMO / "papers.json").read_text(encoding="utf-8"))
WITH_FILES = [paper for paper in PAPERS if paper["file"]]


@pytest.fixture
def make_demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module("make_demo")


@pytest.fixture
def made(make_demo: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the demo's sources and its PDFs, freshly made."""
    for path in (*DEMO.glob("*.md"), DEMO / "papers.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(make_demo, "DEMO", tmp_path)
    assert make_demo.main() == 0
    return tmp_path


def test_the_list_has_what_loading_needs() -> None:
    assert len(PAPERS) == 6
    assert len(WITH_FILES) == 4
    for paper in PAPERS:
        assert paper["title"]
        assert len(paper["authors"]) in (2, 3, 4)
        assert date.fromisoformat(paper["published"]) <= date.fromisoformat(paper["day"])
        assert State(paper["state"])
        assert set(paper["counts"]) == {"upvotes", "comments", "stars"}
        assert paper["arxiv"] is None


def test_titles_show_without_latex() -> None:
    assert all("\\" not in plain(paper["title"] + paper["abstract"]) for paper in PAPERS)


def test_each_pdf_is_a_paper(made: Path) -> None:
    for paper in WITH_FILES:
        document = pymupdf.open(made / paper["file"])
        assert 4 <= len(document) <= 8
        assert len(document.get_toc()) >= 8
        assert document.metadata["title"] == plain(paper["title"])
        assert document[0].get_label() != "" != document[1].get_label()
        assert any(page.get_drawings() for page in document)
        assert "Table 1." in "".join(page.get_text() for page in document)


def test_every_pointer_leads_to_a_place_in_the_paper(made: Path) -> None:
    for paper in WITH_FILES:
        document = pymupdf.open(made / paper["file"])
        links = [link for page in document for link in page.get_links()]
        assert len(links) >= 10
        assert all(link["kind"] == pymupdf.LINK_GOTO for link in links)
        assert all(0 <= link["page"] < len(document) for link in links)


def test_no_text_is_lost_between_the_columns(made: Path, make_demo: ModuleType) -> None:
    source = importlib.import_module("demo_source")
    for paper in WITH_FILES:
        read = source.read(make_demo.source_of(paper).read_text(encoding="utf-8"))
        head = plain(paper["title"] + paper["abstract"]) + "".join(paper["authors"])
        body = re.sub(r"<[^>]*>|&\w+;", "", "".join(block.html for block in read.blocks))
        shown = "".join(page.get_text() for page in pymupdf.open(made / paper["file"]))
        assert _letters(shown) >= _letters(head) + _letters(body)


def test_what_is_current_is_left_alone(made: Path, make_demo: ModuleType) -> None:
    before = {path: path.stat().st_mtime_ns for path in made.glob("*.pdf")}

    make_demo.main()

    assert {path: path.stat().st_mtime_ns for path in made.glob("*.pdf")} == before


def test_a_changed_source_makes_its_pdf_anew(made: Path, make_demo: ModuleType) -> None:
    (made / "curve.md").write_text((made / "curve.md").read_text() + "\nAfterword.\n")
    kept = (made / "prefix.pdf").stat().st_mtime_ns

    make_demo.main()

    assert "Afterword." in pymupdf.open(made / "curve.pdf")[-1].get_text()
    assert (made / "prefix.pdf").stat().st_mtime_ns == kept


def test_two_runs_give_equal_bytes(made: Path, make_demo: ModuleType) -> None:
    first = (made / "curve.pdf").read_bytes()
    (made / "curve.pdf").unlink()

    make_demo.main()

    assert (made / "curve.pdf").read_bytes() == first


def _letters(text: str) -> int:
    return sum(map(str.isalpha, unicodedata.normalize("NFKD", text)))
