"""How fast the index is built and answers: 10,000 papers, every length of prefix.

Run it as `python tests/bench/bench_search.py [--papers N]`; times are from the
question to the answer in the asking process, pipe and JSON included.
"""

import argparse
import gzip
import json
import os
import queue
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from paperdesk.domain.hit import Answer
from paperdesk.domain.words import occurrences
from paperdesk.infra.bus import Bus
from paperdesk.infra.database import Database
from paperdesk.search import Search

SCALE = Path(__file__).resolve().parents[3] / "shared" / "data" / "scale"
COMMAND = (sys.executable, "-m", "paperdesk.search")
QUESTIONS = 40
PATIENCE = 600.0

_PAPER = """
INSERT INTO paper (title, title_key, first_key, abstract, year, version, citekey, state, state_at,
                   unread, added_at)
VALUES (?, ?, '', ?, ?, 0, ?, ?, 0, 1, 0)
"""


def records(first: int, count: int) -> Iterator[dict[str, str]]:
    """Real titles, abstracts, authors and years."""
    path = next(SCALE.glob("*.jsonl.gz"))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if first <= number < first + count:
                yield json.loads(line)


def fill(library: Path, first: int, count: int) -> None:
    """Put papers into a library, as a download of them would."""
    dice = random.Random(first)
    connection = sqlite3.connect(library)
    with connection:
        for number, record in enumerate(records(first, count), first):
            state = dice.choice(("new", "new", "new", "inbox", "archive", "trash"))
            title, abstract = record["title"], record["abstract"] or ""
            row = (title, title.lower(), abstract, record["year"], f"key{number}", state)
            paper = connection.execute(_PAPER, row).lastrowid
            for position, name in enumerate(dict.fromkeys((record["authors"] or "").split(";"))):
                connection.execute(
                    "INSERT OR IGNORE INTO author (name, key) VALUES (?, ?)", (name, name)
                )
                connection.execute(
                    "INSERT INTO authorship SELECT ?, ?, id FROM author WHERE name = ?",
                    (paper, position, name),
                )
    connection.close()


def questions() -> dict[str, list[str]]:
    """What is asked, by kind: made of real titles, the same each time."""
    dice = random.Random(7)
    titles = [record["title"] for record in records(0, 3000)]
    words = [word for title in titles for word, _ in occurrences(title)]
    people = [record["authors"].split(";")[0] for record in records(0, 500) if record["authors"]]
    asked: dict[str, list[str]] = {}
    for length in range(1, 9):
        fitting = [word[:length] for word in words if len(word) >= length]
        asked[f"prefix of {length}"] = [dice.choice(fitting) for _ in range(QUESTIONS)]
    pairs = [title.split()[:2] for title in titles if len(title.split()) > 2]
    asked["two words"] = [" ".join(dice.choice(pairs)) for _ in range(QUESTIONS)]
    asked["phrase"] = [f'"{" ".join(dice.choice(pairs))}"' for _ in range(QUESTIONS)]
    asked["author:"] = [f"author:{dice.choice(people).split()[-1]}" for _ in range(QUESTIONS)]
    asked["with a state"] = [f"{dice.choice(words)} state:inbox" for _ in range(QUESTIONS)]
    return asked


class Asker:
    """Asks one question after the other and times the answers."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._answers: queue.Queue[Answer] = queue.Queue()

    def ask(self, text: str) -> float:
        """Milliseconds to an answer."""
        begun = time.perf_counter()
        self._search.ask(text, self._answers.put)
        self._answers.get(timeout=PATIENCE)
        return (time.perf_counter() - begun) * 1000


def until(met: Callable[[], bool]) -> float:
    """Wait for something; the seconds it took."""
    begun = time.perf_counter()
    while not met() and time.perf_counter() - begun < PATIENCE:
        time.sleep(0.02)
    return time.perf_counter() - begun


def quantile(times: Sequence[float], share: float) -> float:
    """What this share of the times stays below."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def row(what: str, times: Sequence[float]) -> None:
    """One line of the table."""
    p50, p95, worst = quantile(times, 0.5), quantile(times, 0.95), max(times)
    print(f"{what:<28} {len(times):>5} {p50:>8.1f} {p95:>8.1f} {worst:>8.1f}")  # noqa: T201


def memory(process: int) -> float:
    """The proportional set size of a process, in megabytes."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    return next(int(line.split()[1]) / 1024 for line in text.splitlines() if line[:4] == "Pss:")


def measure(folder: Path, papers: int) -> None:
    """Build, ask, and ask while indexing; print what it took."""
    library = folder / "library.db"
    Database(library).close()
    fill(library, 0, papers)
    search = Search(COMMAND, lambda call: call(), Bus())
    asker = Asker(search)
    waiting = sqlite3.connect(library)

    def empty() -> bool:
        count = waiting.execute("SELECT count(*) FROM waiting").fetchone()[0]
        return count == 0 and search.waiting == 0 and not search.building

    begun = time.perf_counter()
    asker.ask("x")
    ready = time.perf_counter() - begun
    built = until(empty) + ready
    print(f"{papers} papers built in {built:.1f} s; first answer after {ready * 1000:.0f} ms")  # noqa: T201
    print(f"{'milliseconds':<28} {'n':>5} {'p50':>8} {'p95':>8} {'worst':>8}")  # noqa: T201
    time.sleep(2.0)
    asked = questions()
    for what, texts in asked.items():
        row(what, [asker.ask(text) for text in texts])
    typed = [title["title"][:end] for title in records(200, 8) for end in range(1, 25)]
    row("titles, key by key", [asker.ask(text) for text in typed])
    times: list[float] = []
    for turn in range(3):
        fill(library, papers + 50 * turn, 50)
        search.wake()
        while not empty() or not times:
            times.append(asker.ask(random.Random(len(times)).choice(asked["prefix of 3"])))
    row("while 50 papers are indexed", times)
    if search.process and Path("/proc/self/smaps_rollup").exists():
        print(f"index process: {memory(search.process):.0f} MB PSS")  # noqa: T201
    search.close()
    waiting.close()


def main() -> None:
    """Read the arguments, and measure in a folder that is thrown away."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--papers", type=int, default=10_000)
    papers = arguments.parse_args().papers
    if not SCALE.is_dir():
        sys.exit(f"{SCALE} is not here: nothing to measure with.")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PAPERDESK_HOME"] = folder
        measure(Path(folder), papers)


if __name__ == "__main__":
    main()
