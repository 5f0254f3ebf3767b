"""How the window answers with a feed of a million papers, and how that cost grows.

    python -m tests.bench.bench_feed [--papers N …]

Each size in a process of its own: the real window before a screen, with the index
for queries of words and without it for all else. The first run writes the libraries, which
takes minutes. A *turn* is one event of the window's thread with all it causes.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from paperdesk.app import doors

doors.install()
doors.open_qt()

from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from paperdesk.app.screen import Session  # noqa: E402
from paperdesk.commands import feed, sorting  # noqa: E402
from paperdesk.domain.paper import PaperId, State  # noqa: E402
from paperdesk.domain.query import Term  # noqa: E402
from paperdesk.domain.shelf import ALL, Order, Shelf, day_shelf, state_shelf  # noqa: E402
from paperdesk.infra.paths import Home  # noqa: E402
from paperdesk.ui.stage import Stage  # noqa: E402
from tests.bench import filled, heap  # noqa: E402
from tests.bench.display import display  # noqa: E402
from tests.bench.recorded import world  # noqa: E402
from tests.bench.turns import TimedApplication, Turns, quantile  # noqa: E402

SIZES = (1_000, 10_000, 100_000, 1_000_000)
MANY = 5_000
ENTRIES = 10_000
PRESSES = 200
ROUNDS = 3
FILTERS = (
    "params:<3B",
    "bits:4 has:code",
    "has:code",
    "-has:pdf",
    "dataset:imagenet",
    "author:bengio",
    "tag:tag-3 is:unread",
    "is:unread",
    "upvotes:>150",
    "added:2020",
    "year:2015",
)
"""What is asked of facts, names, states and numbers; words are for the index."""

WORDED = (
    "zymurgy",
    "diffusion",
    "title:diffusion",
    "author:vaswani",
    "-diffusion",
    '"large language models"',
    "diffusion day:2026-05",
    "title:learning -author:bengio has:code",
)
"""What is asked of words: rare, frequent, in a field, ruled out, in a row, beside other things."""

PATIENCE = 600.0

MARKS: dict[str, tuple[str, float]] = {
    "switch": ("switch to a view, until it is painted, slowest", 100),
    "whole": ("switch to a view, until all of it is known, slowest", 1_000),
    "sort": ("sort all papers, until it is painted, slowest order", 300),
    "column": ("the same by a column, slowest", 300),
    "filter": ("filter all papers, until it is painted, slowest", 300),
    "words": ("filter all papers by words, with the index, until painted, slowest", 300),
    "key": ("j, from the key to the painted row, p99", 16),
    "counts": ("read a count, p99", 1),
    "sidebar": ("read all counts of the sidebar", 50),
    "bulk": ("archive 5,000 papers", 1_000),
    "undo": ("take that back", 1_000),
    "bulk turns": ("longest turn of the window meanwhile", 50),
    "feed": ("a feed of 10,000 fetched, merged and shown", 15_000),
    "feed p99": ("turns of the window meanwhile, p99", 8),
    "feed worst": ("turns of the window meanwhile, worst", 50),
    "memory": ("memory of the window, MB PSS", 250),
}


def main() -> None:
    """Measure each size, and print how it grows beside the marks."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--papers", type=int, nargs="*", default=SIZES)
    asked.add_argument("--one", type=int)
    words = asked.parse_args()
    if words.one is not None:
        try:
            print(json.dumps(_measured(words.one)))  # noqa: T201
        finally:
            # What goes wrong here is for this bench to say, not for the window.
            sys.excepthook = sys.__excepthook__
        return
    found = {papers: _in_its_own_process(papers) for papers in words.papers}
    print(f"{'milliseconds':<54}" + "".join(f"{one:>11,}" for one in found) + f"{'mark':>9}  share")  # noqa: T201
    for name, (title, mark) in MARKS.items():
        row = [found[papers].get(name, float("nan")) for papers in found]
        figures = "".join(f"{one:>11.1f}" for one in row)
        print(f"{title:<54}{figures}{mark:>9,.0f}  {row[-1] / mark:.2f}")  # noqa: T201


def _in_its_own_process(papers: int) -> dict[str, float]:
    heap.indexed(papers)
    module = ("-X", "faulthandler", "-m", "tests.bench.bench_feed")
    command = (sys.executable, *module, "--one", str(papers))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _measured(papers: int) -> dict[str, float]:
    with display() as screen, tempfile.TemporaryDirectory() as work, world() as address:
        home = Home(filled.copy(heap.indexed(papers), Path(work, "home")))
        os.sync()  # or whoever writes first waits for gigabytes that were copied
        home.settings.write_text("refresh = 0\n", "utf-8")
        os.environ.update(DISPLAY=screen.name, QT_QPA_PLATFORM="xcb", PAPERDESK_HOME=str(home.root))
        app, stage = TimedApplication(), Stage()
        session = Session(app, home, stage)
        begin = session._search.start
        session._search.start = _nothing  # type: ignore[method-assign]
        session.start((), sample=False)
        app.rest(3)
        found = _Bench(app, session, papers).measure(address, begin)
        stage.close()
        session.end()
    return found


def _nothing() -> None:
    """Start no index yet: it would take turns from what is measured without it."""


class _Bench:
    """One window, and what is measured of it."""

    def __init__(self, app: TimedApplication, session: Session, papers: int) -> None:
        self._app = app
        self._session = session
        self._rows = session._around.rows
        self._pane = session._parts.papers
        self._many = min(MANY, papers // 2)

    def measure(self, address: str, begin: Callable[[], None]) -> dict[str, float]:
        """Every figure, by its name in `MARKS`; `begin` starts the index."""
        found = self._switches()
        found["sort"] = max(self._orders())
        found["column"] = max(self._columns())
        found["filter"] = max(self._shown(Shelf("", asked))[0] for asked in FILTERS)
        found["key"] = self._keys()
        found.update(self._counts())
        found["memory"] = _memory()
        begin()
        found["words"] = self._words()
        self._session._search.close()
        found.update(self._bulk())
        found.update(self._fetch(f"{address}/feeds/generated?n={ENTRIES}"))
        return found

    def _words(self) -> float:
        """Milliseconds until the papers of a query for words are painted, at most."""
        search = self._session._search
        self._app.until(lambda: search.papers([Term(WORDED[0])]), patience=PATIENCE)
        return max(self._shown(Shelf("", asked))[0] for asked in WORDED)

    def _switches(self) -> dict[str, float]:
        days = [day.day for day in self._session._rooms.feeds.days()]
        views = [
            *(day_shelf(day) for day in (days[0], days[len(days) // 2], days[-1])),
            Shelf("", f"day:{days[len(days) // 2]:%Y-%m}", Order.RANK),
            *(state_shelf(state) for state in State),
            *(Shelf("", f"source:{number}") for number in (1, 4)),
            Shelf("", 'tag:"tag-3"'),
            ALL,
        ]
        times = [self._shown(view) for _ in range(ROUNDS) for view in views]
        return {"switch": max(one for one, _ in times), "whole": max(one for _, one in times)}

    def _shown(self, shelf: Shelf) -> tuple[float, float]:
        """Milliseconds until a shelf is painted, and until all of it is known."""
        self._rows.left.recall({})
        return self._brought(lambda: self._rows.show(shelf))

    def _orders(self) -> Iterator[float]:
        """Milliseconds until all papers are painted in each order that one can choose."""
        self._shown(ALL)
        for order in sorting.ORDERS.values():
            yield self._brought(partial(self._rows.sort, order))[0]
        self._rows.orders.clear()

    def _columns(self) -> Iterator[float]:
        """Milliseconds until all papers are painted by each column, in either direction."""
        self._shown(ALL)
        table = self._session._around.table
        for title in table.columns():
            for _ in range(2):
                yield self._brought(partial(table.sort_by, title))[0]
        table.unsort()
        table.toggle()

    def _brought(self, act: Callable[[], object]) -> tuple[float, float]:
        arrived: list[Shelf] = []
        self._pane.shelf_shown.connect(arrived.append)
        begun = time.perf_counter()
        act()
        self._app.until(lambda: arrived)
        self._paint()
        painted = _since(begun)
        self._app.until(lambda: not self._rows.arriving._growing)
        self._pane.shelf_shown.disconnect(arrived.append)
        return painted, _since(begun)

    def _keys(self) -> float:
        times = []
        for _ in range(PRESSES):
            begun = time.perf_counter()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "j")
                QApplication.sendEvent(self._pane.view, event)
            self._paint()
            times.append(_since(begun))
            self._app.rest(0.02)
        return quantile(times, 0.99)

    def _counts(self) -> dict[str, float]:
        reading = self._session._rooms.database.read()
        sql = "SELECT papers, unread FROM tally WHERE kind = 'day' AND key = ?"
        day = self._session._rooms.feeds.days()[0].day.isoformat()
        times = [_timed(lambda: reading.execute(sql, (day,)).fetchone()) for _ in range(PRESSES)]
        sidebar = [_timed(self._session._counting._counted) for _ in range(ROUNDS)]
        return {"counts": quantile(times, 0.99), "sidebar": max(sidebar)}

    def _bulk(self) -> dict[str, float]:
        """Archive many papers of a view as a person would, and take it back."""
        self._shown(ALL)
        desk, ids = self._session._desk, self._pane.ids()
        chosen = tuple(PaperId(paper) for paper in ids[: self._many])
        with self._app.watched() as turns:
            bulk = self._done(lambda: desk.library.set_state(chosen, State.LATER))
            undo = self._done(desk.journal.undo)
            self._app.rest(0.5)
        return {"bulk": bulk, "undo": undo, "bulk turns": _worst(turns)}

    def _done(self, work: Callable[[], object]) -> float:
        done: list[object] = []
        begun = time.perf_counter()
        self._session._desk.write(work, done.append)
        self._app.until(lambda: done)
        return _since(begun)

    def _fetch(self, address: str) -> dict[str, float]:
        """Fetch a long feed with its view open; `bench_arrival` has it station by station."""
        source = self._session._rooms.feeds.roster.add(address)
        self._shown(Shelf("", f"source:{source.id}"))
        with self._app.watched() as turns:
            begun = time.perf_counter()
            feed._fetch(self._session._desk, self._session._rooms.feeds.roster.source(source.id))
            self._app.until(lambda: not self._session._jobs.running(), patience=PATIENCE)
            self._app.until(lambda: len(self._pane.ids()) >= ENTRIES)
            whole = _since(begun)
            self._app.rest(0.5)
        return {
            "feed": whole,
            "feed p99": quantile(turns.wall, 0.99),
            "feed worst": _worst(turns),
        }

    def _paint(self) -> None:
        self._app.until(iter((False, True)).__next__)


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return _since(begun)


def _worst(turns: Turns) -> float:
    return max(turns.wall, default=0.0)


def _memory() -> float:
    """What this process has of the memory, shared pages by their share."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
