"""How the whole window answers with 10,000 papers: keys, search, stalls, memory.

    python -m tests.bench.bench_window [--papers N]

The real window with its processes, before a screen of its own. A *turn* is one
event of the window's thread with all that it causes: by the clock, and of
processor time, which others on the machine do not lengthen.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from paperdesk.app import doors

doors.install()
doors.open_qt()

from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from paperdesk.app.desktop.quickopen import QuickOpen  # noqa: E402
from paperdesk.app.screen import Session  # noqa: E402
from paperdesk.commands import feed, reading  # noqa: E402
from paperdesk.domain.paper import PaperId  # noqa: E402
from paperdesk.infra.paths import Home  # noqa: E402
from paperdesk.ui.stage import Stage  # noqa: E402
from tests.bench import filled  # noqa: E402
from tests.bench.display import display  # noqa: E402
from tests.bench.recorded import world  # noqa: E402
from tests.bench.turns import TimedApplication, Turns, quantile  # noqa: E402

PRESSES = 150
WORDS = 100
PAPERS = 10
DAY = date(2026, 5, 28)
_HEAVY = """
import sys, random, pymupdf
document = pymupdf.open(); page = document.new_page(); dice = random.Random(1)
page.insert_text((72, 72), "A plot of many dots")
dots = (
    f"{dice.random():.2f} .4 .6 rg {dice.uniform(0, 600):.1f} {dice.uniform(0, 800):.1f} 3 3 re f"
    for _ in range(100_000)
)
document.update_stream(page.get_contents()[0], " ".join(dots).encode())
for number in range(20):
    document.new_page().insert_text((72, 72), f"A light page {number}")
document.save(sys.argv[1])
"""


def main() -> None:
    """Measure one after the other, and print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--papers", type=int, default=10_000)
    original = filled.folder(asked.parse_args().papers)
    with display() as screen, tempfile.TemporaryDirectory() as work, world() as address:
        home = Home(filled.copy(original, Path(work, "home")))
        home.settings.write_text("refresh = 0\n", "utf-8")
        heavy = Path(work, "heavy.pdf")
        subprocess.run([sys.executable, "-c", _HEAVY, str(heavy)], check=True)
        os.environ.update(
            DISPLAY=screen.name,
            QT_QPA_PLATFORM="xcb",
            PAPERDESK_HOME=str(home.root),
            HF_ENDPOINT=address,
        )
        _measure(home, heavy)


def _measure(home: Home, heavy: Path) -> None:
    app, stage = TimedApplication(), Stage()
    session = Session(app, home, stage)
    print(f"{'milliseconds':<40}{'n':>6}{'p50':>8}{'p95':>8}{'p99':>8}{'worst':>8}  mark")  # noqa: T201
    with app.watched() as turns:
        session.start((), sample=False)
        app.rest(4)
    _turns("start: the first four seconds", turns, "worst 150")
    _keys(app, session)
    _search(app, session)
    _quick(app, session)
    _busy(app, session, heavy)
    print(f"{'memory, one paper open, MB PSS':<40}{_memory(os.getpid()):>6.0f}{'':>34}400")  # noqa: T201
    _ten_papers(app, session)
    stage.close()
    session.end()


def _keys(app: TimedApplication, session: Session) -> None:
    """Press `j`, wait for the row, then for the panes that follow it."""
    papers, page = session._parts.papers, session._parts.page
    rows, follow = Turns(), Turns()
    for _ in range(PRESSES):
        wall, cpu = time.perf_counter(), time.thread_time()
        _press(papers.view, Qt.Key.Key_J, "j")
        _paint(app)
        rows.wall.append((time.perf_counter() - wall) * 1000)
        rows.cpu.append((time.thread_time() - cpu) * 1000)
        here = papers.view.paper()
        with app.watched() as turns:
            app.until(lambda here=here: (shown := page.paper()) is not None and shown.id == here)  # type: ignore[misc]
            app.turn()
        follow.wall.append(sum(turns.wall))
        follow.cpu.append(sum(turns.cpu))
    _turns("j: key to the painted row", rows, "p95 16")
    _turns("j: the panes that follow", follow, "p95 16")


def _search(app: TimedApplication, session: Session) -> None:
    """Type words into the box, letter by letter, as people do."""
    box, results = session._parts.search, session._parts.results
    asked = session._rooms.library
    dice = random.Random(3)
    ids = session._parts.papers.ids()
    times: dict[int, list[float]] = {}
    own: list[float] = []
    app.until(lambda: _answered(app, session, "warm"))
    for _ in range(WORDS):
        words = asked.paper(PaperId(dice.choice(ids))).title.split()[:3]
        box.clear()
        app.rest(0.1)
        for length, letter in enumerate(" ".join(words)[:14].lower(), 1):
            before, cpu = results.answer(), time.thread_time()
            _press(box, Qt.Key(0), letter)
            waited = app.until(lambda old=before: results.answer() is not old)  # type: ignore[misc]
            times.setdefault(length, []).append(waited + _paint(app))
            own.append((time.thread_time() - cpu) * 1000)
            app.rest(0.03)
    for length, some in times.items():
        if length <= 4:
            _row(f"search: prefix of {length}, key to paint", some, "p95 50")
    every = [one for some in times.values() for one in some]
    _row("search: all lengths, key to paint", every, "p95 50")
    _row("search: the window's share of it, cpu", own, "")
    session._window.leave_search()


def _answered(app: TimedApplication, session: Session, word: str) -> bool:
    """Ask until the index answers at all."""
    session._parts.search.setText(word + " " * random.randrange(9))
    app.rest(0.2)
    return bool(session._parts.results.answer().hits)


def _quick(app: TimedApplication, session: Session) -> None:
    """Open a paper by words of its title, letter by letter; each key until its own line shows."""
    quick = session._window.findChild(QuickOpen)
    assert quick is not None
    dice, ids = random.Random(5), session._parts.papers.ids()
    keys, found = Turns(), []
    for _ in range(WORDS // 5):
        paper = session._rooms.library.paper(PaperId(dice.choice(ids)))
        quick.show(())
        begun = time.perf_counter()
        for letter in paper.title.lower()[:20]:
            with app.watched() as turns:
                _press(QApplication.focusWidget() or quick.sheet, Qt.Key(0), letter)
                app.rest(0.05)
            keys.wall += turns.wall
            keys.cpu += turns.cpu
        own = str(paper.id)
        app.until(lambda own=own: own in [line.command for line in quick.sheet.shown()])  # type: ignore[misc]
        found.append((time.perf_counter() - begun) * 1000 / 20)
        quick.sheet.dismiss()
    _turns("quick-open: turns while one types", keys, "worst 50")
    _row("quick-open: a key, until it is found", found, "50 + 50")


def _ten_papers(app: TimedApplication, session: Session) -> None:
    """Memory with ten real papers open as tabs, each of them read for a moment."""
    files = sorted((filled.SHARED / "data/pdf_papers").glob("*.pdf"))[:PAPERS]
    for number, file in enumerate(files, 1):
        paper = PaperId(session._parts.papers.ids()[number])
        session._rooms.intake.bring(session._rooms.library.paper(paper), file)
        reading.open_at(session._desk, paper)
        for _ in range(4):
            app.rest(0.2)
            session._desk.motion.scroll_screens(1)
    app.rest(2)
    taken = _memory(os.getpid())
    print(f"{f'memory, {len(files)} papers open, MB PSS':<40}{taken:>6.0f}{'':>34}550")  # noqa: T201


def _busy(app: TimedApplication, session: Session, heavy: Path) -> None:
    """Fetch a day, index it, and read a heavy paper, all while `j` is pressed."""
    desk, papers = session._desk, session._parts.papers
    first = PaperId(papers.ids()[0])
    session._rooms.intake.bring(session._rooms.library.paper(first), heavy)
    app.rest(1)
    with app.watched() as turns:
        feed.fetch_day(desk, DAY)
        for _ in range(20):
            _press(papers.view, Qt.Key.Key_J, "j")
            app.rest(0.05)
        app.until(lambda: not session._jobs.running())
        app.rest(2)
    _turns("a day fetched and indexed", turns, "p99 8, worst 50")
    with app.watched() as turns:
        reading.open_at(desk, first)
        app.until(session._window.reading)
        app.rest(3)
        for _ in range(10):
            desk.motion.turn(1)
            app.rest(0.05)
        app.rest(1)
    _turns("a heavy page rendered", turns, "p99 8, worst 50")


def _press(widget: QWidget, key: Qt.Key, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)


def _paint(app: TimedApplication) -> float:
    """Let what has changed be painted; milliseconds."""
    return app.until(iter((False, True)).__next__)


def _row(what: str, times: Sequence[float], mark: str) -> None:
    shares = "".join(f"{quantile(times, share):>8.1f}" for share in (0.5, 0.95, 0.99, 1.0))
    print(f"{what:<40}{len(times):>6}{shares}  {mark}")  # noqa: T201


def _turns(what: str, turns: Turns, mark: str) -> None:
    _row(f"{what}, wall", turns.wall, mark)
    _row(f"{what}, cpu", turns.cpu, mark)
    if turns.longest[1]:
        print(f"    the longest: {turns.longest[1]}")  # noqa: T201


def _memory(process: int) -> float:
    """What this process and ours below it take, what they share counted once."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    own = next(int(line.split()[1]) / 1024 for line in text.splitlines() if line[:4] == "Pss:")
    return own + sum(_memory(child) for child in _children(process))


def _children(process: int) -> Iterator[int]:
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text("ascii").split():
            if b"paperdesk" in Path(f"/proc/{child}/cmdline").read_bytes():
                yield int(child)


if __name__ == "__main__":
    main()
