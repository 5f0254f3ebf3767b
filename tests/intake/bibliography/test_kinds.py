"""What a file is, by its name and by how it begins."""

from pathlib import Path

import pytest

from paperdesk.intake.bibliography.kinds import Kind, is_bibliography, kind_of


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.bib", "% a comment\n@article{a,}", Kind.BIBTEX),
        ("a.txt", "@article{a,}", Kind.BIBTEX),
        ("a.txt", "\ufeffTY  - JOUR\n", Kind.RIS),
        ("a.bib", '[{"title": "T"}]', Kind.CSL),
        ("a.rdf", '<rdf:RDF xmlns:z="…">', Kind.ZOTERO),
        ("a.txt", "Some words", None),
        ("a.html", "<html>", None),
    ],
)
def test_how_a_file_begins_counts_more_than_its_name(
    name: str, text: str, kind: Kind | None
) -> None:
    assert kind_of(name, text) == kind


def test_a_saved_page_is_no_bibliography(tmp_path: Path) -> None:
    page, listed = tmp_path / "page.txt", tmp_path / "refs.txt"
    page.write_text("Daily Papers\nby someone @handle{x}")
    listed.write_text("@misc{a, title={T}}")
    assert [is_bibliography(one) for one in (page, listed)] == [False, True]
    assert not is_bibliography(tmp_path / "gone.txt")
    assert not is_bibliography(tmp_path)
