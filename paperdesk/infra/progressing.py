"""How far papers were read, as conditions on the table `paper`: as `domain.progress` tells it."""

from paperdesk.domain.facts import READ, bounds
from paperdesk.domain.progress import ENOUGH, Status
from paperdesk.domain.query import Term
from paperdesk.infra.bounded import EVERYTHING, NOTHING, Condition

_SPANS = "json_each(CASE WHEN json_valid(seen) THEN seen ELSE '[]' END)"
_LOOKED_AT = (
    "(SELECT coalesce(sum(json_extract(value, '$[1]') - json_extract(value, '$[0]') + 1), 0)"
    f" FROM {_SPANS})"
)
_PERCENT = (
    f"CASE WHEN status = '{Status.READ}' THEN 100 WHEN pages > 0"
    f" THEN min(100, 100 * {_LOOKED_AT} / pages) ELSE 0 END"
)
_STATUS = (
    f"CASE WHEN status IN ({', '.join(repr(str(one)) for one in Status)}) THEN status"
    f" WHEN {_LOOKED_AT} = 0 THEN '{Status.UNSTARTED}'"
    f" WHEN {_PERCENT} >= {ENOUGH} THEN '{Status.READ}' ELSE '{Status.READING}' END"
)


def _in_status(*statuses: Status) -> str:
    names = ", ".join(repr(str(one)) for one in statuses)
    return f"paper.id IN (SELECT paper FROM progress WHERE {_STATUS} IN ({names}))"


PROGRESSED = {
    "unstarted": f"NOT {_in_status(Status.READING, Status.READ)}",
    "reading": _in_status(Status.READING),
    "finished": _in_status(Status.READ),
}
"""How far a paper `is` read; one that nobody opened is not started."""


def share(term: Term) -> Condition:
    """How much of its pages was read, in percent; of what nobody began it is nothing."""
    tests = bounds(READ, term.value)
    if tests is None:
        return NOTHING
    if not tests:
        return EVERYTHING
    within = " AND ".join(f"{_PERCENT} {sign} ?" for sign, _ in tests)
    found = f"paper.id IN (SELECT paper FROM progress WHERE {within})"
    if all(_holds(0.0, sign, number) for sign, number in tests):
        found = f"({found} OR paper.id NOT IN (SELECT paper FROM progress))"
    return found, [number for _, number in tests]


def _holds(value: float, sign: str, number: float) -> bool:
    return {
        "=": value == number,
        ">": value > number,
        ">=": value >= number,
        "<": value < number,
        "<=": value <= number,
    }[sign]
