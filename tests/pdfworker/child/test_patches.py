"""Boxes that touch become one, and stay apart where they do not."""

from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.note import Quad
from paperdesk.pdfworker.child.patches import CELL, touching

spots = st.integers(0, 300).map(float)
boxes = st.lists(
    st.tuples(spots, spots, st.integers(0, 60), st.integers(0, 60)).map(
        lambda it: (it[0], it[1], it[0] + it[2], it[1] + it[3])
    ),
    max_size=25,
)


def test_boxes_that_overlap_are_one() -> None:
    assert touching([(0, 0, 20, 20), (15, 15, 40, 40)]) == [(0, 0, 40, 40)]


def test_boxes_apart_stay_apart() -> None:
    apart: list[Quad] = [(0, 0, 20, 20), (60, 0, 80, 20)]
    assert sorted(touching(apart)) == apart


def test_a_chain_of_boxes_is_one() -> None:
    chain: list[Quad] = [(x, 0.0, x + 10.0, 5.0) for x in range(0, 200, 10)]
    assert touching(chain) == [(0, 0, 200, 5)]


def test_nothing_is_nothing() -> None:
    assert touching([]) == []


def test_a_box_far_beyond_the_page_does_no_harm() -> None:
    assert len(touching([(-1e6, -1e6, 1e9, 1e9)])) == 1


@given(boxes)
def test_every_box_lies_in_what_it_became_part_of(given_boxes: list[Quad]) -> None:
    made = touching(given_boxes)
    for left, top, right, bottom in given_boxes:
        assert any(
            one[0] <= left and one[1] <= top and right <= one[2] and bottom <= one[3]
            for one in made
        )


@given(boxes)
def test_boxes_that_overlap_never_end_up_apart(given_boxes: list[Quad]) -> None:
    made = touching(given_boxes)
    for one in given_boxes:
        for other in given_boxes:
            if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]:
                assert any(_holds(box, one) and _holds(box, other) for box in made)


@given(boxes)
def test_what_became_one_hangs_together(given_boxes: list[Quad]) -> None:
    """No gap wider than three cells runs across a box that was made of several."""
    for made in touching(given_boxes):
        inside = sorted(box for box in given_boxes if _holds(made, box))
        reach = inside[0][2]
        for box in inside[1:]:
            assert box[0] - reach <= 3 * CELL
            reach = max(reach, box[2])


def _holds(box: Quad, other: Quad) -> bool:
    return box[0] <= other[0] and box[1] <= other[1] and other[2] <= box[2] and other[3] <= box[3]
