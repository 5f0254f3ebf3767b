"""Papers that belong together: said once for both, and taken back."""

import pytest

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.domain.relation import LONGEST
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.library import SO_ALREADY, Relations
from tests.library.conftest import Shelves

Papers = tuple[PaperId, ...]


@pytest.fixture
def relations(changes: Changes, journal: Journal) -> Relations:
    return Relations(changes, journal)


@pytest.fixture
def papers(library: Shelves) -> Papers:
    return library.put(Found("One", ("Ada Adams",)), Found("Two"), Found("Three"))


def told(relations: Relations, paper: PaperId) -> list[tuple[str, str]]:
    return [(one.title, one.kind) for one in relations.of(paper)]


def test_each_of_two_is_related_to_the_other(relations: Relations, papers: Papers) -> None:
    one, two, three = papers
    relations.relate([two, one], "same data")
    assert told(relations, one) == [("Two", "same data")]
    assert told(relations, two) == [("One", "same data")]
    assert told(relations, three) == []


def test_several_are_related_each_with_each_in_one_step(
    relations: Relations, papers: Papers, journal: Journal
) -> None:
    assert relations.relate(papers) == "3 papers: related"
    assert [len(relations.of(paper)) for paper in papers] == [2, 2, 2]
    journal.undo()
    assert [relations.of(paper) for paper in papers] == [(), (), ()]
    journal.redo()
    assert [len(relations.of(paper)) for paper in papers] == [2, 2, 2]


def test_how_they_belong_together_is_said_anew(
    relations: Relations, papers: Papers, journal: Journal
) -> None:
    pair = papers[:2]
    relations.relate(pair, "agree")
    relations.relate(pair, "  quarrel \n over  B ")
    assert told(relations, papers[0]) == [("Two", "quarrel over B")]
    assert relations.relate(pair, "quarrel over B") == SO_ALREADY
    journal.undo()
    assert told(relations, papers[0]) == [("Two", "agree")]


def test_they_are_parted_and_put_together_again(
    relations: Relations, papers: Papers, journal: Journal
) -> None:
    one, two, _ = papers
    relations.relate([one, two], "agree")
    relations.part(two, one)
    assert relations.of(one) == ()
    assert relations.part(two, one) == SO_ALREADY
    journal.undo()
    assert told(relations, one) == [("Two", "agree")]


def test_what_lies_in_the_trash_is_not_named_until_it_is_back(
    relations: Relations, papers: Papers, library: Shelves
) -> None:
    one, two, _ = papers
    relations.relate([one, two])
    library.set_state([two], State.TRASH)
    assert relations.of(one) == ()
    library.set_state([two], State.INBOX)
    assert told(relations, one) == [("Two", "related")]


@pytest.mark.parametrize("number", [0, 1, 21])
def test_too_few_and_too_many_are_refused(
    relations: Relations, library: Shelves, number: int
) -> None:
    papers = library.put(*(Found(f"Paper {n}") for n in range(number)))
    with pytest.raises(WrongUsage):
        relations.relate([*papers, *papers])


def test_how_is_said_in_few_words(relations: Relations, papers: Papers) -> None:
    with pytest.raises(WrongUsage, match="at most"):
        relations.relate(papers, "x" * (LONGEST + 1))
