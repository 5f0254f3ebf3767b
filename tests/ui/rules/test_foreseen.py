"""What a query would have hit, in words."""

from datetime import date

from paperdesk.domain.paper import PaperId
from paperdesk.domain.rule import Rehearsal
from paperdesk.ui.rules.foreseen import by_day, summary

FIRST, SECOND = date(2026, 5, 1), date(2026, 5, 2)


def test_papers_and_days_are_counted() -> None:
    found = Rehearsal((PaperId(1), PaperId(2), PaperId(3)), {FIRST: 1, SECOND: 2}, SECOND)
    assert summary(found) == "3 papers of the 30 days up to 2 May 2026, on 2 days"
    assert by_day(found.days) == "2 May 2  ·  1 May 1"


def test_nothing_is_said_too() -> None:
    assert summary(Rehearsal(until=FIRST)) == "No paper of the 30 days up to 1 May 2026"
    assert summary(Rehearsal()) == "No paper here"
