"""How a library of a hundred thousand papers is kept in order, and how that cost grows.

    python -m tests.bench.bench_library [--papers N …]

Each size in a process of its own: the real window before a screen, without the
index. The papers are those of `heap`, in collections within each other. A *turn* is
one event of the window's thread with all it causes.
"""

import argparse
import itertools
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from paperdesk.app import doors

doors.install()
doors.open_qt()

from paperdesk.app.screen import Session  # noqa: E402
from paperdesk.commands import bringing, duplicates, safekeeping  # noqa: E402
from paperdesk.domain.collection import Collection, CollectionId  # noqa: E402
from paperdesk.domain.paper import PaperId  # noqa: E402
from paperdesk.domain.shelf import ALL, Group, Shelf  # noqa: E402
from paperdesk.infra.jobs import Job  # noqa: E402
from paperdesk.infra.paths import Home  # noqa: E402
from paperdesk.ui.stage import Stage  # noqa: E402
from tests.bench import filled, heap  # noqa: E402
from tests.bench.display import display  # noqa: E402
from tests.bench.turns import TimedApplication, Turns, quantile  # noqa: E402

SIZES = (1_000, 10_000, 100_000)
COLLECTIONS = 500
SMART = ("rating:>=4", "is:unread year:>=2020", "tag:tag-3", "has:code -is:flagged")
MANY = 5_000
ENTRIES = 10_000
GIGABYTE = 1_000_000_000
PATIENCE = 900.0

MARKS: dict[str, tuple[str, float]] = {
    "counts": ("count 500 collections anew after a change", 50),
    "switch": ("switch to a collection, until it is painted, slowest", 100),
    "sorts": ("sort all by three columns, until painted", 300),
    "group": ("group all by year, until painted", 300),
    "put": ("put 5,000 papers into a collection", 1_000),
    "undo": ("take that back", 1_000),
    "duplicates": ("look for duplicates in the whole library", 60_000),
    "duplicates p99": ("turns of the window meanwhile, p99", 8),
    "duplicates worst": ("turns of the window meanwhile, worst", 50),
    "import": ("import 10,000 BibTeX entries", 30_000),
    "import p99": ("turns of the window meanwhile, p99", 8),
    "import worst": ("turns of the window meanwhile, worst", 50),
    "import undo": ("take that back", 10_000),
    "cancel": ("stop an import, until it has stopped", 1_000),
    "backup": ("back up the library, a gigabyte at the largest size", 60_000),
    "backup p99": ("turns of the window meanwhile, p99", 8),
    "backup worst": ("turns of the window meanwhile, worst", 50),
    "memory": ("memory of the window in the end, MB PSS", 250),
}


def main() -> None:
    """Measure each size, and print how it grows beside the marks."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--papers", type=int, nargs="*", default=SIZES)
    asked.add_argument("--one", type=int)
    asked.add_argument("--write", type=Path)
    words = asked.parse_args()
    if words.write is not None:
        words.write.write_text(_bibliography(), "utf-8")
        return
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
        row = [found[papers][name] for papers in found]
        figures = "".join(f"{one:>11,.1f}" for one in row)
        print(f"{title:<54}{figures}{mark:>9,.0f}  {row[-1] / mark:.2f}")  # noqa: T201
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")  # noqa: T201


def _in_its_own_process(papers: int) -> dict[str, float]:
    heap.folder(papers)
    module = ("-X", "faulthandler", "-m", "tests.bench.bench_library")
    command = (sys.executable, *module, "--one", str(papers))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _measured(papers: int) -> dict[str, float]:
    with display() as screen, tempfile.TemporaryDirectory() as work:
        home = Home(filled.copy(heap.folder(papers), Path(work, "home")))
        _collect(home.database, papers)
        if papers == max(SIZES):
            _swell(home.database)
        os.sync()  # or whoever writes first waits for gigabytes that were copied
        home.settings.write_text("refresh = 0\nbackups = 0\n", "utf-8")
        os.environ.update(DISPLAY=screen.name, QT_QPA_PLATFORM="xcb", PAPERDESK_HOME=str(home.root))
        app, stage = TimedApplication(), Stage()
        session = Session(app, home, stage)
        session._search.start = _nothing  # type: ignore[method-assign]
        session.start((), sample=False)
        app.rest(3)
        found = _Bench(app, session, papers, Path(work)).measure()
        stage.close()
        session.end()
    return found


def _nothing() -> None:
    """Start no index: what it does with new papers is measured by `bench_search`."""


def _collect(library: Path, papers: int) -> None:
    """Put papers into collections within each other, some into several."""
    dice, connection = random.Random(papers), sqlite3.connect(library)
    insert = "INSERT INTO collection (id, parent, name, query, position, created)"
    with connection:
        for number in range(1, COLLECTIONS + 1):
            parent = None if number <= 20 else dice.randrange(1, number)
            query = SMART[number % 4] if number > COLLECTIONS - 8 else ""
            parent = None if query else parent
            row = (number, parent, f"Collection {number}", query, number)
            connection.execute(f"{insert} VALUES (?, ?, ?, ?, ?, 0)", row)
        rows = (
            (dice.randrange(1, COLLECTIONS - 7), paper)
            for paper in range(1, papers + 1)
            for _ in range(1 + (paper % 4 == 0))
        )
        connection.executemany("INSERT OR IGNORE INTO membership VALUES (?, ?, 0)", rows)
    connection.close()


def _swell(library: Path) -> None:
    """Make a library a gigabyte large."""
    connection = sqlite3.connect(library)
    with connection:
        connection.execute("CREATE TABLE padding (bytes BLOB)")
        lacking = GIGABYTE - library.stat().st_size
        for _ in range(max(0, lacking) // 1_000_000):
            connection.execute("INSERT INTO padding VALUES (randomblob(1000000))")
    connection.close()


class _Bench:
    """One window, and what is measured of it."""

    def __init__(self, app: TimedApplication, session: Session, papers: int, folder: Path) -> None:
        self._app = app
        self._session = session
        self._desk = session._desk
        self._rows = session._around.rows
        self._pane = session._parts.papers
        self._many = min(MANY, papers // 2)
        self._folder = folder

    def measure(self) -> dict[str, float]:
        """Every figure, by its name in `MARKS`."""
        found = {
            "switch": max(self._shown(one.shelf) for one in self._some()),
            "sorts": self._sorts(),
            "group": self._group(),
            "counts": self._counts(),
        }
        found.update(self._put())
        found.update(self._work("duplicates", lambda: duplicates.look(self._desk)))
        found.update(self._import())
        found.update(self._work("backup", lambda: safekeeping.back_up(self._desk)))
        found["memory"] = _memory()
        return found

    def _some(self) -> list[Collection]:
        """Collections that others stand in, one within these, and a smart one."""
        listed = {one.id: one for one in self._desk.collections.all()}
        return [listed[CollectionId(number)] for number in (1, 7, 100, COLLECTIONS)]

    def _shown(self, shelf: Shelf) -> float:
        self._rows.left.recall({})
        return self._painted(lambda: self._rows.show(shelf))

    def _painted(self, act: Callable[[], object]) -> float:
        """Milliseconds until what is asked for is painted; the rest arrives after that."""
        arrived: list[Shelf] = []
        self._pane.shelf_shown.connect(arrived.append)
        begun = time.perf_counter()
        act()
        self._app.until(lambda: arrived)
        self._app.until(iter((False, True)).__next__)
        spent = _since(begun)
        self._app.until(lambda: not self._rows.arriving._growing)
        self._pane.shelf_shown.disconnect(arrived.append)
        return spent

    def _sorts(self) -> float:
        self._shown(ALL)
        table = self._session._around.table
        first, second, third = list(table.columns())[1:4]
        self._painted(lambda: table.sort_by(first))
        self._painted(lambda: table.sort_further(second))
        spent = self._painted(lambda: table.sort_further(third))
        table.unsort()
        return spent

    def _group(self) -> float:
        self._shown(ALL)
        table = self._session._around.table
        spent = self._painted(lambda: table.group_by(Group.YEAR))
        self._painted(lambda: table.group_by(None))
        return spent

    def _counts(self) -> float:
        """Milliseconds that the numbers of all collections take, once one paper was put in."""
        one, times = self._some()[2], []
        ids = self._pane.ids()
        self._desk.collections.counted()
        for paper in ids[:3]:
            self._done(lambda paper=paper: self._desk.collections.put([PaperId(paper)], one))  # type: ignore[misc]
            self._app.rest(1)
            self._desk.collections._holdings._stamp = None
            begun = time.perf_counter()
            self._desk.collections.counted()
            times.append(_since(begun))
        return max(times)

    def _put(self) -> dict[str, float]:
        self._shown(ALL)
        one, ids = self._some()[2], self._pane.ids()
        chosen = tuple(PaperId(paper) for paper in ids[: self._many])
        put = self._done(lambda: self._desk.collections.put(chosen, one))
        return {"put": put, "undo": self._done(self._desk.journal.undo)}

    def _import(self) -> dict[str, float]:
        """A long bibliography: whole, taken back, and stopped in the middle."""
        path = self._folder / "many.bib"
        # By another process: what this one has of the memory is measured.
        command = (sys.executable, "-m", "tests.bench.bench_library", "--write", str(path))
        subprocess.run(command, check=True)
        found = self._work("import", lambda: bringing.bring_files(self._desk, [path]))
        found["import undo"] = self._done(self._desk.journal.undo)
        other = path.with_name("other.bib")
        other.write_text(path.read_text("utf-8").replace("@article{", "@article{x"), "utf-8")
        bringing.bring_files(self._desk, [other])
        self._app.until(lambda: any(job.done for job in self._running()), PATIENCE)
        begun = time.perf_counter()
        for job in self._running():
            job.cancel()
        self._app.until(lambda: not self._running(), PATIENCE)
        return {**found, "cancel": _since(begun)}

    def _work(self, name: str, act: Callable[[], object]) -> dict[str, float]:
        """A job that is shown: how long it took, and the turns of the window meanwhile."""
        self._app.rest(1)
        with self._app.watched() as turns:
            begun = time.perf_counter()
            act()
            self._app.until(lambda: not self._running(), PATIENCE)
            spent = _since(begun)
        return {
            name: spent,
            f"{name} p99": quantile(turns.own, 0.99),
            f"{name} worst": _worst(turns),
        }

    def _running(self) -> tuple[Job, ...]:
        return self._session._jobs.running()

    def _done(self, work: Callable[[], object]) -> float:
        done: list[object] = []
        begun = time.perf_counter()
        self._desk.write(work, done.append)
        self._app.until(lambda: done, PATIENCE)
        return _since(begun)


def _bibliography() -> str:
    """As many entries as a long life has, of real titles, with people, tags and abstracts."""
    founds = itertools.islice(heap.founds(), 200_000, 200_000 + ENTRIES)
    return "\n".join(
        f"@article{{key{number}, title = {{{_plain(one.title)}}},\n"
        f"  author = {{{_plain(' and '.join(one.authors) or 'A. Body')}}}, year = {{2019}},\n"
        f"  journal = {{Journal of {number % 50}}}, doi = {{10.1000/{number}}},\n"
        f"  keywords = {{read, topic-{number % 40}}}, abstract = {{{_plain(one.abstract)}}}}}"
        for number, one in enumerate(founds)
    )


def _plain(text: str) -> str:
    return "".join(letter for letter in text if letter not in '{}\\%#$&~^_"@')


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


def _worst(turns: Turns) -> float:
    return max(turns.own, default=0.0)


def _memory() -> float:
    """What this process has of the memory, shared pages by their share."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
