"""What a rule hits is kept as papers come and change."""

from datetime import timedelta
from typing import Any

import pytest

from paperdesk.domain.card import Card, Kind, Linked, Links
from paperdesk.domain.errors import Cancelled
from paperdesk.domain.paper import Found, State
from paperdesk.domain.rule import Action, Rule
from paperdesk.infra.changes import Changes
from paperdesk.infra.jobs import Job
from paperdesk.library import Linkage
from paperdesk.rules import judging

Morning = Any


def test_a_new_rule_finds_what_was_there_the_newest_first(
    morning: Morning, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "STRETCH", 2)
    papers = [morning.comes(f"Cat {number}") for number in range(5)]
    rule = morning.rules.save(Rule("Cats", "cat"))
    assert rule.filling
    morning.rules.judging.fill_some()
    assert morning.hits(rule) == papers[3:]
    morning.rules.judging.judge_all()
    assert morning.hits(rule) == papers
    assert not morning.rules.rule(rule.id).filling


def test_what_comes_is_hit_without_looking_through_all(morning: Morning) -> None:
    rule = morning.rules.save(Rule("Cats", "title:cat author:he"))
    morning.rules.judging.judge_all()
    paper = morning.comes("Cat", "Kaiming He")
    morning.comes("Cat", "Other")
    assert morning.rules.judging.judge_some()
    assert morning.hits(rule) == [paper]
    assert not morning.rules.judging.judge_some()


def test_a_paper_that_is_one_no_more_leaves(morning: Morning) -> None:
    paper = morning.comes("Cat")
    rule = morning.rules.save(Rule("Mine", "state:inbox"))
    morning.judge()
    assert morning.hits(rule) == []
    morning.library.set_state([paper], State.INBOX)
    morning.judge()
    assert morning.hits(rule) == [paper]
    morning.library.set_state([paper], State.ARCHIVE)
    morning.judge()
    assert morning.hits(rule) == []


def test_counts_are_there_to_be_read(morning: Morning) -> None:
    first, _ = morning.comes("Cat one"), morning.comes("Cat two")
    rule = morning.rules.save(Rule("Cats", "cat"))
    morning.judge()
    morning.library.set_unread([first], unread=False)
    kept = morning.rules.rule(rule.id)
    assert (kept.papers, kept.unread) == (2, 1)


def test_a_rule_that_means_something_else_hits_something_else(morning: Morning) -> None:
    morning.comes("Cat")
    dog = morning.comes("Dog")
    rule = morning.rules.save(Rule("Pets", "cat"))
    morning.judge()
    rule = morning.rules.save(Rule("Pets", "dog", id=rule.id))
    morning.judge()
    assert morning.hits(rule) == [dog]


def test_a_rehearsal_shows_the_last_days_and_writes_nothing(morning: Morning) -> None:
    old = morning.today - timedelta(days=40)
    yesterday = morning.today - timedelta(days=1)
    morning.comes("Cat of old", day=old)
    first, second = morning.comes("Cat", day=yesterday), morning.comes("One more cat")
    found = morning.rules.rehearse("cat")
    assert found.papers == (second, first)
    assert found.days == {morning.today: 1, yesterday: 1}
    assert morning.rules.all() == ()


def test_what_is_said_beside_a_paper_later_is_seen(morning: Morning, changes: Changes) -> None:
    rule = morning.rules.save(Rule("Told", "has:summary OR has:model"))
    told, linked = morning.comes("Cat"), morning.comes("Dog")
    morning.judge()
    assert morning.hits(rule) == []
    with changes.write() as write:
        morning.library.take(write, [Found("Cat", card=Card(summary="Short."))], 0.0)
    Linkage(changes).keep(linked, Links(((Kind.MODEL, 1),), (Linked(Kind.MODEL, "a/b"),)))
    morning.judge()
    assert morning.hits(rule) == [told, linked]


def test_a_rule_that_was_rewritten_meanwhile_takes_nothing_from_the_look_before(
    morning: Morning,
) -> None:
    cat, dog = morning.comes("Cat"), morning.comes("Dog")
    rule = morning.rules.save(Rule("Pets", "cat"))
    look = morning.rules.judging.look_back()
    morning.rules.save(Rule("Pets", "dog", id=rule.id))
    morning.rules.judging.keep_look(look)
    assert morning.rules.rule(rule.id).filling
    morning.judge()
    assert (morning.hits(rule), cat in morning.hits(rule)) == ([dog], False)


def test_a_rule_that_is_let_off_knows_what_it_has_seen_and_what_comes(
    morning: Morning, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "STRETCH", 2)
    papers = [morning.comes(f"Cat {number}") for number in range(5)]
    rule = morning.rules.save(Rule("Cats", "cat"))
    look = morning.rules.judging.look_back()
    morning.rules.judging.keep_look(look)
    assert (look.left, look.newest) == (papers[2], papers[4])
    morning.rules.judging.leave_off(rule)
    morning.judge()
    assert morning.hits(rule) == papers[3:]
    new = morning.comes("One more cat")
    morning.judge()
    assert morning.hits(rule) == [*papers[3:], new]


def test_a_look_at_the_last_days_says_how_far_it_is_and_stopped_it_writes_nothing(
    morning: Morning, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "STRETCH", 2)
    papers = [morning.comes(f"Cat {number}") for number in range(5)]
    rule = morning.rules.save(Rule("Cats", "cat", Action.STAR))
    job = Job(1, "Looking")
    steps: list[tuple[int, int]] = []
    job.moved = lambda: steps.append((job.done, job.total))
    assert morning.rules.judging.look_lately(rule, 7, job).found == frozenset(papers)
    assert steps == [(0, 5), (2, 5), (4, 5)]
    job.cancel()
    with pytest.raises(Cancelled):
        morning.rules.judging.look_lately(rule, 7, job)
    assert {morning.paper(paper).state for paper in papers} == {State.NEW}
