"""Two PDFs that differ in known ways, read by a real worker."""

from pathlib import Path

import pymupdf
import pytest

from paperdesk.domain.comparison import Kind
from paperdesk.domain.errors import PaperDeskError, Refused
from paperdesk.domain.pages import Document
from paperdesk.pdfworker import Pool
from paperdesk.reader.comparing.child import compare

PARTS = [
    f"Paragraph {name} says of {name} what nobody said of {name} before, and measures {n}.5 points "
    f"of {name} at its end, where {name} is better than all that came before {name} did."
    for n, name in enumerate(("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"))
]


def pdf(path: Path, parts: list[str], width: float) -> Document:
    """Paragraphs in a column so wide, on as many pages as they need."""
    document = pymupdf.open()
    for start in range(0, len(parts), 3):
        page = document.new_page()
        for row, text in enumerate(parts[start : start + 3]):
            box = (72, 120 + 160 * row, 72 + width, 270 + 160 * row)
            page.insert_textbox(box, text, fontsize=10)
        page.insert_text((300, 780), str(page.number + 1), fontsize=9)
    document.save(path)
    return Document(path)


def test_what_was_changed_is_told_and_nothing_else(tmp_path: Path, pool: Pool) -> None:
    parts = list(PARTS)
    parts[1] = parts[1].replace("1.5", "1.7")
    del parts[4]
    parts.append("A last paragraph is new, and says of iota what was never said of it anywhere.")
    told: list[int] = []
    found = compare(
        pool,
        pdf(tmp_path / "1.pdf", PARTS, 400),
        pdf(tmp_path / "2.pdf", parts, 330),
        lambda done, _: told.append(done),
    )
    assert [change.kind for change in found.changes] == [Kind.CHANGED, Kind.REMOVED, Kind.ADDED]
    assert found.same == 6
    assert told == list(range(1, 7))


def test_a_scan_is_said_to_have_no_text(tmp_path: Path, pool: Pool) -> None:
    empty = pymupdf.open()
    empty.new_page()
    empty.save(tmp_path / "scan.pdf")
    whole = pdf(tmp_path / "1.pdf", PARTS, 400)
    with pytest.raises(Refused, match="scanned"):
        compare(pool, whole, Document(tmp_path / "scan.pdf"), lambda *_: None)


def test_a_file_that_is_none_is_said(tmp_path: Path, pool: Pool) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no pdf at all")
    bad = Document(tmp_path / "bad.pdf")
    with pytest.raises(PaperDeskError):
        compare(pool, bad, bad, lambda *_: None)
