import json
from array import array

from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.query import Term
from paperdesk.infra.known import Known, asked_as

NUMBERS = st.lists(st.integers(0, 30_000), unique=True)


@given(found=NUMBERS, unjudged=NUMBERS)
def test_who_is_looked_at_is_not_taken_from_what_was_told(
    found: list[int], unjudged: list[int]
) -> None:
    known = Known.told({Term("cat"): array("q", found)}, unjudged)
    told = json.loads(known.met[asked_as(Term("cat"))])
    assert told == [one for one in found if one not in set(unjudged)]
    assert set(json.loads(known.unjudged)) == set(unjudged)


def test_a_long_list_is_whole() -> None:
    known = Known.told({Term("cat"): array("q", range(50_000))}, [7, 8_192])
    told = json.loads(known.met[asked_as(Term("cat"))])
    assert len(told) == 49_998
    assert told[-1] == 49_999


def test_conditions_are_told_apart() -> None:
    alike = [Term("a"), Term("a", "title"), Term("a", phrase=True), Term("a", prefix=True)]
    assert len({asked_as(term) for term in alike}) == 4
