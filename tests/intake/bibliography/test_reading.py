"""Bibliographies of any kind, of real programs."""

import contextlib
from pathlib import Path

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.intake.bibliography.reading import read


def test_real_bibtex_is_read_wholly(shared_data: Path) -> None:
    count = 0
    for path in sorted((shared_data / "bib").rglob("*.bib")):
        with contextlib.suppress(BadDocument):  # three have no entries
            count += sum(not one.error for one in read(path.read_bytes(), path.name))
    assert count > 800


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
def test_the_encoding_is_made_out(encoding: str) -> None:
    (one,) = read("@misc{a, title={Über Wörter}}".encode(encoding), "a.bib")
    assert one.found.title == "Über Wörter"


def test_the_groups_of_jabref_are_paths() -> None:
    text = (
        "@misc{a, title={T}, groups={Inner}}\n@Comment{jabref-meta: grouping:\n"
        "0 AllEntriesGroup:;\n1 StaticGroup:Outer\\;0\\;;\n2 StaticGroup:Inner\\;0\\;;\n}\n"
    )
    (one,) = read(text.encode(), "a.bib")
    assert one.groups == ("Outer/Inner",)


@pytest.mark.parametrize("body", [b"", b"  \n", b"words", b"<html></html>", b"@comment{x}"])
def test_what_is_none_is_refused_in_a_sentence(body: bytes) -> None:
    with pytest.raises(BadDocument, match="Choose a BibTeX"):
        read(body, "a.bib")
