"""Reads the words off scans with the program that is installed for it.

OCRmyPDF writes a PDF of its own. With Tesseract alone each page that is a
picture is drawn, read, and its words laid unseen under a copy of the file, which
is the file to the byte with the words behind it. The original is never touched.
"""

import base64
import csv
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from paperdesk.domain.annotation import Appendix
from paperdesk.domain.errors import NotFound, Refused
from paperdesk.domain.pages import Document, Inspect, Pages, Picture, Render, Word
from paperdesk.domain.scan import Pictured, ReadOff, Underlay
from paperdesk.infra import files, programs
from paperdesk.infra.jobs import Job

_SCALE = 300 / 72
"""Pixels a point: 300 dots an inch, which Tesseract was taught with."""

_SURE = 20.0
"""Percent of certainty below which a word is a smudge."""

_WORD = "5"

_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""Tesseract's threads wait for each other in a loop: beside other work one is faster.

Measured on two busy cores, one page: 8 s of CPU instead of minutes.
"""

MISSING = (
    "To make scans searchable, install OCRmyPDF or Tesseract (on Debian and Ubuntu: "
    "sudo apt install ocrmypdf, or tesseract-ocr), and try again."
)


def make_searchable(pages: Pages, document: Document, target: Path, language: str, job: Job) -> int:
    """Write a searchable copy of a PDF to `target`; how many of its pages were read."""
    if not any(programs.installed(name) for name in ("ocrmypdf", "tesseract")):
        raise Refused(MISSING)
    scans = _scans(pages, document, job)
    if not scans:
        raise NotFound("No page of this PDF is a picture: its text can be selected as it is.")
    _check_language(language, job)
    if programs.installed("ocrmypdf") and not document.password:
        job.advance(0, 0, "by OCRmyPDF")
        command = ["ocrmypdf", "--skip-text", "--quiet", "--output-type", "pdf", "-l", language]
        programs.run([*command, str(document.path), str(target)], job, unless_set=_ONE_THREAD)
        return len(scans)
    found = tuple(_read(pages, document, scans, language, job))
    appendix = pages.call(Underlay(document, found))
    _write(document.path, appendix, target)
    return len(scans)


def _check_language(language: str, job: Job) -> None:
    """Refuse a language that Tesseract has not learnt, before anything takes long."""
    if not programs.installed("tesseract"):
        return
    known = programs.run(["tesseract", "--list-langs"], job).splitlines()[1:]
    missing = [name for name in language.split("+") if name not in known]
    if missing:
        raise Refused(
            f"Tesseract does not know the language “{missing[0]}”. Install it (on Debian and "
            f"Ubuntu: sudo apt install tesseract-ocr-{missing[0].replace('_', '-')}), or set "
            f"scan-language to one that is here: {', '.join(known)}."
        )


def _scans(pages: Pages, document: Document, job: Job) -> list[int]:
    count = len(pages.call(Inspect(document)).pages)
    found = []
    for page in range(count):
        job.advance(page, count, "looking for scans")
        if pages.call(Pictured(document, page)):
            found.append(page)
    return found


def _read(
    pages: Pages, document: Document, scans: list[int], language: str, job: Job
) -> Iterator[ReadOff]:
    """The words of each scan, read by Tesseract."""
    with tempfile.TemporaryDirectory(prefix="paperdesk-") as folder:
        image = Path(folder) / "page.ppm"
        for number, page in enumerate(scans):
            job.advance(number, len(scans), f"page {page + 1}")
            _save(pages.call(Render(document, page, _SCALE)), image)
            command = ["tesseract", str(image), "-", "-l", language, "tsv"]
            table = programs.run(command, job, unless_set=_ONE_THREAD)
            yield ReadOff(page, tuple(words(table)))


def words(table: str) -> Iterator[Word]:
    """The words of a table as Tesseract writes it, in points of the page."""
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != _WORD or not text or float(row["conf"]) < _SURE:
            continue
        left, top, width, height = (
            int(row[name]) / _SCALE for name in ("left", "top", "width", "height")
        )
        line = int(row["par_num"]) * 1000 + int(row["line_num"])
        yield Word((left, top, left + width, top + height), text, int(row["block_num"]), line)


def _save(picture: Picture, path: Path) -> None:
    """Write pixels as PPM, which every program reads."""
    row = picture.width * 3
    with files.told(path), path.open("wb") as file:
        file.write(f"P6 {picture.width} {picture.height} 255\n".encode("ascii"))
        for line in range(picture.height):
            start = line * picture.stride
            file.write(picture.pixels[start : start + row])
    picture.release()


def _write(original: Path, appendix: Appendix, target: Path) -> None:
    with files.told(target), target.open("wb") as copy:
        if appendix.start:
            if original.stat().st_size != appendix.start:
                raise Refused("The PDF was replaced just now. Try again.")
            with original.open("rb") as source:
                shutil.copyfileobj(source, copy, 1 << 20)
        copy.write(base64.b64decode(appendix.data))
