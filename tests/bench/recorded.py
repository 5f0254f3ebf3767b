"""The world of recordings, played by a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench.filled import SHARED


@contextmanager
def world() -> Iterator[str]:
    """The address of the sources."""
    command = (sys.executable, str(SHARED / "tools/world.py"), "--port", "0")
    playing = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert playing.stdout is not None
    try:
        yield json.loads(playing.stdout.readline())["hugging_face"]
    finally:
        playing.terminate()
        playing.wait()
