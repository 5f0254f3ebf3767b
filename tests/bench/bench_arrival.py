"""How a long feed arrives: fetched, read by its child, merged, shown; and the window meanwhile.

    python -m tests.bench.bench_arrival [--entries N …]

Each length in a process of its own: the real window before a screen, over a
library of a thousand papers, with the feed's view open. Seconds by the clock
depend on what else the machine does, so the processor's are beside them.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from paperdesk.app import doors

doors.install()
doors.open_qt()

from paperdesk.app.screen import Session  # noqa: E402
from paperdesk.commands import feed  # noqa: E402
from paperdesk.domain.feed import Source  # noqa: E402
from paperdesk.domain.shelf import Shelf  # noqa: E402
from paperdesk.feeds.sources.feed import Reach  # noqa: E402
from paperdesk.infra.paths import Home  # noqa: E402
from paperdesk.ui.stage import Stage  # noqa: E402
from tests.bench import filled, heap  # noqa: E402
from tests.bench.display import display  # noqa: E402
from tests.bench.recorded import world  # noqa: E402
from tests.bench.turns import TimedApplication, quantile  # noqa: E402

LENGTHS = (20, 1_000, 3_000, 10_000)
LIBRARY = 1_000
PATIENCE = 600.0

MARKS: dict[str, tuple[str, float]] = {
    "fetched": ("until its bytes are here", 0),
    "parsed": ("until its entries are here", 0),
    "merged": ("until the library has them", 0),
    "whole": ("until all of it is shown", 15_000),
    "own": ("processor time of the window's process meanwhile", 0),
    "child": ("processor time of the child, its start included", 0),
    "idle p99": ("turns of the idle window before, p99", 0),
    "idle worst": ("turns of the idle window before, worst", 0),
    "p99": ("turns of the window meanwhile, p99", 8),
    "worst": ("turns of the window meanwhile, worst", 50),
    "p99 own": ("of that, without waiting for a processor, p99", 8),
    "worst own": ("of that, without waiting for a processor, worst", 50),
    "p99 cpu": ("of that, this thread's own processor time, p99", 8),
    "worst cpu": ("of that, this thread's own processor time, worst", 50),
    "again": ("the same again, unchanged", 0),
    "again own": ("of that, without what the host took to answer", 50),
    "asked": ("requests for that", 1),
}


def main() -> None:
    """Measure each length, and print how it grows beside the marks."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, nargs="*", default=LENGTHS)
    asked.add_argument("--one", type=int)
    words = asked.parse_args()
    if words.one is not None:
        try:
            print(json.dumps(_measured(words.one)))  # noqa: T201
        finally:
            # What goes wrong here is for this bench to say, not for the window.
            sys.excepthook = sys.__excepthook__
        return
    heap.folder(LIBRARY)
    found = {entries: _in_its_own_process(entries) for entries in words.entries}
    print(f"{'milliseconds':<54}" + "".join(f"{one:>11,}" for one in found) + f"{'mark':>9}")  # noqa: T201
    for name, (title, mark) in MARKS.items():
        figures = "".join(f"{found[entries][name]:>11.1f}" for entries in found)
        print(f"{title:<54}{figures}{f'{mark:,.0f}' if mark else '':>9}")  # noqa: T201
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")  # noqa: T201


def _in_its_own_process(entries: int) -> dict[str, float]:
    command = (sys.executable, "-m", "tests.bench.bench_arrival", "--one", str(entries))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _measured(entries: int) -> dict[str, float]:
    with display() as screen, tempfile.TemporaryDirectory() as work, world() as address:
        home = Home(filled.copy(heap.folder(LIBRARY), Path(work, "home")))
        home.settings.write_text("refresh = 0\n", "utf-8")
        os.environ.update(DISPLAY=screen.name, QT_QPA_PLATFORM="xcb", PAPERDESK_HOME=str(home.root))
        app, stage = TimedApplication(), Stage()
        session = Session(app, home, stage)
        session._search.start = _nothing  # type: ignore[method-assign]
        session.start((), sample=False)
        app.rest(3)
        found = _Arrival(app, session).measure(f"{address}/feeds/generated?n={entries}", entries)
        before = os.times()
        stage.close()
        session.end()
        after = os.times()
        found["child"] += (after.children_user - before.children_user) * 1000
        found["child"] += (after.children_system - before.children_system) * 1000
    return found


def _nothing() -> None:
    """Start no index: what it does with new papers is measured by `bench_search`."""


class _Arrival:
    """One window that a feed comes into, with a watch on each of its stations."""

    def __init__(self, app: TimedApplication, session: Session) -> None:
        self._app = app
        self._session = session
        self._feeds = session._rooms.feeds
        self._passed: dict[str, float] = {}
        self._asked: list[float] = []
        """Milliseconds of each question to the host."""
        http, reads = self._feeds._reach.http, self._feeds._reach.reads
        timed = _Timed(reads, self._passing("parsed", reads.__call__))
        self._feeds._reach = Reach(http, timed)
        http.get = self._passing("fetched", http.get)  # type: ignore[method-assign]
        self._feeds.take = self._passing("merged", self._feeds.take)  # type: ignore[method-assign]

    def measure(self, address: str, entries: int) -> dict[str, float]:
        """Every figure, by its name in `MARKS`."""
        source = self._feeds.roster.add(address)
        self._session._around.rows.show(Shelf("", f"source:{source.id}"))
        self._app.rest(1)
        with self._app.watched() as idle:
            self._app.rest(3)
        pane, before = self._session._parts.papers, os.times()
        with self._app.watched() as turns:
            begun = self._fetch(source)
            self._app.until(lambda: len(pane.ids()) >= entries, patience=PATIENCE)
            whole = time.perf_counter() - begun
            self._app.until(self._idle, patience=PATIENCE)
            self._app.rest(0.5)
        after = os.times()
        found = {name: (at - begun) * 1000 for name, at in self._passed.items()}
        found["whole"] = whole * 1000
        found["own"] = (after.user + after.system - before.user - before.system) * 1000
        found["child"] = (after.children_user - before.children_user) * 1000
        found |= {"idle p99": quantile(idle.wall, 0.99), "idle worst": max(idle.wall)}
        found |= {"p99": quantile(turns.wall, 0.99), "worst": max(turns.wall)}
        found |= {"p99 own": quantile(turns.own, 0.99), "worst own": max(turns.own)}
        found |= {"p99 cpu": quantile(turns.cpu, 0.99), "worst cpu": max(turns.cpu)}
        return {**found, **self._again(source)}

    def _again(self, source: Source) -> dict[str, float]:
        facts, rows = self._session._rooms.facts, self._session._rooms.http.ledger
        self._app.until(lambda: not facts.waiting(), patience=PATIENCE)
        self._app.rest(1)
        asked = len(rows.exchanges())
        self._asked.clear()
        begun = self._fetch(source)
        self._app.until(self._idle, patience=PATIENCE)
        again = (time.perf_counter() - begun) * 1000
        return {
            "again": again,
            "again own": again - sum(self._asked),
            "asked": len(rows.exchanges()) - asked,
        }

    def _fetch(self, source: Source) -> float:
        begun = time.perf_counter()
        feed._fetch(self._session._desk, self._feeds.roster.source(source.id))
        return begun

    def _idle(self) -> bool:
        return not self._session._jobs.running()

    def _passing(self, station: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Work as before, and remember when it was done first."""

        def timed(*values: Any, **named: Any) -> Any:
            begun = time.perf_counter()
            outcome = work(*values, **named)
            self._passed.setdefault(station, time.perf_counter())
            if station == "fetched":
                self._asked.append((time.perf_counter() - begun) * 1000)
            return outcome

        return timed


class _Timed:
    """Whoever reads feeds, with a watch on it."""

    def __init__(self, reads: Any, timed: Callable[..., Any]) -> None:
        self._reads = reads
        self._timed = timed

    def __call__(self, *values: Any, **named: Any) -> Any:
        return self._timed(*values, **named)

    def close(self) -> None:
        self._reads.close()


if __name__ == "__main__":
    main()
