"""The PDFs that an entry names, found where they are now."""

from pathlib import Path

from paperdesk.intake.bibliography.located import missing, pdfs


def test_a_pdf_is_found_as_written_or_below_its_bibliography(tmp_path: Path) -> None:
    bib, inner = tmp_path / "my refs.bib", tmp_path / "files" / "b c.pdf"
    inner.parent.mkdir()
    for path in (tmp_path / "a.pdf", inner):
        path.write_bytes(b"%PDF-1.4")
    names = ("a.pdf", str(inner), f"file://{str(inner).replace(' ', '%20')}", r"D:\x\b c.pdf")
    assert pdfs(names, bib) == (tmp_path / "a.pdf", inner)
    assert pdfs((str(inner)[1:],), bib) == (inner,)


def test_what_is_not_here_is_told_and_what_is_no_pdf_is_passed_over(tmp_path: Path) -> None:
    names = ("gone.pdf", "snapshot.html", "nul\x00.pdf", "x" * 3000 + ".pdf")
    assert pdfs(names, tmp_path / "a.bib") == ()
    assert missing(names, tmp_path / "a.bib")[0] == "gone.pdf"
    assert "snapshot.html" not in missing(names, tmp_path / "a.bib")
