"""A library of real papers on many days, indexed; made once and kept between runs.

`folder(10_000)` is the `PAPERDESK_HOME` of one; whoever changes it takes a `copy`.
"""

import gzip
import hashlib
import itertools
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from paperdesk.app import build
from paperdesk.app.desktop import remembered
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Counts, Found
from paperdesk.infra import migrations
from paperdesk.infra.bus import at_once
from paperdesk.infra.paths import Home
from paperdesk.search import index

SHARED = Path(__file__).resolve().parents[3] / "shared"
PYTHON = (sys.executable, "-m", "paperdesk")

_SCALE = SHARED / "data/scale/paperlists_title_abstract.jsonl.gz"
_NEWEST = date(2026, 5, 29)
_A_DAY = 40
_SIZES = {"width": 1240, "height": 800}


def folder(papers: int) -> Path:
    """The home of a library with so many papers."""
    if not _SCALE.is_file():
        sys.exit(f"{_SCALE} is not here: nothing to measure with.")
    # Of what it was made with: to measure beside an index that is built anew misleads.
    made = Path(tempfile.gettempdir()) / f"paperdesk-bench-{papers}-{_stamp()}"
    if not made.is_dir():
        partial = Path(tempfile.mkdtemp(prefix="paperdesk-bench-"))
        _fill(Home(partial), papers)
        _index(partial)
        partial.rename(made)
    return made


def _stamp() -> str:
    """A short name for what libraries and indexes are made with today."""
    return hashlib.sha256(f"{migrations.NEWEST} {index.STAMP}".encode()).hexdigest()[:8]


def copy(original: Path, to: Path) -> Path:
    """A library of one's own, to be changed."""
    return Path(shutil.copytree(original, to))


def _fill(home: Home, papers: int) -> None:
    """Take the papers in as a source that listed them day by day."""
    rooms = build.rooms(home, at_once)
    source = rooms.feeds.roster.pages()
    found = _found()
    for number in range(papers // _A_DAY):
        day = _NEWEST - timedelta(days=number)
        entries = tuple(
            Entry(one, rank) for rank, one in enumerate(itertools.islice(found, _A_DAY), 1)
        )
        rooms.feeds.take(source, [Listing(day, datetime.now(UTC), entries)])
    # As if somebody had left with all of them on the screen.
    remembered.remember(rooms.changes, remembered.Remembered(sizes=_SIZES))
    rooms.close()


def _found() -> Iterator[Found]:
    with gzip.open(_SCALE, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            people = tuple(filter(None, (row["authors"] or "").split(";")))
            yield Found(
                row["title"],
                people,
                row["abstract"] or "",
                _NEWEST - timedelta(days=number // _A_DAY),
                counts=Counts(number * 7 % 200, number % 9),
            )


def _index(root: Path) -> None:
    """Let the index be built by the program itself."""
    environment = {"PAPERDESK_HOME": str(root)}
    subprocess.run([*PYTHON, "index"], env=environment, check=True, stdout=subprocess.DEVNULL)
