import sys
from pathlib import Path

import pytest

from paperdesk.domain.comparison import Comparison
from paperdesk.domain.errors import BadDocument, Cancelled
from paperdesk.domain.pages import Document
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.reader.comparing.service import Comparing

FOUND = """
import sys, json
sys.stdin.readline()
print(json.dumps({"done": 1, "total": 2}), flush=True)
print(json.dumps({"found": {"changes": [], "same": 5, "notes": []}}), flush=True)
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Document, Document]:
    made = []
    for name in ("1.pdf", "2.pdf"):
        (tmp_path / name).write_bytes(name.encode())
        made.append(Document(tmp_path / name))
    return made[0], made[1]


def comparing(home: Home, program: str) -> Comparing:
    return Comparing((sys.executable, "-c", program), home)


def test_what_was_found_is_kept_until_a_file_changes(
    home: Home, pair: tuple[Document, Document]
) -> None:
    job = Job(1, "Compare")
    assert comparing(home, FOUND).compare(*pair, job) == Comparison((), 5)
    assert (job.done, job.total) == (1, 2)
    falls = comparing(home, "raise SystemExit(3)")
    assert falls.compare(*pair, job) == Comparison((), 5)
    pair[1].path.write_bytes(b"written anew")
    with pytest.raises(BadDocument, match="stopped"):
        falls.compare(*pair, job)


@pytest.mark.parametrize("said", ["no json", '{"failed": "It is locked."}', ""])
def test_a_process_that_fails_is_said(
    home: Home, pair: tuple[Document, Document], said: str
) -> None:
    program = comparing(home, f"print({said!r})")
    with pytest.raises(BadDocument, match=r"locked|stopped"):
        program.compare(*pair, Job(1, "Compare"))


def test_who_gives_up_ends_the_process(home: Home, pair: tuple[Document, Document]) -> None:
    job = Job(1, "Compare")
    job.moved = job.cancel
    endless = (
        'import time\nwhile 1: print(\'{"done": 1, "total": 9}\', flush=True); time.sleep(.01)'
    )
    with pytest.raises(Cancelled):
        comparing(home, endless).compare(*pair, job)
