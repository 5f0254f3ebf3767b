"""Time in tests that does not depend on who else works on this machine."""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PATIENCE = 60.0
"""Seconds after which what was waited for will not happen."""


def own_time() -> float:
    """Seconds, less those in which the tests were ready and had to wait for a processor."""
    return time.monotonic() - waited(os.getpid())


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done here takes less than so many seconds of our own."""
    began = own_time()
    yield
    assert own_time() - began < seconds, "it took too long"


def waited(thread: int) -> float:
    """Seconds that a thread, or the main one of a process, waited; 0 if nobody counts."""
    try:
        return int(Path(f"/proc/{thread}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def until(happened: Callable[[], object]) -> None:
    """Wait until something has happened."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.01)


def once(happened: Callable[[], object], act: Callable[[], object]) -> threading.Thread:
    """Do something from another thread once something has happened, or will not any more."""

    def wait_and_act() -> None:
        try:
            until(happened)
        finally:
            act()

    thread = threading.Thread(target=wait_and_act, daemon=True)
    thread.start()
    return thread
