"""An X screen of our own whose pixels can be read without asking anybody."""

import mmap
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1440, 900
_BYTES = 4


class Display:
    """The pixels of a running X server."""

    def __init__(self, name: str, pixels: mmap.mmap) -> None:
        self.name = name
        self._pixels = pixels
        # An XWD file: its own header, then the colours, then the pixels.
        header, colours = (int.from_bytes(pixels[at : at + 4], "big") for at in (0, 76))
        self._start = header + 12 * colours

    def row(self, y: int, left: int = 0, right: int = WIDTH) -> bytes:
        """The pixels of a part of a line."""
        begin = self._start + (y * WIDTH + left) * _BYTES
        return self._pixels[begin : begin + (right - left) * _BYTES]

    def pixels(self) -> bytes:
        """All pixels, line by line; of each its blue, its green, its red, and nothing."""
        return self._pixels[self._start : self._start + WIDTH * HEIGHT * _BYTES]

    def until(self, met: Callable[["Display"], bool], patience: float = 20.0) -> float:
        """Look every half millisecond; the moment at which it was met."""
        end = time.perf_counter() + patience
        while not met(self):
            if time.perf_counter() > end:
                raise TimeoutError("nothing was painted")
            time.sleep(0.0005)
        return time.perf_counter()


@contextmanager
def display() -> Iterator[Display]:
    """A screen with a window manager that lets windows be as large as they want."""
    for command in ("Xvfb", "openbox"):
        if shutil.which(command) is None:
            sys.exit(f"{command} is not here: nothing to measure on.")
    with tempfile.TemporaryDirectory() as folder:
        server, name = _server(folder)
        environment = {**os.environ, "DISPLAY": name}
        manager = subprocess.Popen(
            ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            with Path(folder, "Xvfb_screen0").open("r+b") as file:
                yield Display(name, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
        finally:
            for process in (manager, server):
                process.terminate()
                process.wait()


def _server(folder: str) -> tuple[subprocess.Popen[bytes], str]:
    """An X server that keeps its pixels in a folder, and the name it chose."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24",
         "-fbdir", folder, "-nolisten", "tcp", "-dpi", "96", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return server, f":{pipe.readline().strip()}"
