"""PDFs on demand, from a world in which all can go wrong."""

import hashlib
import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.errors import (
    BadDocument,
    Cancelled,
    Locked,
    NotFound,
    PaperDeskError,
    Refused,
    Unreachable,
)
from paperdesk.domain.events import FileArrived
from paperdesk.domain.paper import Found, Paper
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.intake.downloads import KEEP_SECONDS, Downloads, address
from paperdesk.library import Library
from tests.clock import once


@pytest.fixture
def downloads(changes: Changes, http: Http, pages: Any, home: Home) -> Downloads:
    return Downloads(changes, http, pages, home)


@pytest.fixture
def paper(library: Library) -> Paper:
    found = Found("On PDFs", arxiv="2605.29801")
    return library.paper(library.keep(found).paper)


def job() -> Job:
    return Job(1, "Download")


def files(home: Home) -> list[Path]:
    return [path for path in home.papers.rglob("*") if path.is_file()]


def parts(home: Home) -> list[Path]:
    return [path for path in home.cache.rglob("*") if path.is_file()]


def test_a_pdf_arrives_under_its_name_and_version(
    world: Any, downloads: Downloads, paper: Paper, home: Home
) -> None:
    path = downloads.download(paper, job())
    assert path == home.papers / str(paper.id) / "2605.29801v1.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert parts(home) == []


def test_a_damaged_pdf_is_fetched_once_more_when_asked_for(
    world: Any, downloads: Downloads, paper: Paper
) -> None:
    path = downloads.download(paper, job())
    sound = path.read_bytes()
    path.write_bytes(b"spoilt")
    assert downloads.download(paper, job()).read_bytes() == b"spoilt"
    assert downloads.download_again(paper, job()).read_bytes() == sound


def test_its_arrival_is_written_down_and_told(
    world: Any, downloads: Downloads, paper: Paper, changes: Changes, bus: Bus
) -> None:
    told: list[FileArrived] = []
    bus.listen(FileArrived, told.append)
    path = downloads.download(paper, job())
    row = changes.database.read().execute("SELECT * FROM file").fetchone()
    assert told == [FileArrived(paper.id, path)]
    assert (row["path"], row["pages"], row["version"]) == (f"{paper.id}/2605.29801v1.pdf", 3, 1)
    assert row["digest"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert row["size"] == path.stat().st_size


def test_the_second_time_it_is_there_at_once(
    world: Any, downloads: Downloads, paper: Paper
) -> None:
    first = downloads.download(paper, job())
    world.fault("hang")
    assert downloads.download(paper, job()) == first == downloads.here(paper.id)


def test_a_file_that_was_deleted_is_fetched_again(
    world: Any, downloads: Downloads, paper: Paper
) -> None:
    downloads.download(paper, job()).unlink()
    assert downloads.here(paper.id) is None
    assert downloads.download(paper, job()).is_file()


def test_two_who_want_it_fetch_it_once(world: Any, downloads: Downloads, paper: Paper) -> None:
    world.fault("slow", seconds=0.2)
    found: list[Path] = []
    threads = [
        threading.Thread(target=lambda: found.append(downloads.download(paper, job())))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(world.asked()) == 1


def test_an_id_of_the_old_style_makes_a_safe_name(
    world: Any, downloads: Downloads, library: Library
) -> None:
    paper = library.paper(library.keep(Found("Old", arxiv="hep-th/9901001")).paper)
    assert downloads.download(paper, job()).name == "hep-th-9901001v1.pdf"


def test_a_link_to_a_pdf_is_enough(world: Any, downloads: Downloads, library: Library) -> None:
    found = Found("Elsewhere", url=f"{world.url}/arxiv/pdf/2605.30189.pdf")
    paper = library.paper(library.keep(found).paper)
    assert downloads.download(paper, job()).parent.name == str(paper.id)


def test_a_paper_without_an_address_is_said(downloads: Downloads, library: Library) -> None:
    paper = library.paper(library.keep(Found("Nowhere", url="https://example.org/")).paper)
    with pytest.raises(NotFound, match="No PDF is known for “Nowhere”"):
        downloads.download(paper, job())


def test_arxiv_is_asked_where_it_lives(paper: Paper, world: Any) -> None:
    assert address(paper) == f"{world.url}/arxiv/pdf/2605.29801"


@pytest.mark.parametrize(
    ("fault", "parameters", "kind"),
    [
        ("garbage", {}, BadDocument),
        ("html", {}, Unreachable),
        ("status", {"code": 404}, Unreachable),
        ("status", {"code": 200, "body": ""}, BadDocument),
        ("status", {"code": 200, "body": "%PD"}, BadDocument),
    ],
)
def test_wrong_content_is_a_sentence_and_leaves_nothing(
    world: Any, downloads: Downloads, paper: Paper, home: Home, fault: str,
    parameters: dict[str, Any], kind: type[PaperDeskError],
) -> None:  # fmt: skip
    world.fault(fault, **parameters)
    with pytest.raises(kind):
        downloads.download(paper, job())
    assert (files(home), parts(home)) == ([], [])


def test_what_was_cut_off_never_reaches_the_papers(
    world: Any, downloads: Downloads, paper: Paper, home: Home
) -> None:
    world.fault("truncate")
    with pytest.raises(Unreachable, match="broke off"):
        downloads.download(paper, job())
    assert files(home) == []
    world.heal()
    assert downloads.download(paper, job()).is_file()
    assert "Range" in world.asked()[-1]["headers"]


def test_a_pdf_that_cannot_be_opened_is_not_kept(
    world: Any, downloads: Downloads, paper: Paper, home: Home, pages: Any
) -> None:
    pages.problem = BadDocument("It is damaged.")
    with pytest.raises(BadDocument, match=r"cannot be read\. It is damaged\."):
        downloads.download(paper, job())
    assert (files(home), parts(home)) == ([], [])
    assert pages.forgotten == pages.looked_at


def test_a_pdf_without_pages_is_not_kept(
    world: Any, downloads: Downloads, paper: Paper, pages: Any
) -> None:
    pages.pages = 0
    with pytest.raises(BadDocument, match="no pages"):
        downloads.download(paper, job())


def test_a_locked_pdf_is_kept_for_its_password(
    world: Any, downloads: Downloads, paper: Paper, pages: Any
) -> None:
    pages.problem = Locked("It wants a password.")
    assert downloads.download(paper, job()).is_file()


def test_workers_that_do_not_start_are_not_the_pdfs_fault(
    world: Any, downloads: Downloads, paper: Paper, pages: Any
) -> None:
    pages.problem = Refused("The program that reads PDFs could not be started.")
    with pytest.raises(Refused):
        downloads.download(paper, job())


def test_a_download_that_was_stopped_goes_on_later(
    world: Any, downloads: Downloads, paper: Paper, home: Home
) -> None:
    world.fault("slow", seconds=0.0, rate=100_000)
    stopped = job()
    once(lambda: any(part.stat().st_size for part in home.cache.rglob("*.part")), stopped.cancel)
    with pytest.raises(Cancelled):
        downloads.download(paper, stopped)
    assert files(home) == []
    world.heal()
    downloads.download(paper, job())
    assert "Range" in world.asked()[-1]["headers"]
    assert parts(home) == []


def test_parts_that_nobody_came_back_for_are_cleared_away(
    world: Any, downloads: Downloads, paper: Paper, home: Home
) -> None:
    old = home.cache / "downloads" / "old.part"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"%PDF")
    long_ago = time.time() - KEEP_SECONDS - 1
    os.utime(old, (long_ago, long_ago))
    downloads.download(paper, job())
    assert not old.exists()


def test_equal_bytes_do_not_make_two_papers_one(
    world: Any, downloads: Downloads, library: Library
) -> None:
    world.fault("status", code=200, body="%PDF-1.7 the same")
    papers = library.papers(
        [library.keep(Found(name, arxiv=f"2605.0000{name}")).paper for name in "12"]
    )
    paths = [downloads.download(paper, job()) for paper in papers]
    assert paths[0] != paths[1]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert len(library.papers([paper.id for paper in papers])) == 2


def test_a_newer_version_is_kept_beside_the_old_one(
    world: Any, downloads: Downloads, paper: Paper, changes: Changes
) -> None:
    first = downloads.download(paper, job())
    first.write_bytes(first.read_bytes() + b"%an older edition %%EOF")
    downloads.revisit(paper.id)
    newer = downloads.newest(paper, job())
    assert newer is not None
    assert newer.name == "2605.29801v1-2.pdf"
    assert first.read_bytes().endswith(b"%an older edition %%EOF")
    assert downloads.here(paper.id) == newer
    digest = hashlib.sha256(first.read_bytes()).hexdigest()
    assert downloads.edition(paper.id, digest) == first


def test_the_same_pdf_again_is_no_newer_version(
    world: Any, downloads: Downloads, paper: Paper, home: Home
) -> None:
    first = downloads.download(paper, job())
    assert downloads.newest(paper, job()) is None
    assert files(home) == [first]
    assert parts(home) == []


def test_a_pdf_that_somebody_wrote_over_is_noticed_once(
    world: Any, downloads: Downloads, paper: Paper, changes: Changes, bus: Bus
) -> None:
    path = downloads.download(paper, job())
    assert not downloads.revisit(paper.id)
    told: list[FileArrived] = []
    bus.listen(FileArrived, told.append)
    path.write_bytes(path.read_bytes() + b"%more %%EOF")
    assert downloads.revisit(paper.id)
    assert not downloads.revisit(paper.id)
    row = changes.database.read().execute("SELECT * FROM file").fetchall()
    assert [each["digest"] for each in row] == [hashlib.sha256(path.read_bytes()).hexdigest()]
    assert told == [FileArrived(paper.id, path)]


def test_a_pdf_that_was_only_touched_is_the_same(
    world: Any, downloads: Downloads, paper: Paper
) -> None:
    path = downloads.download(paper, job())
    os.utime(path, (time.time() + 60, time.time() + 60))
    assert not downloads.revisit(paper.id)


def test_a_paper_without_a_pdf_has_none_to_revisit(downloads: Downloads, paper: Paper) -> None:
    assert not downloads.revisit(paper.id)
    assert downloads.edition(paper.id, "x") is None


def test_a_pdf_that_is_half_written_is_no_edition(
    world: Any, downloads: Downloads, paper: Paper
) -> None:
    path = downloads.download(paper, job())
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    os.utime(path, (time.time() + 60, time.time() + 60))
    assert not downloads.revisit(paper.id)
