"""The ways in, as the commands use them."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument, Unreachable, WrongUsage
from paperdesk.domain.paper import Found, Paper
from paperdesk.feeds import Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http, Reply
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.intake import Intake
from paperdesk.library import Library
from paperdesk.pdfworker import Pool
from tests.feeds.here import reach

TITLE = (
    "AgentDoG 1.5: A Lightweight and Scalable Alignment Framework for AI Agent Safety and Security"
)
PROJECT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def job() -> Job:
    return Job(1, "Look up")


def kept(library: Library, found: Found) -> Paper:
    return library.paper(library.keep(found).paper)


@pytest.mark.parametrize(
    "word",
    [
        "2605.29801",
        "arXiv:2605.29801v1",
        "https://arxiv.org/pdf/2605.29801.pdf",
        "https://huggingface.co/papers/2605.29801",
        "https://doi.org/10.48550/arXiv.2605.29801",
    ],
)
def test_a_paper_is_identified_however_it_is_written(world: Any, intake: Intake, word: str) -> None:
    assert intake.identify(word, job()).title == TITLE


@pytest.mark.parametrize("word", ["", "attention", "10.1038/s41586-020-2649-2", "2613.00001"])
def test_what_holds_no_id_is_said(intake: Intake, word: str) -> None:
    with pytest.raises(WrongUsage, match="holds no arXiv id"):
        intake.identify(word, job())


def test_a_title_that_is_the_same_is_sure(world: Any, intake: Intake) -> None:
    looked_up = intake.look_up(TITLE.upper().replace(":", " —"), job())
    assert looked_up.sure is not None
    assert looked_up.sure.arxiv == "2605.29801"


def test_a_title_that_is_like_another_is_to_be_asked_about(world: Any, intake: Intake) -> None:
    looked_up = intake.look_up("A lightweight and scalable alignment framework", job())
    assert looked_up.sure is None
    assert [found.arxiv for found in looked_up.candidates] == ["2605.29801"]


def test_where_arxiv_is_silent_hugging_face_is_asked(world: Any, intake: Intake) -> None:
    world.fault("status", path="^/arxiv/", code=503)
    looked_up = intake.look_up(TITLE, job())
    assert looked_up.sure is not None
    assert looked_up.sure.arxiv == "2605.29801"


def test_where_all_are_silent_the_first_is_named(world: Any, intake: Intake) -> None:
    world.fault("drop")
    with pytest.raises(Unreachable, match="Try again"):
        intake.look_up(TITLE, job())


def test_where_only_the_second_is_silent_nothing_is_found(world: Any, intake: Intake) -> None:
    world.fault("drop", path="^/api/")
    assert intake.look_up("Xylophone zeugma quixotry", job()).candidates == ()


def test_a_title_that_nobody_has_finds_nothing(world: Any, intake: Intake) -> None:
    assert intake.look_up("Xylophone zeugma quixotry", job()).candidates == ()


def test_what_was_found_is_settled_on_the_row(intake: Intake, library: Library) -> None:
    paper = kept(library, Found("On things"))
    settled = intake.settle(paper, Found("On All Things", ("Ada",), arxiv="2605.00001"))
    assert settled == paper.id
    assert library.paper(paper.id).arxiv == "2605.00001"


def test_a_paper_that_has_the_ids_already_is_the_one(intake: Intake, library: Library) -> None:
    known = kept(library, Found("Known", arxiv="2605.00001"))
    paper = kept(library, Found("Unknown"))
    assert intake.settle(paper, Found("Known", arxiv="2605.00001")) == known.id


def test_a_saved_page_imported_twice_adds_nothing(
    shared_data: Path,
    intake: Intake,
    changes: Changes,
    journal: Journal,
    library: Library,
    http: Http,
) -> None:
    feeds = Feeds(changes, journal, library, reach(http))
    for added in (92, 0):
        listing = intake.import_page(shared_data / "seed_page.txt", None, NOW)
        merged = feeds.take(feeds.roster.pages(), [listing])
        assert (merged.added, merged.updated, len(merged.papers)) == (added, 0, 92)


def test_the_heading_of_a_page_is_as_it_is_written(shared_data: Path, intake: Intake) -> None:
    assert intake.page_heading(shared_data / "seed_page.txt") == "Mar 12"


def test_a_file_that_is_no_saved_page_is_named(intake: Intake, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    with pytest.raises(BadDocument, match=r"found in notes\.txt\."):
        intake.page_heading(tmp_path / "notes.txt")


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    """A real PDF worker."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    pool = Pool([sys.executable, "-m", "paperdesk.pdfworker"], lambda call: call(), workers=1)
    yield pool
    pool.close()


def test_who_waits_for_a_pdf_goes_ahead_of_the_others(
    intake: Intake, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    urgencies: list[int] = []

    def download(*_words: object, urgency: int) -> Reply:
        urgencies.append(urgency)
        raise Unreachable("No answer from there.")

    monkeypatch.setattr(Http, "download", download)
    paper = kept(library, Found("On PDFs", arxiv="2605.00001"))
    for awaited in (False, True):
        with pytest.raises(Unreachable):
            intake.download(paper, job(), awaited=awaited)
    assert urgencies == [1, 2]


def test_a_real_worker_lets_real_pdfs_in_and_nothing_else(
    world: Any, changes: Changes, library: Library, http: Http, home: Home, pool: Pool
) -> None:
    intake = Intake(changes, library, http, pool, home)
    papers = [kept(library, Found(name, arxiv=f"2605.0000{name}")) for name in "123"]
    paths = [intake.download(paper, job()) for paper in papers[:2]]
    assert [intake.here(paper.id) for paper in papers] == [*paths, None]
    world.fault("status", code=200, body="%PDF-1.7 and then nothing of the kind")
    with pytest.raises(BadDocument, match="cannot be read"):
        intake.download(papers[2], job())


def test_what_kept_papers_lack_is_filled_in_and_what_they_have_stays(
    world: Any, intake: Intake, library: Library
) -> None:
    bare = kept(library, Found("A name of my own", arxiv="2605.29801"))
    whole = kept(library, Found("Whole", ("Me",), "My abstract.", arxiv="2605.26494"))
    titled = kept(library, Found("A title that nobody has ever given to anything"))
    assert intake.complete([bare, whole, titled], job()) == 2
    bare, whole = library.papers([bare.id, whole.id])
    assert (bare.title, bare.authors[0]) == ("A name of my own", "Dongrui Liu")
    assert bare.abstract.startswith("Modern open-world agents")
    assert (whole.title, whole.authors, whole.abstract) == ("Whole", ("Me",), "My abstract.")
    assert whole.published is not None


def test_a_kept_paper_without_an_id_is_looked_up_by_its_title(
    world: Any, intake: Intake, library: Library
) -> None:
    titled = kept(library, Found(TITLE))
    assert intake.complete([titled], job()) == 1
    assert library.paper(titled.id).arxiv == "2605.29801"
