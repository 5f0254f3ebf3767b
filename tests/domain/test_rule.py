"""Rules as they are written down."""

from datetime import date

import pytest

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.rule import Action, Rule, sound


@pytest.mark.parametrize(
    ("query", "circumstantial"),
    [("cat", False), ("author:he -org:x", False), ("cat -is:read", True), ("tag:a OR b", True)],
)
def test_a_rule_knows_whether_it_is_about_what_the_user_does(
    query: str, circumstantial: bool
) -> None:
    assert Rule("r", query).circumstantial is circumstantial


def test_a_rule_lasts_through_its_last_day() -> None:
    rule = Rule("r", "cat", expires=date(2026, 5, 2))
    assert not rule.over(date(2026, 5, 2))
    assert rule.over(date(2026, 5, 3))


def test_only_a_mute_shows_what_is_muted() -> None:
    assert Rule("r", "cat").shelf.query == 'rule:"r" -is:muted'
    assert Rule("r", "cat", Action.HIDE).shelf.query == 'rule:"r"'


def test_a_rule_is_kept_in_one_form() -> None:
    rule = sound(Rule("  Long \n context ", " cat ", Action.TAG, tag="+pets"))
    assert (rule.name, rule.query, rule.tag) == ("Long context", "cat", "pets")


@pytest.mark.parametrize("query", ["late:2026-05", "cat -late:>=2026"])
def test_a_rule_cannot_ask_for_what_changes_without_any_paper_changing(query: str) -> None:
    with pytest.raises(WrongUsage, match="late"):
        sound(Rule("Latecomers", query))
