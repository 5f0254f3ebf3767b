"""PDFs and marks that are not where they should be are found, and none is lost."""

import hashlib
import os
from pathlib import Path

import pytest

from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.safety.doctor import Doctor
from tests.safety.conftest import Papers, Spoil, ask, names


def put(home: Home, spoil: Spoil, paper: int, name: str, content: bytes, *, there: bool) -> Path:
    path = home.papers / name
    digest = hashlib.sha256(content).hexdigest()
    if there:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    spoil(
        "INSERT INTO file (paper, path, digest, size, pages, arrived, version)"
        f" VALUES ({paper}, '{name}', '{digest}', {len(content)}, 3, 0, 0)"
    )
    return path


def test_a_missing_pdf_is_forgotten_and_a_changed_one_only_said(
    doctor: Doctor, papers: Papers, spoil: Spoil, home: Home
) -> None:
    put(home, spoil, papers[0], "1/a.pdf", b"%PDF a", there=False)
    put(home, spoil, papers[1], "2/b.pdf", b"%PDF b", there=True).write_bytes(b"%PDF other")
    found = doctor.examine(Job(0, ""))
    assert names(found) == ["files-missing", "files-changed"]
    assert names(doctor.mend(found, Job(0, ""))) == ["files-changed"]
    assert ask(home, "SELECT path FROM file") == [("2/b.pdf",)]


def test_a_disk_that_is_not_connected_costs_no_row(
    doctor: Doctor, papers: Papers, spoil: Spoil, home: Home
) -> None:
    put(home, spoil, papers[0], "1/a.pdf", b"%PDF a", there=False)
    found = doctor.examine(Job(0, ""))
    assert names(found) == ["files-away"]
    doctor.mend(found, Job(0, ""))
    assert ask(home, "SELECT count(*) FROM file") == [(1,)]


def test_a_pdf_of_no_paper_is_set_aside_but_not_one_that_just_came(
    doctor: Doctor, home: Home
) -> None:
    old, new = home.papers / "8" / "old.pdf", home.papers / "9" / "new.pdf"
    for path in (old, new):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"%PDF")
    os.utime(old, (1, 1))
    found = doctor.examine(Job(0, ""))
    assert names(found) == ["files-strayed"]
    assert doctor.mend(found, Job(0, "")) == []
    assert (home.root / "set-aside" / "8" / "old.pdf").is_file()
    assert new.is_file()


MARK = (
    "INSERT INTO highlight (id, paper, page, quads, text, colour, created, label, prefix, suffix,"
    " comment) VALUES ('{}', {}, {}, '{}', 'words', 'yellow', 0, '', '', '', '')"
)


@pytest.mark.parametrize("quads", ["[]", "[[1,2,3]]", "no json", "{}", '[["a",1,2,3]]'])
def test_a_mark_without_a_place_goes_to_the_trash_with_its_words(
    quads: str, doctor: Doctor, papers: Papers, spoil: Spoil, home: Home
) -> None:
    spoil(MARK.format("m", papers[0], 0, quads))
    found = doctor.examine(Job(0, ""))
    assert names(found) == ["marks-nowhere"]
    assert doctor.mend(found, Job(0, "")) == []
    assert ask(home, "SELECT text, trashed > 0 FROM highlight") == [("words", 1)]


def test_a_mark_beyond_the_last_page_is_only_said(
    doctor: Doctor, papers: Papers, spoil: Spoil, home: Home
) -> None:
    put(home, spoil, papers[0], "1/a.pdf", b"%PDF a", there=True)
    spoil(MARK.format("m", papers[0], 3, "[[1, 2, 3, 4]]"))
    assert names(doctor.examine(Job(0, ""))) == ["marks-beyond"]
