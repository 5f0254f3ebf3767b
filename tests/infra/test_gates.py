"""Who comes next where one at a time is let through."""

import threading
import time
from collections.abc import Callable

import pytest

from paperdesk.infra.gates import Gate, Open
from paperdesk.infra.jobs import nothing
from tests.clock import until


class Enough(Exception):
    """Somebody no longer wants to wait."""


def give_up() -> None:
    raise Enough


def tired(looks: int) -> Callable[[], None]:
    """Whoever wants to wait no longer than so many looks."""
    left = iter(range(looks - 1))

    def check() -> None:
        if next(left, None) is None:
            raise Enough

    return check


def queue(gate: Gate, order: list[str], *names: str, urgency: int = 0) -> list[threading.Thread]:
    """Let threads stand in line, one behind the other."""

    def pass_through(name: str) -> None:
        with gate.turn(nothing, urgency=urgency):
            order.append(name)

    threads = [threading.Thread(target=pass_through, args=(name,)) for name in names]
    for thread in threads:
        standing = len(gate._line)
        thread.start()
        until(lambda standing=standing: len(gate._line) > standing)  # type: ignore[misc]
    return threads


def test_those_who_wait_go_in_their_order() -> None:
    gate, order = Gate(0.0), list[str]()
    with gate.turn(nothing):
        threads = queue(gate, order, "first", "second", "third")
        assert order == []
    for thread in threads:
        thread.join()
    assert order == ["first", "second", "third"]


def test_the_urgent_go_first() -> None:
    gate, order = Gate(0.0), list[str]()
    with gate.turn(nothing):
        threads = queue(gate, order, "patient") + queue(gate, order, "urgent", urgency=1)
    for thread in threads:
        thread.join()
    assert order == ["urgent", "patient"]


def test_the_pause_begins_with_the_answer() -> None:
    gate = Gate(0.3)
    with gate.turn(nothing) as answered:
        answered()
        time.sleep(0.2)
    left: list[float] = []
    with gate.turn(nothing, tell=left.append):
        assert max(left, default=0.0) <= 0.1


def test_one_who_gives_up_leaves_the_line() -> None:
    gate = Gate(0.0)
    with pytest.raises(Enough), gate.turn(give_up):
        pass
    with gate.turn(nothing):
        pass


def test_an_error_inside_frees_the_turn() -> None:
    gate = Gate(0.0)
    with pytest.raises(Enough), gate.turn(nothing):
        give_up()
    with gate.turn(nothing):
        pass


def test_an_open_gate_lets_anybody_through() -> None:
    gate = Open()
    with gate.turn(nothing), gate.turn(nothing):
        pass
    with pytest.raises(Enough), gate.turn(give_up):
        pass


def test_who_waits_is_told_how_long() -> None:
    gate, told = Gate(0.3), list[float]()
    with gate.turn(nothing, tell=told.append):
        assert told == []
    with gate.turn(nothing, tell=told.append):
        assert told[0] == pytest.approx(0.3, abs=0.1)


def test_who_stands_behind_others_waits_longer() -> None:
    gate, told = Gate(0.1), list[float]()
    with gate.turn(nothing):
        threads = queue(gate, [], "first")
        with pytest.raises(Enough), gate.turn(tired(2), tell=told.append):
            raise AssertionError
    for thread in threads:
        thread.join()
    assert told == [pytest.approx(0.1)]
