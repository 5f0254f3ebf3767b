"""When somebody was last here is remembered."""

from paperdesk.domain.visit import PAUSE
from paperdesk.infra.changes import Changes
from paperdesk.library import Visits
from paperdesk.library.visits import last_visit

MORNING = 1_000_000.0
EVENING = MORNING + 8 * 3600


def test_nobody_was_here_before_the_first_visit(changes: Changes) -> None:
    assert last_visit(changes.database.read(), MORNING) is None
    Visits(changes).come(MORNING)
    assert last_visit(changes.database.read(), MORNING + 60) is None


def test_a_visit_is_known_to_have_ended_before_anybody_is_seen_again(changes: Changes) -> None:
    visits = Visits(changes)
    visits.come(MORNING)
    visits.come(MORNING + PAUSE)
    assert last_visit(changes.database.read(), EVENING) == MORNING + PAUSE


def test_another_start_of_the_program_goes_on_with_the_visit(changes: Changes) -> None:
    Visits(changes).come(MORNING)
    Visits(changes).come(EVENING)
    Visits(changes).come(EVENING + 600)
    assert last_visit(changes.database.read(), EVENING + 601) == MORNING
