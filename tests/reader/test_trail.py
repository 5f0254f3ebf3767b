from paperdesk.domain.note import Place
from paperdesk.reader.trail import LONGEST, Trail

A, B, C, D = (Place(page) for page in range(4))


def test_back_goes_where_the_jump_began_and_forward_returns() -> None:
    trail = Trail[Place]()
    trail.leave(A)
    assert trail.back(B, 1) == A
    assert trail.back(A, -1) == B


def test_several_steps_are_taken_at_once() -> None:
    trail = Trail[Place]()
    trail.leave(A)
    trail.leave(B)
    trail.leave(C)
    assert trail.back(D, 2) == B
    assert trail.back(B, -2) == D


def test_too_many_steps_end_at_the_first_place() -> None:
    trail = Trail[Place]()
    trail.leave(A)
    assert trail.back(B, 9) == A


def test_without_jumps_there_is_no_way_back() -> None:
    assert Trail[Place]().back(A, 1) is None
    assert Trail[Place]().back(A, -1) is None


def test_a_new_jump_forgets_the_way_forward() -> None:
    trail = Trail[Place]()
    trail.leave(A)
    trail.back(B, 1)
    trail.leave(C)
    assert trail.back(D, -1) is None


def test_a_place_left_twice_is_one_step() -> None:
    trail = Trail[Place]()
    trail.leave(A)
    trail.leave(A)
    trail.back(B, 1)
    assert trail.back(A, 1) is None


def test_the_trail_has_an_end() -> None:
    trail = Trail[Place]()
    for page in range(LONGEST + 50):
        trail.leave(Place(page))
    assert trail.back(A, LONGEST + 50) == Place(50)


def test_a_cleared_trail_leads_nowhere() -> None:
    trail = Trail[Place]()
    trail.leave(A)
    trail.clear()
    assert trail.back(B, 1) is None


def test_to_and_fro_between_the_last_jump_and_its_beginning() -> None:
    trail = Trail[Place]()
    assert trail.swap(A) is None
    trail.leave(A)
    assert trail.swap(B) == A
    assert trail.swap(A) == B
    assert trail.back(B, 1) == A
