"""How long `j` takes from the key to the repainted list and abstract, at 10,000 rows.

    python tests/bench/bench_list.py [ROWS]

Real titles and abstracts from ../shared/data/scale where they are at hand,
made-up ones elsewhere. The window is 1440×900; `QT_QPA_PLATFORM=offscreen`
measures without a screen.
"""

import gzip
import json
import statistics
import sys
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter

from paperdesk.domain.paper import Paper, PaperId
from paperdesk.domain.shelf import ALL, Lineup
from paperdesk.ui.buttons import Action
from paperdesk.ui.list.pane import ListPane
from paperdesk.ui.paper.page import PaperPage
from paperdesk.ui.theme import Theme

SCALE = Path(__file__).parents[3] / "shared/data/scale/paperlists_title_abstract.jsonl.gz"
PRESSES = 300


def texts() -> Iterator[tuple[str, str]]:
    """Titles with abstracts, without end."""
    if SCALE.is_file():
        with gzip.open(SCALE, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield row["title"], row.get("abstract") or ""
    while True:
        yield "A paper with a title of the usual length", "What is said of it. " * 60


def papers(many: int) -> dict[int, Paper]:
    """Papers by id."""
    people = tuple(f"Person {number}" for number in range(6))
    return {
        number: Paper(PaperId(number), title, people, abstract)
        for number, (title, abstract) in enumerate(islice(texts(), many), 1)
    }


def timed(presses: int, act: Callable[[], None]) -> list[float]:
    """Milliseconds from each act to the end of what it caused."""
    times = []
    for _ in range(presses):
        start = time.perf_counter()
        act()
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    """Press `j`, then page, then jump to the end and back; print the table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    app = QApplication(sys.argv[:1])
    Theme(app).use("light")
    shelf = papers(rows)

    def load(ids: Sequence[PaperId]) -> Sequence[Paper]:
        return [shelf[paper] for paper in ids]

    pane, page = ListPane(load, print), PaperPage([Action("open", "Open", "Return")], print)
    pane.cursor_moved.connect(lambda paper: page.show_paper(shelf.get(paper)))
    window = QSplitter()
    window.addWidget(pane)
    window.addWidget(page)
    window.resize(1440, 900)
    window.show()
    ids = array("q", shelf)
    shown = timed(1, lambda: pane.show_lineup(ALL, Lineup(ids)))
    report("show the list", shown)
    report("j", timed(PRESSES, lambda: pane.view.step(1)))
    report("j, page by page", timed(PRESSES, lambda: pane.view.step(6)))
    report("select all", timed(1, pane.view.marks.take_all))
    report("end", timed(1, lambda: pane.view.go(-1)))
    page_down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier)
    report("page up", timed(50, lambda: _send(pane, page_down)))


def _send(pane: ListPane, event: QKeyEvent) -> None:
    QApplication.sendEvent(pane.view, event)


def report(what: str, times: Sequence[float]) -> None:
    """One line of the table."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    print(  # noqa: T201
        f"{what:<18} p50 {statistics.median(ordered):7.2f} ms   "
        f"p95 {p95:7.2f} ms   worst {ordered[-1]:7.2f} ms"
    )


if __name__ == "__main__":
    main()
