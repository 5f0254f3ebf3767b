"""Scans become searchable: by a fake tool on the path, and by the real Tesseract."""

import os
import shutil
import threading
from pathlib import Path

import pymupdf
import pytest

from paperdesk.domain.errors import Cancelled, DiskFull, NotFound, Refused
from paperdesk.domain.pages import Document
from paperdesk.infra.jobs import Job
from paperdesk.intake.recognition import make_searchable, words
from paperdesk.pdfworker import Pool

PROJECT = Path(__file__).resolve().parents[2]

TABLE = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "4\t1\t1\t1\t1\t0\t100\t200\t500\t50\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t300\t300\t300\t60\t96.1\tHello\n"
    '5\t1\t1\t1\t1\t2\t640\t300\t300\t60\t95.0\t"world\n'
    "5\t1\t1\t1\t2\t1\t300\t900\t300\t60\t3.0\t~~\n"
)


@pytest.fixture
def scan(tmp_path: Path) -> Document:
    """A page with text, and a picture of a page with text."""
    source = pymupdf.open()
    source.new_page(width=300, height=200).insert_text((30, 80), "This can be selected.")
    picture = pymupdf.open()
    picture.new_page(width=300, height=200).insert_text((30, 80), "Hello world", fontsize=30)
    pixels = picture[0].get_pixmap(dpi=300)
    page = source.new_page(width=300, height=200)
    page.insert_image(page.rect, pixmap=pixels)
    source.save(tmp_path / "scan.pdf")
    return Document(tmp_path / "scan.pdf")


LANGUAGES = "test \"$1\" = --list-langs && { echo 'Languages (2):'; echo deu; echo eng; exit; }"


def tool(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{LANGUAGES}\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of the path, with the shell's own tools beside it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "cat", "cp", "sleep", "echo"):
        (folder / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    monkeypatch.setenv("PATH", str(folder))
    return folder


def text(path: Path) -> list[str]:
    return [page.get_text().strip() for page in pymupdf.open(path)]


def test_words_are_read_from_a_table() -> None:
    found = list(words(TABLE))
    assert [word.text for word in found] == ["Hello", '"world']
    assert found[0].box == pytest.approx((72.0, 72.0, 144.0, 86.4))


def test_only_scans_are_read_and_the_original_stays(
    pool: Pool, scan: Document, tools: Path, tmp_path: Path
) -> None:
    (tmp_path / "table.tsv").write_text(TABLE)
    tool(tools, "tesseract", f'echo "$@" >> {tmp_path}/asked; cat {tmp_path}/table.tsv')
    before = scan.path.read_bytes()
    count = make_searchable(pool, scan, tmp_path / "copy.pdf", "eng+deu", Job(1, "x"))
    assert count == 1
    assert text(tmp_path / "copy.pdf") == ["This can be selected.", 'Hello "world']
    assert scan.path.read_bytes() == before
    assert (tmp_path / "copy.pdf").read_bytes().startswith(before)
    assert (tmp_path / "asked").read_text().split()[1:] == ["-", "-l", "eng+deu", "tsv"]


def test_ocrmypdf_is_asked_first(pool: Pool, scan: Document, tools: Path, tmp_path: Path) -> None:
    tool(tools, "ocrmypdf", f'echo "$@" > {tmp_path}/asked; cp {scan.path} {tmp_path}/copy.pdf')
    tool(tools, "tesseract", "exit 1")
    make_searchable(pool, scan, tmp_path / "copy.pdf", "eng", Job(1, "x"))
    assert "--skip-text" in (tmp_path / "asked").read_text()
    assert (tmp_path / "copy.pdf").is_file()


def test_without_a_tool_it_says_what_to_install(pool: Pool, scan: Document, tools: Path) -> None:
    with pytest.raises(Refused, match="sudo apt install ocrmypdf, or tesseract-ocr"):
        make_searchable(pool, scan, scan.path.with_name("copy.pdf"), "eng", Job(1, "x"))


def test_a_language_that_is_missing_is_said_so(
    pool: Pool, scan: Document, tools: Path, tmp_path: Path
) -> None:
    tool(tools, "tesseract", "exit 1")
    with pytest.raises(Refused, match=r"“chi_sim”.*tesseract-ocr-chi-sim.*here: deu, eng"):
        make_searchable(pool, scan, tmp_path / "copy.pdf", "eng+chi_sim", Job(1, "x"))
    assert not (tmp_path / "copy.pdf").exists()


def test_a_full_disk_is_a_sentence(pool: Pool, scan: Document, tools: Path, tmp_path: Path) -> None:
    (tmp_path / "table.tsv").write_text(TABLE)
    tool(tools, "tesseract", f"cat {tmp_path}/table.tsv")
    with pytest.raises(DiskFull, match="The disk with /dev is full"):
        make_searchable(pool, scan, Path("/dev/full"), "eng", Job(1, "x"))


def test_a_paper_without_scans_needs_nothing(pool: Pool, tools: Path, tmp_path: Path) -> None:
    source = pymupdf.open()
    source.new_page().insert_text((50, 50), "This can be selected as it is.")
    source.save(tmp_path / "text.pdf")
    tool(tools, "tesseract", "exit 1")
    with pytest.raises(NotFound, match="No page of this PDF is a picture"):
        make_searchable(pool, Document(tmp_path / "text.pdf"), tmp_path / "c", "eng", Job(1, "x"))


def test_it_tells_how_far_it_is_and_can_be_stopped(
    pool: Pool, scan: Document, tools: Path, tmp_path: Path
) -> None:
    tool(tools, "tesseract", "sleep 30")
    job, told = Job(1, "x"), list[str]()

    def moved() -> None:
        told.append(job.detail)
        if job.detail == "page 2":
            job.cancel()

    job.moved = moved
    with pytest.raises(Cancelled):
        make_searchable(pool, scan, tmp_path / "copy.pdf", "eng", job)
    assert told == ["looking for scans", "looking for scans", "page 2"]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_the_real_tesseract_reads_a_scan(
    pool: Pool, scan: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "only"
    folder.mkdir()
    (folder / "tesseract").symlink_to(str(shutil.which("tesseract")))
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("OMP_THREAD_LIMIT", "1")
    make_searchable(pool, scan, tmp_path / "copy.pdf", "eng", Job(1, "x"))
    assert text(tmp_path / "copy.pdf")[1].split() == ["Hello", "world"]
    box = pymupdf.open(tmp_path / "copy.pdf")[1].search_for("world")[0]
    assert 100 < box.x0 < 125
    assert os.path.getsize(tmp_path / "copy.pdf") < os.path.getsize(scan.path) + 20_000


@pytest.fixture
def picture(tmp_path: Path) -> Document:
    """A letter that was scanned: nothing but a picture."""
    drawn = pymupdf.open()
    drawn.new_page(width=300, height=200).insert_text((30, 80), "Hello world", fontsize=30)
    with pymupdf.open() as source:
        page = source.new_page(width=300, height=200)
        page.insert_image(page.rect, pixmap=drawn[0].get_pixmap(dpi=150))
        source.save(tmp_path / "letter.pdf")
    return Document(tmp_path / "letter.pdf")


has_ocrmypdf = pytest.mark.skipif(
    not (shutil.which("ocrmypdf") and shutil.which("tesseract")),
    reason="OCRmyPDF and Tesseract are not installed",
)


@has_ocrmypdf
def test_the_real_ocrmypdf_reads_a_scan(pool: Pool, picture: Document, tmp_path: Path) -> None:
    before = picture.path.read_bytes()
    assert make_searchable(pool, picture, tmp_path / "copy.pdf", "eng", Job(1, "x")) == 1
    assert text(tmp_path / "copy.pdf")[0].split() == ["Hello", "world"]
    assert picture.path.read_bytes() == before


@has_ocrmypdf
def test_the_real_ocrmypdf_leaves_nothing_when_it_is_stopped(
    pool: Pool, picture: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "short-lived"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "short-lived").mkdir()
    job = Job(1, "x")
    job.moved = lambda: threading.Timer(0.4, job.cancel).start() if not job.total else None
    with pytest.raises(Cancelled):
        make_searchable(pool, picture, tmp_path / "copy.pdf", "eng", job)
    assert list((tmp_path / "short-lived").iterdir()) == []
