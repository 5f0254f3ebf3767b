"""The list of sources: what is on it, and what is asked only once."""

import pytest

from paperdesk.domain.errors import NotFound
from paperdesk.domain.feed import SourceKind
from paperdesk.feeds import wishes
from paperdesk.feeds.roster import Roster
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal


@pytest.fixture
def roster(changes: Changes, journal: Journal) -> Roster:
    return Roster(changes, journal)


def names(roster: Roster) -> list[str]:
    return [source.name for source in roster.sources()]


def test_several_sources_are_added_as_one_step(roster: Roster, journal: Journal) -> None:
    before = names(roster)
    added = roster.add_all([wishes.news(("cs.LG",)), wishes.TRENDING], "Fields")
    assert [source.name for source in added] == ["arXiv cs.LG", "Hugging Face Trending"]
    assert journal.undo() == "Fields"
    assert names(roster) == before


def test_one_that_is_there_is_added_no_second_time(roster: Roster) -> None:
    (first,) = roster.add_all([wishes.TRENDING], "One")
    twice = roster.add_all([wishes.TRENDING, wishes.TRENDING], "Two")
    assert [source.id for source in twice] == [first.id]


def test_a_source_for_once_is_on_no_list_until_it_is_added(
    roster: Roster, changes: Changes
) -> None:
    before = names(roster)
    aside = roster.aside(wishes.hub_search("robots"))
    assert names(roster) == before
    assert (roster.any_source(aside.id).enabled, roster.aside(aside.url).id) == (False, aside.id)
    with pytest.raises(NotFound):
        roster.source(aside.id)
    assert roster.add(aside.url).id == aside.id
    assert roster.source(aside.id).kind is SourceKind.HUB_SEARCH


def test_what_trends_is_one_source(roster: Roster) -> None:
    assert roster.trending().id == roster.trending().id
    assert names(roster)[-1] == "Hugging Face Trending"
