"""Details that the reader writes stay, whatever sources say."""

from dataclasses import replace
from datetime import date

import pytest

from paperdesk.domain.details import Details
from paperdesk.domain.errors import NotFound, Refused
from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.reference import Reference
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.library import Editing, Import, Library, References

FOUND = Found(
    "Attention", ("Ashish Vaswani", "Noam Shazeer"), "We…", date(2017, 6, 12), "1706.03762"
)


@pytest.fixture
def editing(changes: Changes, journal: Journal) -> Editing:
    return Editing(changes, journal)


@pytest.fixture
def paper(library: Library, editing: Editing) -> PaperId:
    return library.put(FOUND)[0]  # type: ignore[attr-defined, no-any-return]


def test_every_detail_can_be_written_and_read_again(editing: Editing, paper: PaperId) -> None:
    written = Details(
        "A Title", "C D; E F; G H", "2018-05", "Journal", "", "10.1000/x", "https://a.b", "key",
        "Words.",
    )  # fmt: skip
    said = editing.edit(paper, written)
    assert said.startswith("Edit of title, authors, date, venue, arXiv id, DOI")
    assert editing.details(paper) == written
    assert len(editing.edited(paper)) == 9


def test_an_edit_is_one_step_and_goes_back_wholly(
    editing: Editing, library: Library, journal: Journal, paper: PaperId
) -> None:
    before = library.paper(paper)
    editing.edit(paper, replace(editing.details(paper), title="Another", authors="C D"))
    assert library.paper(paper).authors == ("C D",)
    journal.undo()
    assert library.paper(paper) == before
    assert editing.edited(paper) == frozenset()
    journal.redo()
    assert library.paper(paper).title == "Another"


def test_nothing_written_is_nothing_done(
    editing: Editing, journal: Journal, paper: PaperId
) -> None:
    assert editing.edit(paper, editing.details(paper)) == ""
    assert journal.steps() == []


def test_no_source_writes_over_what_the_reader_wrote(
    editing: Editing, library: Library, paper: PaperId
) -> None:
    old = editing.details(paper)
    editing.edit(paper, replace(old, authors="", published="", abstract=""))
    library.put(FOUND)  # type: ignore[attr-defined]
    now = library.paper(paper)
    assert (now.authors, now.published, now.abstract) == ((), None, "")


def test_no_bibliography_writes_over_what_the_reader_wrote(
    editing: Editing, changes: Changes, journal: Journal, paper: PaperId
) -> None:
    editing.edit(paper, replace(editing.details(paper), venue="", doi="", abstract=""))
    editing.edit(paper, replace(editing.details(paper), venue="Mine"))
    found = replace(FOUND, abstract="Theirs.")
    entry = Reference("a", found, "article", '{"container-title": "Theirs", "volume": "4"}')
    references = References(changes, journal)
    references.bring([entry], Import("Import"))
    assert references.of(paper)[1] == {"container-title": "Mine", "volume": "4",
                                       "issued": {"date-parts": [[2017, 6, 12]]}}  # fmt: skip
    assert editing.details(paper).abstract == ""


def test_a_name_of_another_paper_is_refused(editing: Editing, library: Library) -> None:
    one, other = library.put(FOUND, Found("Other", doi="10.1000/x"))  # type: ignore[attr-defined]
    for field, value in (("arxiv", "1706.03762"), ("citekey", library.paper(one).citekey)):
        with pytest.raises(Refused, match="of “Attention” already"):
            editing.edit(other, replace(editing.details(other), **{field: value}))


def test_the_search_sees_what_was_written(
    editing: Editing, database: Database, paper: PaperId
) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM waiting")
    editing.edit(paper, replace(editing.details(paper), authors="C D"))
    assert database.read().execute("SELECT 1 FROM waiting WHERE ref = ?", (str(paper),)).fetchone()


def test_a_paper_that_is_gone_is_told(editing: Editing) -> None:
    with pytest.raises(NotFound):
        editing.details(PaperId(77))
