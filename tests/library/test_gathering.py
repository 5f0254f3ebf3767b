"""Collections and kin that an import brings."""

import pytest

from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.reference import Reference
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import RUN, Journal
from paperdesk.library import Collections, Import, References


@pytest.fixture
def references(changes: Changes, journal: Journal) -> References:
    return References(changes, journal)


def entry(key: str, *groups: str) -> Reference:
    return Reference(key, Found(f"Paper {key}", ("A B",), citekey=key), groups=groups)


def collections(changes: Changes) -> dict[str, list[str]]:
    """The members of each collection, by its name with those above it."""
    rows = changes.database.read().execute(
        "SELECT c.name, p.name, citekey FROM collection AS c LEFT JOIN collection AS p "
        "ON p.id = c.parent LEFT JOIN membership ON membership.collection = c.id "
        "LEFT JOIN paper ON paper.id = membership.paper ORDER BY c.id, citekey"
    )
    found: dict[str, list[str]] = {}
    for name, above, key in rows:
        found.setdefault(f"{above}/{name}" if above else name, []).extend([key] if key else [])
    return found


def test_papers_are_put_into_collections_that_are_made_once(
    references: References, changes: Changes
) -> None:
    entries = [entry("a", "Outer/Inner", "Other"), entry("b", "outer/inner")]
    for _ in range(2):
        references.bring(entries, Import("Import"))
    assert collections(changes) == {"Outer": [], "Outer/Inner": ["a", "b"], "Other": ["a"]}


def test_an_import_that_is_undone_leaves_no_collection(
    references: References, changes: Changes, journal: Journal
) -> None:
    whole = Import("Import", f"{RUN}1")
    references.bring([entry("a", "Outer/Inner")], whole)
    references.bring([entry("b", "Outer/Inner")], whole)
    journal.undo()
    assert collections(changes) == {}
    journal.redo()
    assert collections(changes) == {"Outer": [], "Outer/Inner": ["a", "b"]}


def test_a_new_collection_takes_no_number_of_one_that_may_come_back(
    references: References, changes: Changes, journal: Journal
) -> None:
    references.bring([entry("a", "Old/Inner")], Import("Import"))
    shelves = Collections(changes, journal)
    shelves.remove(shelves.all()[0])
    references.bring([entry("b", "New/Inner", "Another")], Import("Import"))
    journal.undo()
    journal.undo()
    assert collections(changes) == {"Old": [], "Old/Inner": ["a"]}
    journal.redo()
    journal.redo()
    assert collections(changes) == {"New": [], "New/Inner": ["b"], "Another": ["b"]}


def test_papers_that_belong_together_are_joined_once(
    references: References, changes: Changes, journal: Journal
) -> None:
    references.bring([entry("a"), entry("b")], Import("Import"))
    one, other = PaperId(1), PaperId(2)
    for _ in range(2):
        references.relate({one: [other, one], other: [one]}, Import("Import"))
    rows = changes.database.read().execute("SELECT paper, other FROM relation").fetchall()
    assert [tuple(row) for row in rows] == [(1, 2)]
    journal.undo()
    assert changes.database.read().execute("SELECT 1 FROM relation").fetchone() is None
