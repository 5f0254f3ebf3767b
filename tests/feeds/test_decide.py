"""What a listing changes: decided without a database."""

from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.feed import Entry
from paperdesk.domain.paper import Counts, Found, PaperId
from paperdesk.feeds.decide import Known, Plan, Sight, decide


def sight(paper: int, rank: int = 1, *, key: str = "", upvotes: int | None = None) -> Sight:
    found = Found(f"Paper {paper}", counts=Counts(upvotes))
    return Sight(PaperId(paper), Entry(found, rank, key))


def known(
    paper: int, rank: int = 1, *, key: str = "", upvotes: int | None = None, seen: float = 1.0
) -> Known:
    return Known(paper * 100, PaperId(paper), key, rank, Counts(upvotes), seen)


def test_a_paper_that_was_not_listed_is_added() -> None:
    plan = decide([known(1)], [sight(1), sight(2, 2)], 2.0)
    assert [add.paper for add in plan.adds] == [2]


def test_a_paper_that_left_the_list_stays() -> None:
    assert decide([known(1), known(2)], [sight(1)], 2.0).adds == ()
    assert [move.known.paper for move in decide([known(1), known(2)], [sight(1)], 2.0).moves] == [1]


def test_a_rank_that_moved_is_noticed() -> None:
    (move,) = decide([known(1, 5)], [sight(1, 2)], 2.0).moves
    assert (move.moved, move.rank) == (True, 2)


def test_a_count_that_moved_is_noticed() -> None:
    (move,) = decide([known(1, upvotes=3)], [sight(1, upvotes=4)], 2.0).moves
    assert (move.moved, move.counts.upvotes) == (True, 4)


def test_a_count_that_is_no_longer_told_stays() -> None:
    (move,) = decide([known(1, upvotes=3)], [sight(1)], 2.0).moves
    assert (move.moved, move.counts.upvotes) == (False, 3)


def test_an_older_listing_moves_nothing_back() -> None:
    plan = decide([known(1, 1, upvotes=9, seen=5.0)], [sight(1, 7, upvotes=2)], 4.0)
    assert plan == Plan()


def test_an_older_listing_still_adds() -> None:
    plan = decide([known(1, seen=5.0)], [sight(2)], 4.0)
    assert [add.paper for add in plan.adds] == [2]


def test_an_entry_is_known_by_its_key_too() -> None:
    plan = decide([known(1, key="guid")], [sight(9, key="guid")], 2.0)
    assert (plan.adds, [move.known.paper for move in plan.moves]) == ((), [1])


def test_an_empty_key_is_nobodys() -> None:
    assert len(decide([known(1)], [sight(2)], 2.0).adds) == 1


def test_the_first_of_two_sights_counts() -> None:
    plan = decide([], [sight(1, 1), sight(1, 2)], 1.0)
    assert [add.entry.rank for add in plan.adds] == [1]


ids = st.integers(1, 8)
listings = st.lists(ids, unique=True).map(
    lambda papers: [sight(paper, rank) for rank, paper in enumerate(papers, start=1)]
)


def merged(known_: list[Known], sights: list[Sight], taken: float) -> list[Known]:
    """What is known after a plan was carried out."""
    plan = decide(known_, sights, taken)
    after = {one.id: one for one in known_}
    for move in plan.moves:
        one = move.known
        after[one.id] = Known(one.id, one.paper, one.key, move.rank, move.counts, taken)
    for add in plan.adds:
        after[add.paper * 100] = known(add.paper, add.entry.rank, seen=taken)
    return list(after.values())


@given(st.lists(listings, max_size=5))
def test_nothing_that_was_listed_is_ever_lost(days: list[list[Sight]]) -> None:
    state: list[Known] = []
    for number, sights in enumerate(days, start=1):
        state = merged(state, sights, float(number))
    listed = {one.paper for sights in days for one in sights}
    assert {one.paper for one in state} == listed
    assert len(state) == len(listed)


@given(listings, listings)
def test_the_order_of_arrival_does_not_matter(old: list[Sight], new: list[Sight]) -> None:
    in_order = merged(merged([], old, 1.0), new, 2.0)
    late = merged(merged([], new, 2.0), old, 1.0)
    ranks = {one.paper: one.rank for one in in_order}
    assert {one.paper: one.rank for one in late} == ranks


@given(listings)
def test_the_same_again_changes_nothing(sights: list[Sight]) -> None:
    state = merged([], sights, 1.0)
    plan = decide(state, sights, 2.0)
    assert plan.adds == ()
    assert not any(move.moved for move in plan.moves)
