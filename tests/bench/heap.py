"""A feed of any size, written by plain SQL: made once and kept between runs.

`folder(1_000_000)` is the `PAPERDESK_HOME` of one. Its papers are the real
titles and abstracts of ../shared/data/scale, and halves of two of them joined
where those run out. It equals what the program makes of the same listings
(`tests/bench/test_heap.py`), only faster. What papers say of themselves is there
too, but of two halves only what the first one says.
"""

import functools
import gzip
import hashlib
import itertools
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from paperdesk.domain.claims import EDITION, claims
from paperdesk.domain.facts import ABSTRACT, TITLE, Fact
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Counts, Found, PaperId, State, name_key, title_key
from paperdesk.infra import migrations, tallies
from paperdesk.infra.database import Database
from paperdesk.infra.paths import Home
from paperdesk.library import facts as reading
from paperdesk.library.taking import citation_key

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCALE = SHARED / "data/scale/paperlists_title_abstract.jsonl.gz"

NEWEST = date(2026, 5, 29)
A_DAY = 500
SOURCES = 20
"""The first is Hugging Face, which is there already; the others are feeds."""

_TAGS = 120
_BATCH = 20_000
_KEPT = (
    (State.TRASH, 1),
    (State.SHORTLIST, 2),
    (State.LATER, 3),
    (State.INBOX, 5),
    (State.ARCHIVE, 9),
    (State.NEW, 39),
    (State.DISMISSED, 100),
)
"""Of a hundred papers, those below each number are in that state."""


def folder(papers: int) -> Path:
    """The home of a library with so many papers."""
    if not SCALE.is_file():
        sys.exit(f"{SCALE} is not here: nothing to measure with.")
    made = Path(tempfile.gettempdir()) / f"paperdesk-heap-{papers}-{_stamp()}"
    if not made.is_dir():
        partial = Path(tempfile.mkdtemp(prefix="paperdesk-heap-"))
        fill(Home(partial), papers)
        partial.rename(made)
    return made


def indexed(papers: int) -> Path:
    """The same, with its index."""
    made = folder(papers)
    if not (made / "index").is_dir():
        command = (sys.executable, "-m", "paperdesk", "index")
        environment = {**os.environ, "PAPERDESK_HOME": str(made)}
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return made


def _stamp() -> str:
    """A short name for the schema of today and for this recipe."""
    made_with = f"{migrations.STEPS} {Path(__file__).read_text(encoding='utf-8')}"
    return hashlib.sha256(made_with.encode()).hexdigest()[:8]


@functools.cache
def _real() -> tuple[Found, ...]:
    """The papers of ../shared."""
    with gzip.open(SCALE, "rt", encoding="utf-8") as lines:
        return tuple(_found(json.loads(line)) for line in lines)


def founds() -> Iterator[Found]:
    """Papers without end: the real ones, then halves of two."""
    real = _real()
    yield from real
    for turn in itertools.count(1):
        for at, one in enumerate(real):
            yield _joined(one, real[(at * 7 + turn * 1009) % len(real)], turn)


def _found(row: dict[str, str]) -> Found:
    people = tuple(" ".join(name.split()) for name in (row["authors"] or "").split(";"))
    title = " ".join(row["title"].split())
    return Found(title, tuple(filter(None, people)), (row["abstract"] or "").strip())


def _joined(one: Found, other: Found, turn: int) -> Found:
    words, more = one.title.split(), other.title.split()
    title = " ".join((*_begun(words), *more[len(more) // 2 :], str(turn)))
    halves = one.abstract[: len(one.abstract) // 2], other.abstract[len(other.abstract) // 2 :]
    return replace(one, title=title, abstract=" ".join(halves).strip())


def _begun(words: Sequence[str]) -> Sequence[str]:
    """What a title gives to one that is joined with another."""
    return words[: len(words) // 2 + 1]


def facts_of(number: int) -> Iterator[Fact]:
    """What a paper says of itself."""
    real = _real()
    one = real[number % len(real)]
    begun = {
        TITLE: len(" ".join(_begun(one.title.split()))),
        ABSTRACT: len(one.abstract) // 2,
    }
    for fact in _read(number % len(real)):
        if number < len(real) or fact.stop <= begun[fact.place]:
            yield fact


@functools.cache
def _read(number: int) -> tuple[Fact, ...]:
    """A real paper read by the program: a millisecond each."""
    one = _real()[number]
    return tuple(claims(one.title, one.abstract))


def day_of(number: int) -> date:
    """The day on which a paper, counted from 0, was listed."""
    return NEWEST - timedelta(days=number // A_DAY)


def sources_of(number: int) -> tuple[int, ...]:
    """The sources that listed a paper: one, and of every fifth another beside it."""
    first = 1 if number % 10 == 0 else 2 + number * 7 % (SOURCES - 1)
    second = 2 + (first + number) % (SOURCES - 1)
    return (first, second) if number % 5 == 0 and second != first else (first,)


def listed(number: int, found: Found) -> Found:
    """A paper as its sources report it."""
    counts = Counts(number * 7 % 200, number % 9) if number % 10 == 0 else Counts()
    return replace(found, published=day_of(number), arxiv=_arxiv(number), counts=counts)


def _arxiv(number: int) -> str | None:
    day = day_of(number)
    return f"{day:%y%m}.{number % 100_000:05d}" if number % 2 and day.year > 2014 else None


def moment(day: date) -> datetime:
    """When a day was fetched."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def listings(papers: int) -> Iterator[tuple[int, Listing]]:
    """The same as the program is told it: a source's number, and a day of it."""
    numbered = enumerate(itertools.islice(founds(), papers))
    for day, group in itertools.groupby(numbered, lambda pair: day_of(pair[0])):
        rows = [(number, listed(number, found)) for number, found in group]
        for source in range(1, SOURCES + 1):
            here = [found for number, found in rows if source in sources_of(number)]
            entries = tuple(
                Entry(found, rank, found.title) for rank, found in enumerate(here, start=1)
            )
            yield source, Listing(day, moment(day), entries)


def fill(home: Home, papers: int, *, decided: bool = True) -> None:
    """Write the library; `decided` also puts papers into states and tags on them."""
    Database(home.database).close()
    connection = sqlite3.connect(home.database, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    connection.execute("BEGIN")
    later = _set_aside(connection, "trigger") + _set_aside(connection, "index")
    _write_sources(connection)
    _Writer(connection, decided=decided).write(papers)
    write_facts(connection, papers)
    connection.executescript("\n".join(later))
    connection.executescript(tallies.RECOUNT)
    connection.executescript("DELETE FROM waiting;")
    connection.close()


def _set_aside(connection: sqlite3.Connection, kind: str) -> list[str]:
    """Drop what would slow the writing down; returns how to make it again."""
    rows = connection.execute(
        "SELECT name, sql || ';' FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL", (kind,)
    ).fetchall()
    for name, _ in rows:
        connection.execute(f"DROP {kind} {name}")
    return [sql for _, sql in rows]


def _write_sources(connection: sqlite3.Connection) -> None:
    for number in range(2, SOURCES + 1):
        connection.execute(
            "INSERT INTO source (id, kind, name, url, enabled) VALUES (?, 'feed', ?, ?, 1)",
            (number, f"Feed {number}", f"https://feeds.example/{number}.xml"),
        )
    connection.executemany(
        "INSERT INTO tag (id, name) VALUES (?, ?)",
        [(number + 1, f"tag-{number}") for number in range(_TAGS)],
    )


def write_facts(connection: sqlite3.Connection, papers: int) -> None:
    """Write what the papers say, as if each of them had been read."""
    rows = (
        reading._row(PaperId(number + 1), fact)
        for number in range(papers)
        for fact in facts_of(number)
    )
    connection.executemany(
        "INSERT OR IGNORE INTO fact (paper, name, value, text, place, start, stop, key) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    kept = json.dumps({"edition": EDITION, "reach": papers})
    connection.execute("INSERT INTO memory (key, value) VALUES (?, ?)", (reading._KEY, kept))


class _Writer:
    """Writes papers with all that hangs on them, in batches."""

    def __init__(self, connection: sqlite3.Connection, *, decided: bool) -> None:
        self._connection = connection
        self._decided = decided
        self._authors: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self._entry = 0

    def write(self, papers: int) -> None:
        """The first so many papers."""
        numbered = enumerate(itertools.islice(founds(), papers))
        while batch := [
            (number, listed(number, found))
            for number, found in itertools.islice(numbered, _BATCH // A_DAY * A_DAY)
        ]:
            self._write_authors(batch)
            self._insert("paper", [self._paper(number, found) for number, found in batch])
            self._insert("authorship", list(self._authorships(batch)))
            self._write_entries(batch)
            if self._decided:
                self._insert("tagging", list(_taggings(batch)))

    def _insert(self, table: str, rows: Sequence[dict[str, object]]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(
                f"INSERT INTO {table} ({', '.join(rows[0])}) VALUES ({marks})",
                [tuple(row.values()) for row in rows],
            )

    def _write_authors(self, batch: Sequence[tuple[int, Found]]) -> None:
        fresh = []
        for name in dict.fromkeys(name for _, found in batch for name in found.authors):
            if name not in self._authors:
                self._authors[name] = len(self._authors) + 1
                row = {"id": self._authors[name], "name": name, "key": name_key(name)}
                fresh.append(row)
        self._insert("author", fresh)

    def _paper(self, number: int, found: Found) -> dict[str, object]:
        at = moment(day_of(number)).timestamp()
        state, unread = _state(number) if self._decided else (State.NEW, 1)
        year = found.published.year if found.published else None
        return {
            "id": number + 1,
            "title": found.title,
            "title_key": title_key(found.title),
            "first_key": name_key(found.authors[0]) if found.authors else "",
            "abstract": found.abstract,
            "published": found.published.isoformat() if found.published else None,
            "year": year,
            "arxiv": found.arxiv,
            "version": 0,
            "citekey": self._free(citation_key(found.authors, year, found.title)),
            "state": state.value,
            "state_at": at if state is State.NEW else at + number % 86_400,
            "unread": unread,
            "added_at": at,
            "upvotes": found.counts.upvotes,
            "comments": found.counts.comments,
        }

    def _free(self, key: str) -> str:
        """The first key that nobody has, as the program finds it with a query."""
        number, free = self._keys.get(key, 0), key
        while free in self._keys:
            number += 1
            free = f"{key}{_letters(number)}"
        self._keys[key] = number
        self._keys.setdefault(free, 0)
        return free

    def _authorships(self, batch: Sequence[tuple[int, Found]]) -> Iterator[dict[str, object]]:
        for number, found in batch:
            for position, name in enumerate(found.authors):
                yield {
                    "paper": number + 1,
                    "position": position,
                    "author": self._authors[name],
                }

    def _write_entries(self, batch: Sequence[tuple[int, Found]]) -> None:
        entries, snapshots = [], []
        for _, group in itertools.groupby(batch, lambda pair: day_of(pair[0])):
            ranks: dict[int, int] = {}
            for number, found in group:
                for source in sources_of(number):
                    ranks[source] = ranks.get(source, 0) + 1
                    self._entry += 1
                    row = self._listing(number, found, source, ranks[source])
                    entries.append(row)
                    if found.counts != Counts():
                        snapshots.append(_snapshot(row, found))
        self._insert("entry", entries)
        self._connection.executemany(
            "UPDATE paper SET day = ?, rank = min(coalesce(rank, ?), ?) WHERE id = ?",
            [(row["day"], row["rank"], row["rank"], row["paper"]) for row in entries],
        )
        self._insert("snapshot", snapshots)

    def _listing(self, number: int, found: Found, source: int, rank: int) -> dict[str, object]:
        at = moment(day_of(number)).timestamp()
        return {
            "id": self._entry,
            "source": source,
            "day": day_of(number).isoformat(),
            "paper": number + 1,
            "key": found.title,
            "rank": rank,
            "first_seen": at,
            "last_seen": at,
            "extra": "{}",
        }


def _state(number: int) -> tuple[State, int]:
    """What became of a paper, and whether it is unread; older ones were dealt with."""
    lot = number * 7919 % 100
    state = next(state for state, below in _KEPT if lot < below)
    return state, int(state is State.NEW and number % 2 == 0)


def _taggings(batch: Sequence[tuple[int, Found]]) -> Iterator[dict[str, object]]:
    for number, _ in batch:
        if number % 20 == 0:
            yield {"paper": number + 1, "tag": number // 20 % _TAGS + 1}


def _snapshot(row: dict[str, object], found: Found) -> dict[str, object]:
    return {
        "entry": row["id"],
        "at": row["first_seen"],
        "rank": row["rank"],
        "upvotes": found.counts.upvotes,
        "comments": found.counts.comments,
    }


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    number, last = divmod(number - 1, 26)
    return (_letters(number) if number else "") + chr(ord("a") + last)
