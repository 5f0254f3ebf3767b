"""Verbs of rules."""

from typing import Any

import pytest

from paperdesk.commands import rules
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import PaperId
from paperdesk.domain.rule import Action, Edited, Rule, Verdict
from paperdesk.domain.shelf import ALL, Order, Shelf

Papers = tuple[PaperId, ...]


def test_a_filter_narrows_the_list(desk: Desk, screen: Any) -> None:
    screen.shown = Shelf("Friday", "day:2026-05-01", Order.RANK)
    screen.edited = Edited(Rule("", "cat OR dog"), keep=False)
    rules.narrow(desk)
    query = "(day:2026-05-01) (cat OR dog) -is:muted"
    assert screen.shown == Shelf("Friday · cat OR dog", query, Order.RANK)


def test_a_smart_feed_is_kept_and_shown(desk: Desk, screen: Any) -> None:
    screen.edited = Edited(Rule("Cats", "cat"), keep=True)
    rules.narrow(desk)
    (rule,) = desk.rules.all()
    assert screen.shown == rule.shelf
    assert screen.said == ["Rule kept: Cats"]
    screen.edited = Edited(Rule("Cats", "dog", id=rule.id), keep=True)
    rules.edit_shown(desk)
    assert screen.drafts[-1] == rule
    assert [one.query for one in desk.rules.all()] == ["dog"]


def test_a_mute_hides_at_once_what_it_was_made_from(
    desk: Desk, screen: Any, papers: Papers
) -> None:
    with desk.rules._changes.write() as write:
        write.connection.exec_driver_sql(
            "INSERT INTO entry (source, day, paper, key, rank, first_seen, last_seen, extra)"
            " SELECT 1, '2026-05-01', id, '', 1, 0, 0, '{}' FROM paper"
        )
    rule = Rule("Without He", 'author:"Kaiming He"', Action.HIDE)
    screen.edited = Edited(rule, keep=True, at_once=True)
    rules.narrow(desk)
    assert screen.said == ["Rule kept: Without He", "Rule “Without He”: 1 muted"]
    assert set(desk.library.ids(ALL)) == {papers[0], papers[2]}


def test_what_cannot_be_kept_is_said(desk: Desk, screen: Any) -> None:
    screen.edited = Edited(Rule("", "cat"), keep=True)
    rules.narrow(desk)
    assert screen.problems


def test_a_mute_is_offered_by_what_the_row_has(desk: Desk, screen: Any, papers: Papers) -> None:
    screen.chosen = papers[1:2]
    screen.choice = "Author: Kaiming He"
    rules.mute(desk)
    assert "Word: residual" in screen.options
    draft = screen.drafts[-1]
    assert (draft.name, draft.query) == ("Without Kaiming He", 'author:"Kaiming He"')
    assert (draft.action, draft.shown) == (Action.HIDE, False)


def test_following_shortlists_from_now_on(desk: Desk, screen: Any, papers: Papers) -> None:
    screen.chosen = papers[1:2]
    screen.choice = "Author: Xiangyu Zhang"
    rules.follow(desk)
    (rule,) = desk.rules.all()
    assert (rule.name, rule.query) == ("Xiangyu Zhang", 'author:"Xiangyu Zhang"')
    assert rule.action is Action.STAR
    desk.journal.undo()
    assert desk.rules.all() == ()


@pytest.mark.parametrize(
    ("deed", "said"),
    [("Switch off", "Rule “Cats” is off"), ("Delete", "Rule deleted: Cats")],
)
def test_rules_are_managed_from_their_list(desk: Desk, screen: Any, deed: str, said: str) -> None:
    desk.rules.save(Rule("Cats", "cat"))
    screen.choices = [deed, "Cats — cat"]
    rules.manage(desk)
    assert screen.said == [said]


def test_where_there_are_no_rules_that_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound, match="F builds one"):
        rules.manage(desk)


def test_a_paper_leads_to_its_rule(desk: Desk, screen: Any, papers: Papers) -> None:
    screen.chosen = papers[:1]
    with pytest.raises(NotFound, match="No rule"):
        rules.of_paper(desk)
    rule = desk.rules.save(Rule("Attention", "attention", Action.STAR))
    desk.rules.judging.judge_all()
    with desk.rules._changes.write() as write:
        write.connection.exec_driver_sql("UPDATE hit SET due = 1")
    desk.rules.act()
    rules.of_paper(desk)
    assert screen.drafts[-1].id == rule.id


def test_what_rules_did_is_said(desk: Desk, screen: Any) -> None:
    rules.tell(desk, Verdict("Rule “x”: 2 muted", ("old",)))
    assert screen.said == ["Rule “old” has come to its last day and is off.", "Rule “x”: 2 muted"]
