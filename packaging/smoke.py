"""Shows that a built PaperDesk works: verbs, a window, real keys, its workers.

`python packaging/smoke.py PROGRAM` wants an X display of its own, with a window
manager. The first minute of a new user, with the demo: see the list, open a
paper, turn a page, leave. It fails with the step that did not happen.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

Answer = TypeVar("Answer")

PATIENCE = 30.0
"""Seconds that a step may take on a slow machine."""


def main(program: Path) -> None:
    """Go through the first minute, from a folder that nobody knows."""
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        os.environ["PAPERDESK_HOME"] = str(Path(work, "my desk"))
        say_version_and_list(program)
        with running(str(program), "--demo") as desk:
            read_a_paper(desk)


def say_version_and_list(program: Path) -> None:
    """Ask the verbs, which need no window: a fresh desk has no papers."""
    version = output(str(program), "--version")
    papers = json.loads(output(str(program), "list", "--json"))
    if not version or papers != []:
        sys.exit(f"smoke: version {version!r}, papers {papers!r}")


def read_a_paper(desk: subprocess.Popen[bytes]) -> None:
    """See the list, open its first paper, turn a page, and leave."""
    window = until("a window shows", lambda: windows(desk)).split()[0]
    output("xdotool", "windowactivate", "--sync", window, "windowsize", window, "1400", "860")
    until("the list is painted", lambda: colours() > 100)
    before = screen()
    press("Return")
    until("a paper opens", lambda: screen() != before)
    until("the workers run", lambda: {"--worker", "--index"} <= roles(desk))
    before = screen()
    press("Next")
    until("the page turns", lambda: screen() != before)
    press("ctrl+q")
    until("the program ends", lambda: desk.poll() is not None)
    if desk.returncode != 0:
        sys.exit(f"smoke: the program ended with {desk.returncode}")


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is stopped in the end, should it still run."""
    with subprocess.Popen(command) as process:
        try:
            yield process
        finally:
            process.kill()


def until(step: str, happened: Callable[[], Answer]) -> Answer:
    """Wait until something has happened, and hand over what it answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        answer = happened()
        if answer:
            return answer
        time.sleep(0.2)
    sys.exit(f"smoke: it did not happen that {step}")


def output(*command: str) -> str:
    """What a command prints; its failure is ours."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def windows(desk: subprocess.Popen[bytes]) -> str:
    """The windows that a process shows, by their numbers."""
    search = ("xdotool", "search", "--onlyvisible", "--pid", str(desk.pid))
    return subprocess.run(search, check=False, stdout=subprocess.PIPE, text=True).stdout


def press(keys: str) -> None:
    """Press keys as a person would."""
    output("xdotool", "key", keys)


def screen() -> bytes:
    """What is to be seen right now."""
    picture = ("import", "-window", "root", "ppm:-")
    return subprocess.run(picture, check=True, stdout=subprocess.PIPE).stdout


def colours() -> int:
    """How many colours are to be seen: an empty window has a handful."""
    count = ("identify", "-format", "%k", "-")
    return int(subprocess.run(count, check=True, input=screen(), stdout=subprocess.PIPE).stdout)


def roles(desk: subprocess.Popen[bytes]) -> set[str]:
    """What the children of a process were started as."""
    threads = Path(f"/proc/{desk.pid}/task").glob("*/children")
    pids = " ".join(thread.read_text() for thread in threads).split()
    lines = [Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0") for pid in pids]
    return {line[1] for line in lines if len(line) > 1}


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
