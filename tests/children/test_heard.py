"""What a child says of a file, and how it is told where it goes wrong."""

import socket
from collections.abc import Iterator

import pytest

from paperdesk.children.checks import encode_error
from paperdesk.children.child import Died, Unstarted
from paperdesk.children.heard import answers, told
from paperdesk.children.wire import Garbled, Gone, Wire
from paperdesk.domain.errors import BadDocument, Cancelled, Refused

Line = tuple[Wire, Wire]


@pytest.fixture
def line() -> Iterator[Line]:
    """Both ends of a line: the parent's, the child's."""
    here, there = (Wire(end) for end in socket.socketpair())
    yield here, there
    here.close()
    there.close()


def wanted() -> None:
    """Somebody does."""


def unwanted() -> None:
    raise Cancelled("Feed: stopped.")


def test_all_that_is_said_is_heard_in_its_order(line: Line) -> None:
    here, there = line
    for number in range(3):
        there.send({"entry": number})
    said = answers(here, 10, wanted)
    assert [next(said)["entry"] for _ in range(3)] == [0, 1, 2]


def test_what_the_child_refuses_with_is_raised(line: Line) -> None:
    here, there = line
    there.send(encode_error(BadDocument("It is no feed.")))
    with pytest.raises(BadDocument, match="It is no feed"):
        next(answers(here, 10, wanted))


def test_silence_ends_with_the_patience_and_with_who_wants_it(line: Line) -> None:
    here, _ = line
    with pytest.raises(TimeoutError):
        next(answers(here, 0.0, wanted))
    with pytest.raises(Cancelled):
        next(answers(here, 10, unwanted))


def test_what_is_no_answer_is_garbled(line: Line) -> None:
    here, there = line
    there.send(["x"])
    with pytest.raises(Garbled):
        next(answers(here, 10, wanted))


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (TimeoutError(), BadDocument, "Too slow."),
        (Died(), BadDocument, "It died."),
        (Gone(), BadDocument, "It died."),
        (Garbled("x"), BadDocument, "It died."),
        (Unstarted(), Refused, "The program that reads feeds could not be started. Start Paper"),
    ],
)
def test_each_way_to_fail_has_its_sentence(
    error: Exception, kind: type[Exception], said: str
) -> None:
    with (
        pytest.raises(kind, match=said),
        told("feeds", wanted, slow="Too slow.", died="It died."),
    ):
        raise error


def test_a_child_that_was_ended_as_nobody_wants_it_says_nothing() -> None:
    with pytest.raises(Cancelled), told("feeds", unwanted, slow="Too slow.", died="It died."):
        raise Died
