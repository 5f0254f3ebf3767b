"""Entries of bibliographies become papers that are kept, and can be taken back."""

import json
from datetime import date

import pytest

from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.domain.reference import Reference
from paperdesk.domain.shelf import ALL, Shelf
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import RUN, Journal
from paperdesk.library import Import, Library, References

LIBRARY = Shelf("", "in:library")


@pytest.fixture
def references(changes: Changes, journal: Journal) -> References:
    return References(changes, journal)


def entry(key: str, title: str = "", **fields: object) -> Reference:
    found = Found(title or f"Paper {key}", ("A B",), published=date(2019, 1, 1), citekey=key)
    kept = json.dumps(fields)
    return Reference(key, found, "article-journal", kept, tags=("read",))


def test_an_entry_is_kept_with_its_key_its_tags_and_what_it_says(
    references: References, library: Library
) -> None:
    (line,) = references.bring([entry("doe2019", volume="4")], Import("Import"))
    assert (line.result, line.remark) == ("added", "")
    paper = library.paper(line.paper or PaperId(0))
    assert (paper.citekey, paper.tags, paper.state) == ("doe2019", ("read",), State.INBOX)
    assert references.of(paper.id) == ("article-journal", {"volume": "4"})


def test_the_same_again_adds_nothing(references: References, library: Library) -> None:
    for results in (["added", "known"], ["known", "known"]):
        lines = references.bring([entry("a"), entry("a")], Import("Import"))
        assert [line.result for line in lines] == results
    assert len(library.ids(ALL)) == 1


def test_a_key_that_another_paper_has_is_said(references: References) -> None:
    lines = references.bring([entry("a", "One"), entry("a", "Two")], Import("Import"))
    assert [line.result for line in lines] == ["added", "added"]
    assert lines[1].remark == "Its key “a” is another paper’s: it is “aa” here."


def test_what_is_here_stays_and_what_is_missing_is_filled_in(
    references: References, library: Library, journal: Journal
) -> None:
    references.bring([entry("a", "One", volume="4")], Import("Import"))
    more = entry("a", "One", volume="5", page="7")
    more = Reference("a", Found("One", ("A B",), "Words."), more.kind, more.fields)
    (line,) = references.bring([more], Import("Again"))
    assert line.result == "updated"
    paper = line.paper or PaperId(0)
    assert references.of(paper)[1] == {"volume": "4", "page": "7"}
    assert library.paper(paper).abstract == "Words."
    journal.undo()
    assert references.of(paper)[1] == {"volume": "4"}
    assert library.paper(paper).abstract == ""


def test_the_batches_of_an_import_are_one_step(
    references: References, library: Library, journal: Journal
) -> None:
    whole = Import("Import of a.bib", f"{RUN}1")
    for part in ("ab", "cd", "ef"):
        references.bring([entry(key) for key in part], whole)
    assert [step.title for step in journal.steps()] == ["Import of a.bib"]
    assert len(journal.steps()[0].papers) == 6
    assert journal.undo() == "Import of a.bib"
    assert len(library.ids(LIBRARY)) == 0
    assert library.tag_counts() == {}
    assert journal.redo() == "Import of a.bib"
    assert len(library.ids(LIBRARY)) == 6
    assert references.of(PaperId(6))[0] == "article-journal"


def test_a_paper_that_only_came_by_is_kept_then(
    references: References, library: Library, changes: Changes
) -> None:
    with changes.write() as write:
        library.take(write, [Found("Paper a", ("A B",))], 0.0)
    (line,) = references.bring([entry("a")], Import("Import"))
    assert line.result == "added"
    assert library.paper(line.paper or PaperId(0)).state is State.INBOX


def test_an_entry_with_an_error_costs_no_other(references: References) -> None:
    lines = references.bring([Reference("x", error="Broken."), entry("a")], Import("Import"))
    assert [(line.result, line.error) for line in lines] == [("failed", "Broken."), ("added", "")]
    assert references.bring([Reference("x", error="Broken.")], Import("I"))[0].paper is None


def test_what_is_written_beside_is_of_the_same_step(references: References) -> None:
    told: list[object] = []
    references.bring([entry("a")], Import("Import", beside=lambda _, pairs: told.extend(pairs)))
    assert told == [(1, entry("a"))]
