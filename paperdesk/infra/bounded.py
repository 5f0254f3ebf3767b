"""What keeps to bounds, as conditions on the table `paper`: counts, days, amounts, names.

Each is a list of papers that SQLite finds in an index of just these.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from math import inf

from paperdesk.domain.facts import DATASET, RATING, VERSION, bounds, name_key
from paperdesk.domain.query import Term, comparisons

Condition = tuple[str, list[object]]
"""An SQL expression and the values for its question marks."""

EVERYTHING: Condition = ("1", [])
NOTHING: Condition = ("0", [])

_DAYS = range(date.min.toordinal(), date.max.toordinal() + 1)
_EPOCH = date(1970, 1, 1).toordinal()


def count(term: Term) -> Condition:
    """What a community counts; of what nobody has counted nothing is known."""
    tests = bounds(term.field, term.value)
    if tests is None:
        return NOTHING
    if not tests:
        return EVERYTHING
    return _by_index(term.field, f"{term.field} IS NOT NULL", tests)


def _by_index(column: str, known: str, tests: Sequence[tuple[str, float]]) -> Condition:
    """The papers within some bounds, out of an index of what is known in a column."""
    within = "".join(f" AND {column} {sign} ?" for sign, _ in tests)
    papers = f"SELECT id FROM paper WHERE {known}{within}"
    return f"paper.id IN ({papers})", [number for _, number in tests]


def added(term: Term) -> Condition:
    """The days on which papers came, in UTC as all days are."""
    tests: list[str] = []
    values: list[object] = []
    for sign, operand in comparisons(term.value):
        tests.append(f"added_at {'>=' if sign in ('>', '>=') else '<'} ?")
        values.append(_midnight(operand, after=sign in (">", "<=")))
    papers = f"SELECT id FROM paper WHERE {' AND '.join(tests) or '1'}"
    return f"paper.id IN ({papers})", values


def _midnight(operand: str, *, after: bool) -> float:
    """When the first day begins that is not before an operand, or the first `after` it."""
    find = bisect_right if after else bisect_left
    number = find(_DAYS, operand, key=lambda day: date.fromordinal(day).isoformat())
    return (_DAYS[number] - _EPOCH) * 86_400.0 if number < len(_DAYS) else inf


def year(term: Term) -> Condition:
    """The years in which papers were published."""
    tests = ["paper.year IS NOT NULL"]
    values: list[object] = []
    for operator, operand in comparisons(term.value):
        digits = operand.rstrip("~")
        if not digits.isdecimal() or len(digits) > 4:
            return NOTHING
        tests.append(f"paper.year {operator} ?")
        values.append(int(digits.ljust(4, "9" if operand.endswith("~") else "0")))
    return (f"({' AND '.join(tests)})", values) if values else EVERYTHING


def version(term: Term) -> Condition:
    """The newest version that is known; a paper that has none is of none."""
    tests = bounds(VERSION, term.value)
    return NOTHING if tests is None else _by_index(VERSION, "version > 0", tests)


def rating(term: Term) -> Condition:
    """How a paper was rated; 0 is not rated, which no other bounds are about."""
    tests = bounds(RATING, term.value)
    if tests == (("=", 0.0),):
        return "NOT paper.id IN (SELECT id FROM paper WHERE rating > 0)", []
    return NOTHING if tests is None else _by_index(RATING, "rating > 0", tests)


def amount(term: Term) -> Condition:
    """What a paper says of a model: any of its numbers will do."""
    tests = bounds(term.field, term.value)
    if tests is None:
        return NOTHING
    if not tests:
        return EVERYTHING
    within = " AND ".join(f"value {sign} ?" for sign, _ in tests)
    papers = f"SELECT paper FROM fact WHERE name = ? AND {within}"
    return f"paper.id IN ({papers})", [term.field, *(number for _, number in tests)]


def dataset(term: Term) -> Condition:
    """A data set by its name: a phrase is all of it, a word its beginning."""
    key = name_key(term.value)
    if not key:
        return NOTHING
    last = key if term.phrase else f"{key}\U0010ffff"
    papers = "SELECT paper FROM fact WHERE name = ? AND key >= ? AND key <= ? AND key <> ''"
    return f"paper.id IN ({papers})", [DATASET, key, last]
