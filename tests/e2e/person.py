"""A person at the desk: starts the program, presses keys, looks, asks the verbs."""

import contextlib
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.bench.display import Display
from tests.clock import own_time, waited
from tests.e2e.pixels import Box, Picture, picture

T = TypeVar("T")

PROJECT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 25.0
"""Seconds that something may take, less those in which all waited for a processor."""

LONGEST = 120.0
"""Seconds by the clock on the wall, after which it has not happened on any machine."""

RAIL = "#d4d4d2"
"""Nearly the colour of the sidebar, whether or not a question dims it."""

PLAIN_RAIL = "#f5f5f3"
"""Its colour while no question dims it; the list, which takes its place, is white."""

REST = 0.25
"""Seconds for which a screen must not change to have come to rest."""

SIZE = (1400, 860)

# The panes of a window of that size in which nobody has moved anything.
SIDEBAR: Box = (0, 40, 198, 820)
LIST: Box = (205, 75, 540, 820)
PAPER: Box = (560, 45, 1100, 800)
SIDE: Box = (565, 75, 780, 300)
"""Beside the pages, where a panel lists what it holds."""
NOTE: Box = (1125, 75, 1390, 820)
WINDOW: Box = (0, 0, 1400, 860)


@dataclass(frozen=True, slots=True)
class Said:
    """What a verb answered."""

    code: int
    out: str
    err: str


class Person:
    """Somebody with a fresh library, who never sees the real user's screen or folders."""

    def __init__(self, folder: Path, screen: Display) -> None:
        self._screen = screen
        self.home = folder / "my desk"
        self.folder = folder
        self._errors = folder / "stderr.txt"
        self._window: subprocess.Popen[bytes] | None = None
        self._number = ""
        self._waited = 0.0
        user = folder / "user"
        self._environment = {
            **os.environ,
            "DISPLAY": screen.name,
            "HOME": str(user),
            "PAPERDESK_HOME": str(self.home),
            "QT_QPA_PLATFORM": "xcb",
            # Sockets have short names, so not below the folder of a test.
            "XDG_RUNTIME_DIR": tempfile.mkdtemp(prefix="desk-"),
            "PYTHONPATH": str(PROJECT),
        }
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            self._environment[f"XDG_{name}_HOME"] = str(user / name.lower())
        user.mkdir()
        self.home.mkdir()
        (self.home / "settings.toml").write_text('theme = "light"\nrefresh = 0\n')

    # The program.

    def start(self, *words: str) -> None:
        """Start the program and wait until its window takes keys."""
        with self._errors.open("ab") as errors:
            self._window = subprocess.Popen(
                (sys.executable, "-m", "paperdesk", *words),
                env=self._environment,
                cwd=self.folder,
                stdout=errors,
                stderr=errors,
            )
        self._waited = 0.0
        find = ("search", "--onlyvisible", "--pid", str(self._window.pid))
        shown = self.wait("a window shows", lambda: self._xdotool(*find, check=False))
        self._number = shown.split()[0]
        width, height = map(str, SIZE)
        self._xdotool("windowactivate", "--sync", self._number)
        self._xdotool("windowmove", self._number, "0", "0")
        self._xdotool("windowsize", "--sync", self._number, width, height)
        self.wait("its list is painted", lambda: self.see().holds(RAIL, SIDEBAR) > 10_000)

    def alive(self) -> bool:
        """Whether the program still runs."""
        return self._window is not None and self._window.poll() is None

    def quit(self) -> float:
        """Leave by Ctrl+Q; how many seconds it took to end."""
        assert self._window is not None
        began = own_time()
        self.press("ctrl+q")
        assert self._window.wait(LONGEST) == 0
        return own_time() - began

    def kill(self) -> None:
        """End the window as a power cut would."""
        assert self._window is not None
        self._window.send_signal(signal.SIGKILL)
        self._window.wait(LONGEST)

    def leave(self) -> str:
        """End what still runs; what the program complained about while it ran."""
        if self._window is not None and self._window.poll() is None:
            self.kill()
        log = self.home / "logs" / "paperdesk.log"
        written = log.read_text("utf-8") if log.exists() else ""
        bugs = [line for line in written.splitlines() if "A bug was met" in line]
        return "\n".join([*bugs, self._errors.read_text() if self._errors.exists() else ""]).strip()

    def workers(self) -> list[int]:
        """The processes that work for the window."""
        assert self._window is not None
        listed = Path(f"/proc/{self._window.pid}/task").glob("*/children")
        return [int(pid) for children in listed for pid in children.read_text().split()]

    # Hands.

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as xdotool names them."""
        self._xdotool("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type a text, some thirty keys a second.

        *Why others go slowly:* for a letter that the keyboard has not, a key is
        renamed as long as it is held, which a busy program must have seen by then.
        """
        for run in re.findall(r"[\x00-\x7f]+|[^\x00-\x7f]", text):
            self._xdotool("type", "--delay", "25" if run.isascii() else "800", run)

    def drag(self, *points: tuple[int, int]) -> None:
        """Draw the mouse over points with its button down."""
        moves = [f"mousemove {x} {y} sleep 0.05" for x, y in points]
        gesture = f"{moves[0]} mousedown 1 {' '.join(moves[1:])} mouseup 1"
        self._xdotool(*gesture.split())

    def select_lines(self) -> None:
        """Draw the mouse over the first lines of text of the page, if there are any."""
        found = self.line()
        if found is not None:
            x, y = found
            self.drag((x, y), (x + 60, y + 10), (x + 170, y + 40))

    def run_command(self, title: str) -> None:
        """Run a command by its title, from the palette."""
        self.press("ctrl+shift+p")
        self.type(title)
        self.press("Return")

    # Eyes.

    def see(self) -> Picture:
        """Look at the screen."""
        return picture(self._screen)

    def line(self) -> tuple[int, int] | None:
        """Where the first line of text on the page begins."""
        left, right = PAPER[0] + 60, PAPER[2] - 60
        seen = self.see()
        for top in range(80, 700, 2):
            columns = seen.ink((left, top, right, top + 6))
            if len(columns) > 15:
                return left + columns[0], top + 3
        return None

    def pages_show(self) -> bool:
        """Whether pages lie in the middle: beside them it is not white as beside an abstract."""
        beside = self.see().part((562, 100, 566, 700))
        return beside != b"\xff" * len(beside)

    def filled(self, box: Box) -> None:
        """Wait until something is written in a part of the screen."""
        self.wait("something is written there", lambda: len(self.see().ink(box)) > 15)

    def settled(self, box: Box, unlike: bytes = b"") -> bytes:
        """What a part of the screen shows once it has stopped changing."""
        shown, since = b"", 0.0

        def still() -> bytes:
            nonlocal shown, since
            now, moment = self.see().part(box), self.clock()
            if now != shown:
                shown, since = now, moment
            return now if now != unlike and moment - since >= REST else b""

        return self.wait("the screen comes to rest", still)

    def answers(self) -> float:
        """Hide and show the sidebar; how long the slower of the two took to be seen."""
        return max(self._answer(), self._answer())

    def _answer(self) -> float:
        # Not by any change there: numbers that arrive are no answer, and the next
        # press would take this one back before it was ever seen.
        before, began = self._sidebar_shows(), self._window_clock()
        self.press("F7")
        self.wait("the window answers a key", lambda: self._sidebar_shows() != before)
        return self._window_clock() - began

    def _sidebar_shows(self) -> bool:
        return self.see().holds(PLAIN_RAIL, SIDEBAR, near=2) > 10_000

    def _window_clock(self) -> float:
        # Its workers have no part in such an answer: what they waited for meanwhile
        # would be taken off a window that is slow.
        assert self._window is not None
        return own_time() - waited(self._window.pid)

    def clock(self) -> float:
        """Seconds, less those in which the program or its user waited for a processor."""
        if self._window is None:
            return own_time()
        with contextlib.suppress(OSError):  # it may have ended
            processes = (self._window.pid, *self.workers())
            self._waited = max(self._waited, sum(map(waited, processes)))
        return own_time() - self._waited

    # The library, as the command line sees it.

    def run(self, *words: str) -> Said:
        """Run a verb."""
        done = subprocess.run(
            (sys.executable, "-m", "paperdesk", *words),
            env=self._environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=90,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def ask(self, *words: str) -> Any:
        """The JSON value that a verb answers with."""
        said = self.run(*words, "--json")
        assert said.code == 0, said.err
        return json.loads(said.out)

    def papers(self, query: str = "") -> list[int]:
        """The papers that a query finds, by id."""
        return [paper["id"] for paper in self.ask("list", query)]

    @contextlib.contextmanager
    def editing(self, *words: str) -> Iterator[Callable[[str], None]]:
        """Have an editor open by `--edit`; what is handed in is what it saves."""
        text, script = self.folder / "edited.md", self.folder / "editor.sh"
        script.write_text(
            f"touch '{text}.open'\n"
            f"until [ -e '{text}' ]; do sleep 0.05; done\n"
            f"cat '{text}' > \"$1\"\n"
        )
        verb = subprocess.Popen(
            (sys.executable, "-m", "paperdesk", *words, "--edit"),
            env={**self._environment, "VISUAL": f"sh '{script}'"},
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

        def save(new: str) -> None:
            (self.folder / "new.md").write_text(new)
            (self.folder / "new.md").rename(text)
            assert verb.wait(LONGEST) == 0

        try:
            self.wait("the editor opens", lambda: Path(f"{text}.open").exists())
            yield save
        finally:
            verb.kill()
            verb.wait()

    def show(self, paper: int) -> dict[str, Any]:
        """A paper with its note and highlights."""
        shown: dict[str, Any] = self.ask("show", str(paper))
        return shown

    # The library itself, which answers at once: for those who look again and again.

    def here(self, state: str = "%") -> set[int]:
        """The papers that are in a state, or all of them."""
        return self._ids(f"SELECT id FROM paper WHERE state LIKE '{state}'")

    def with_pdf(self) -> set[int]:
        """The papers whose PDF is here."""
        return self._ids("SELECT paper FROM file")

    def marked(self, paper: int) -> bool:
        """Whether a passage of a paper is highlighted."""
        return bool(self.look_up(f"SELECT 1 FROM highlight WHERE paper = {int(paper)}"))

    def note(self, paper: int) -> str:
        """What the note on a paper says."""
        rows = self.look_up(f"SELECT text FROM note WHERE paper = {int(paper)}")
        return "".join(str(row[0]) for row in rows)

    def _ids(self, question: str) -> set[int]:
        return {int(row[0]) for row in self.look_up(question)}

    def look_up(self, question: str) -> list[tuple[Any, ...]]:
        """Rows of the library that no verb shows."""
        address = f"{(self.home / 'library.db').as_uri()}?mode=ro"
        with sqlite3.connect(address, uri=True, timeout=10) as connection:
            rows = connection.execute(question).fetchall()
        connection.close()
        return rows

    # Patience.

    def wait(
        self,
        what: str,
        happened: Callable[[], T | None],
        seconds: float = PATIENCE,
    ) -> T:
        """Look again and again until something holds; what it answered."""
        began, deadline = self.clock(), time.monotonic() + LONGEST
        while True:
            answer = happened()
            if answer:
                return answer
            if self.clock() - began > seconds or time.monotonic() > deadline:
                pytest.fail(f"it did not happen that {what}; the screen: {self._keep_screen()}")
            time.sleep(0.05)

    def _keep_screen(self) -> Path:
        """Keep the screen as it is, for whoever looks into a failure."""
        file = self.folder / "screen.png"
        self.see().keep(file)
        return file

    def _xdotool(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            ("xdotool", *words),
            env=self._environment,
            check=check,
            capture_output=True,
            text=True,
            timeout=LONGEST,
        )
        return done.stdout.strip()


@contextlib.contextmanager
def seated(home: Path, screen: Display) -> Iterator[Person]:
    """Somebody at a desk; in the end the program must have had nothing to complain of."""
    somebody = Person(home, screen)
    try:
        yield somebody
    finally:
        complaints = somebody.leave()
    assert complaints == ""
