"""A limit on what a regular expression may take: some need longer than anyone lives."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooLong(Exception):
    """The time is up."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Let what is inside use so much of the processor; then it ends by `TooLong`.

    *Why a signal:* Python's regular expressions look for one while they search,
    and for nothing else. The clock counts this process's own work only, so that
    a busy machine is no reason to give up. In the main thread, as a worker is.
    """
    former = signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise TooLong
