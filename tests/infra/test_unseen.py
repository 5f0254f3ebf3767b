"""What the sidebar counts is what its lists show, and what an independent count finds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

import pytest

from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.domain.rule import Action, Rule
from paperdesk.domain.shelf import ALL, Shelf, day_shelf, source_shelf, state_shelf
from paperdesk.feeds import Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from paperdesk.rules import Rules
from tests.feeds.here import reach

DAYS = ("2026-05-28", "2026-05-29", "2026-06-01")
PAPERS = 80


@dataclass
class Ledger:
    """What a test has written down of each paper, beside what the library has."""

    states: dict[int, State] = field(default_factory=dict)
    entries: set[tuple[int, str, int]] = field(default_factory=set)
    tags: set[tuple[int, str]] = field(default_factory=set)
    hits: set[tuple[int, int]] = field(default_factory=set)
    hidden_by_rule: set[int] = field(default_factory=set)
    muted: set[int] = field(default_factory=set)

    def hidden(self, paper: int) -> bool:
        return self.states[paper] is State.DISMISSED and paper in self.hidden_by_rule

    def muffled(self, paper: int) -> bool:
        by = {source for source, _, listed in self.entries if listed == paper}
        came_by = self.states[paper] in (State.NEW, State.DISMISSED)
        tagged = any(bearer == paper for bearer, _ in self.tags)
        return came_by and not tagged and bool(by) and by <= self.muted

    def alive(self, papers: set[int]) -> set[int]:
        return {paper for paper in papers if self.states[paper] is not State.TRASH}

    def seen(self, papers: set[int]) -> set[int]:
        return {paper for paper in self.alive(papers) if not self.hidden(paper)}

    def loud(self, papers: set[int]) -> set[int]:
        return {paper for paper in self.seen(papers) if not self.muffled(paper)}


class Desk:
    """A library that papers came into by many ways, at random."""

    def __init__(self, changes: Changes, library: Library, feeds: Feeds, rules: Rules) -> None:
        self.changes = changes
        self.library = library
        self.feeds = feeds
        self.rules = rules
        self.ledger = Ledger()

    def fill(self, lot: Random) -> None:
        """Papers in all states, listed by three sources, one muted, some hidden by a rule."""
        sources = [source.id for source in self.feeds.roster.sources()]
        sources += [
            self.feeds.roster.add(f"https://example.org/{number}").id for number in range(2)
        ]
        kept = [
            self.rules.save(Rule("Cats", "cat")),
            self.rules.save(Rule("Hide", "dog", Action.HIDE)),
        ]
        with self.changes.write() as write:
            founds = [Found(f"Paper {number}") for number in range(PAPERS)]
            papers = [taken.paper for taken in self.library.take(write, founds, 0.0)]
        self.ledger.muted = {sources[2]}
        for paper in papers:
            self._circumstances(lot, paper, sources, [rule.id for rule in kept])
        self._run("UPDATE source SET muted = 1 WHERE id = ?", sources[2])

    def _circumstances(
        self, lot: Random, paper: PaperId, sources: Sequence[int], rules: Sequence[int]
    ) -> None:
        for source, day in {
            (lot.choice(sources), lot.choice(DAYS)) for _ in range(lot.randint(0, 3))
        }:
            self.ledger.entries.add((source, day, paper))
            columns = "source, day, paper, key, rank, first_seen, last_seen, extra"
            values = "(?, ?, ?, '', 1, 0, 0, '{}')"
            self._run(f"INSERT INTO entry ({columns}) VALUES {values}", source, day, paper)
        if lot.random() < 0.4:
            self.ledger.tags.add((paper, "rl"))
            self.library.tag([paper], add=["rl"])
        for rule in rules:
            if lot.random() < 0.4:
                self.ledger.hits.add((rule, paper))
                self._run("INSERT INTO hit VALUES (?, ?, 0, 0)", rule, paper)
        if lot.random() < 0.5:
            self.ledger.hidden_by_rule.add(paper)
            self._run("INSERT INTO deed VALUES (?, ?, 'hide', 0, 1)", paper, rules[1])
        state = lot.choice(list(State))
        self.ledger.states[paper] = state
        self.library.set_state([paper], state)
        if lot.random() < 0.5:
            self.library.set_unread([paper], unread=lot.random() < 0.7)

    def _run(self, sql: str, *values: object) -> None:
        with self.changes.write() as write:
            write.connection.exec_driver_sql(sql, values)

    def shown(self, shelf: Shelf) -> set[int]:
        return set(self.library.ids(shelf))

    def unread(self, papers: set[int]) -> int:
        """Of some papers, those that nobody has read, dismissed or thrown away."""
        found = self.library.papers([PaperId(paper) for paper in papers])
        gone = (State.DISMISSED, State.TRASH)
        return sum(paper.unread and paper.state not in gone for paper in found)


@pytest.fixture(params=range(4))
def desk(
    request: pytest.FixtureRequest, changes: Changes, journal: Journal, library: Library, http: Http
) -> Desk:
    made = Desk(
        changes, library, Feeds(changes, journal, library, reach(http)), Rules(changes, journal)
    )
    made.fill(Random(request.param))
    return made


def test_days_and_sources_count_what_their_lists_show(desk: Desk) -> None:
    entries, ledger = desk.ledger.entries, desk.ledger
    days = {row.day: row for row in desk.feeds.days()}
    for day in map(date.fromisoformat, DAYS):
        heard = {p for source, on, p in entries if on == str(day) and source not in ledger.muted}
        expected = ledger.seen(heard)
        assert desk.shown(day_shelf(day)) == expected
        assert (days[day].papers, days[day].unread) == (len(expected), desk.unread(expected))
    for source in desk.feeds.roster.counted():
        expected = ledger.seen({p for by, _, p in entries if by == source.id})
        assert desk.shown(source_shelf(source)) == expected
        assert (source.papers, source.unread) == (len(expected), desk.unread(expected))


def test_the_neighbours_of_a_day_are_those_that_are_counted(desk: Desk) -> None:
    first, *_ = days = sorted(row.day for row in desk.feeds.days())
    up = [desk.feeds.day_near(day, 1) for day in days]
    down = [desk.feeds.day_near(day, -1) for day in days]
    assert (up, down) == ([*days[1:], None], [None, *days[:-1]])
    with desk.changes.write() as write:  # of the first, all is hidden
        of_first = "SELECT paper FROM entry WHERE day = ?"
        for statement in (
            f"UPDATE paper SET state = 'dismissed' WHERE id IN ({of_first})",
            f"INSERT OR REPLACE INTO deed SELECT paper, 2, 'hide', 0, 1 FROM ({of_first})",
        ):
            write.connection.exec_driver_sql(statement, (first.isoformat(),))
    listed = sorted(row.day for row in desk.feeds.days())
    assert first not in listed
    assert desk.feeds.newest_day() == listed[-1]
    assert desk.feeds.day_near(listed[0], -1) is None


def test_tags_rules_and_everything_count_what_their_lists_show(desk: Desk) -> None:
    ledger = desk.ledger
    tagged = ledger.loud({paper for paper, _ in ledger.tags})
    assert desk.shown(Shelf("", 'tag:"rl"')) == tagged
    assert desk.library.tag_counts() == {"rl": len(tagged)}
    for rule in desk.rules.counted():
        hit = {paper for number, paper in ledger.hits if number == rule.id}
        shown = ledger.alive(hit) if rule.action is Action.HIDE else ledger.seen(hit)
        expected = {paper for paper in shown if not ledger.muffled(paper)}
        assert desk.shown(rule.shelf) == expected
        assert (rule.papers, rule.unread) == (len(expected), desk.unread(expected))
    counts = desk.library.state_counts()
    everything = ledger.loud(set(ledger.states))
    assert desk.shown(ALL) == everything
    alive = [one for state, one in counts.items() if state is not State.TRASH]
    assert sum(papers for papers, _ in alive) == len(everything)
    unread = sum(
        counts[state][1] for state in counts if state not in (State.TRASH, State.DISMISSED)
    )
    assert unread == desk.unread(everything)
    for state in State:
        assert counts[state][0] == len(desk.shown(state_shelf(state)))


def test_a_day_of_which_all_is_hidden_is_no_day(desk: Desk) -> None:
    with desk.changes.write() as write:
        connection = write.connection
        connection.exec_driver_sql("UPDATE paper SET state = 'dismissed'")
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO deed SELECT id, 2, 'hide', 0, 1 FROM paper"
        )
    assert desk.feeds.days() == ()
    assert desk.feeds.newest_day() is None
    assert desk.library.tag_counts() == {}
