"""A program that is killed within its work, each time a little later."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

MOMENTS = 50
"""Of a piece of work, in which it is killed by turns; the last lies behind its end."""


def killed(script: str, after: float, *words: str) -> None:
    """Run a script and kill it so many seconds after it said, by a line, that it begins."""
    process = subprocess.Popen(
        (sys.executable, "-c", script, *words), stdout=subprocess.PIPE, env={**os.environ}
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def spared(script: str, *words: str) -> float:
    """Run a script to its end; how many seconds its work took."""
    process = subprocess.Popen(
        (sys.executable, "-c", script, *words), stdout=subprocess.PIPE, env={**os.environ}
    )
    assert process.stdout is not None
    process.stdout.readline()
    begun = time.monotonic()
    process.stdout.read()
    spent = time.monotonic() - begun
    process.stdout.close()
    assert process.wait() == 0
    return spent


def moments(times: int, span: float) -> Iterator[float]:
    """The moments of so many kills within work of so many seconds."""
    for turn in range(times):
        yield (turn * 17 % MOMENTS) / (MOMENTS - 1) * span * 1.1
