"""A watch on the event loop of the window: how long each of its turns takes."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from paperdesk.app import opening

PATIENCE = 30.0


def quantile(times: Sequence[float], share: float) -> float:
    """What this share of the times stays below."""
    ordered = sorted(times) or [0.0]
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


@dataclass
class Turns:
    """Milliseconds of each turn: by the clock, and of this thread's processor time.

    `own` is by the clock without the time in which other programs had the processor.
    """

    wall: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    longest: tuple[float, str] = (0.0, "")


class TimedApplication(QApplication):
    """Times every event that is not inside another one."""

    def __init__(self) -> None:
        super().__init__(["paperdesk"])
        sys.setswitchinterval(opening.SWITCH)
        self._turns = Turns()
        self._inside = False
        self._queued = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
        self._pulse = QTimer(self, interval=5)
        self._pulse.start()

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event, with a watch on it."""
        if self._inside:
            return super().notify(receiver, event)
        self._inside = True
        name = f"{event.type().name} to {type(receiver).__name__}"
        wall, cpu, queued = time.perf_counter(), time.thread_time(), self._waited()
        try:
            return super().notify(receiver, event)
        finally:
            spent = (time.perf_counter() - wall) * 1000
            self._turns.cpu.append((time.thread_time() - cpu) * 1000)
            self._turns.wall.append(spent)
            self._turns.own.append(spent - self._waited() + queued)
            self._turns.longest = max(self._turns.longest, (spent, name))
            self._inside = False

    def _waited(self) -> float:
        """Milliseconds for which this thread has waited for a processor so far."""
        return int(os.pread(self._queued, 100, 0).split()[1]) / 1e6

    @contextmanager
    def watched(self) -> Iterator[Turns]:
        """The turns from here to the end of the block."""
        self._turns = Turns()
        yield self._turns

    def turn(self) -> None:
        """One turn of the loop; there is one at least every few milliseconds."""
        self.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def until(self, met: Callable[[], object], patience: float = PATIENCE) -> float:
        """Turn until something holds; milliseconds that it took."""
        begun = time.perf_counter()
        while not met():
            if time.perf_counter() - begun > patience:
                raise TimeoutError("it did not come to pass")
            self.turn()
        return (time.perf_counter() - begun) * 1000

    def rest(self, seconds: float) -> None:
        """Turn for a while."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)
