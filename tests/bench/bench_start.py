"""How soon the window stands: against an empty Qt window, with 10,000 papers.

    python -m tests.bench.bench_start [--runs N] [--papers N]

Both are started alike, in turn, before an X server whose pixels are watched:
wall time from the start of the process, and the CPU that it had used by then.
*Painted* is the first picture of the list, *usable* when `j` has moved the cursor and the
numbers of the sidebar stand.
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from paperdesk.app import doors
from paperdesk.ui.theme import LIGHT
from tests.bench import filled
from tests.bench.display import HEIGHT, WIDTH, Display, display

EMPTY = (sys.executable, "-m", "tests.bench.empty_window")
MARK, USABLE = 1.5, 1500.0


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds of one start."""

    wall: float
    cpu: float
    usable: float = 0.0


def main() -> None:
    """Start both in turn, and print the medians."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=15)
    asked.add_argument("--papers", type=int, default=10_000)
    options = asked.parse_args()
    doors.install()
    original = filled.folder(options.papers)
    with display() as screen, tempfile.TemporaryDirectory() as work:
        environment = _environment(screen, filled.copy(original, Path(work, "home")))
        _leave(screen, environment)
        pairs = [_pair(screen, environment) for _ in range(options.runs + 2)][2:]
    _print([empty for empty, _ in pairs], [full for _, full in pairs])


def _environment(screen: Display, home: Path) -> dict[str, str]:
    """Both find compiled bytecode, and nobody else's library."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **kept,
        "DISPLAY": screen.name,
        "QT_QPA_PLATFORM": "xcb",
        "PAPERDESK_HOME": str(home),
        "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "paperdesk-bench-bytecode"),
    }


def _leave(screen: Display, environment: dict[str, str]) -> None:
    """Use the window once and close it as a person does, so that there is a last screen."""
    # What a refresh would find, or not, changes the library: not while one measures.
    Path(environment["PAPERDESK_HOME"], "settings.toml").write_text("refresh = 0\n", "utf-8")
    process = subprocess.Popen(filled.PYTHON, env=environment)
    screen.until(_list_painted)
    time.sleep(3)
    subprocess.run(["xdotool", "key", "ctrl+q"], env=environment, check=True)
    process.wait(20)


def _pair(screen: Display, environment: dict[str, str]) -> tuple[Start, Start]:
    return (
        _start(screen, environment, EMPTY, _centre_painted),
        _start(screen, environment, filled.PYTHON, _list_painted, _usable),
    )


def _start(
    screen: Display,
    environment: dict[str, str],
    command: tuple[str, ...],
    painted: Callable[[Display], bool],
    usable: Callable[[Display], bool] | None = None,
) -> Start:
    """One start, from nothing on the screen to nothing again."""
    screen.until(lambda seen: not any(seen.row(HEIGHT // 3)))
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment)
    try:
        seen = used = screen.until(painted)
        cpu = _cpu(process.pid)
        if usable is not None:
            subprocess.run(["xdotool", "key", "j"], env=environment, check=True)
            used = screen.until(usable)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    return Start((seen - begun) * 1000, cpu, (used - begun) * 1000)


def _centre_painted(screen: Display) -> bool:
    return any(screen.row(HEIGHT // 3, WIDTH // 2, WIDTH // 2 + 8))


def _list_painted(screen: Display) -> bool:
    """Whether words stand where the first card is: ink on paper gives many greys."""
    return _inks(screen, range(150, 260, 3), 330, 570) > 12


def _usable(screen: Display) -> bool:
    """Whether the cursor is on the second card and the numbers stand."""
    accent = bytes.fromhex(LIGHT.accent[1:])[::-1]
    moved = accent in screen.row(340, 295, 320)
    days, line = range(136, 156), range(836, 852)
    return moved and _inks(screen, days, 262, 292) > 4 and _inks(screen, line, 1150, 1330) > 4


def _inks(screen: Display, rows: range, left: int, right: int) -> int:
    """How many colours there are in a part of the screen."""
    lines = (screen.row(row, left, right) for row in rows)
    return len({line[at : at + 4] for line in lines for at in range(0, len(line), 4)})


def _cpu(process: int) -> float:
    """Milliseconds that all threads of a process have run."""
    total = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        total += int((task / "schedstat").read_text("ascii").split()[0])
    return total / 1e6


def _print(empty: list[Start], full: list[Start]) -> None:
    print(f"{'first paint, ms':<24}{'empty':>9}{'ours':>9}{'ratio':>8}{'mark':>7}")  # noqa: T201
    for what in ("wall", "cpu"):
        ours, theirs = (
            statistics.median(getattr(one, what) for one in runs) for runs in (full, empty)
        )
        print(f"{what:<24}{theirs:>9.0f}{ours:>9.0f}{ours / theirs:>8.2f}{MARK:>7}")  # noqa: T201
    ready = statistics.median(one.usable for one in full)
    print(f"{'usable':<24}{'':>9}{ready:>9.0f}{ready / USABLE:>8.2f}{USABLE:>7.0f}")  # noqa: T201


if __name__ == "__main__":
    main()
