"""The process that reads feeds, seen from its standard input."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from paperdesk.children.wire import Wire
from paperdesk.feeds.child import BATCH
from paperdesk.feeds.parsing import LIMITS

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "paperdesk", "--feed")
ITEM = "<item><title>Paper {n}</title><guid>{n}</guid></item>"

Started = tuple["subprocess.Popen[bytes]", Wire, dict[str, Any]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[Started]:
    """A child that has taken its limits, and what it said to that."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    here, there = socket.socketpair()
    with subprocess.Popen(
        COMMAND, stdin=there.fileno(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        there.close()
        wire = Wire(here)
        wire.send({"limits": asdict(replace(LIMITS, quiet=30))})
        try:
            yield process, wire, wire.receive(30).value
        finally:
            wire.close()


def ask(wire: Wire, body: bytes) -> list[dict[str, Any]]:
    """Everything that a child says of a feed."""
    memory = os.memfd_create("test")
    os.write(memory, body)
    wire.send({"headers": {}, "today": "2026-05-30", "name": "x.org"}, memory)
    os.close(memory)
    said = [wire.receive(30).value]
    while "entries" in said[-1]:
        said.append(wire.receive(30).value)
    return said


def test_entries_come_a_few_at_a_time_and_the_title_behind_them(started: Started) -> None:
    _, wire, _ = started
    items = "".join(ITEM.format(n=number) for number in range(2 * BATCH + 1))
    feed = f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>"
    said = ask(wire, feed.encode())
    assert [len(one["entries"]) for one in said[:-1]] == [BATCH, BATCH, 1]
    assert said[-1] == {"title": "T"}


def test_what_is_no_feed_is_refused_in_a_sentence(started: Started) -> None:
    _, wire, _ = started
    (said,) = ask(wire, b"nothing of the kind")
    assert (said["error"], said["say"][:16]) == ("BadDocument", "What x.org sent ")


def test_it_is_shut_in_before_it_meets_a_feed(started: Started) -> None:
    process, _, said = started
    assert said["ready"] == process.pid
    status = Path(f"/proc/{process.pid}/status").read_text()
    assert ("seccomp" in said["fences"]) == ("Seccomp:\t2" in status)
    limits = Path(f"/proc/{process.pid}/limits").read_text()
    assert str(2**30) in limits
    opened = {os.readlink(one) for one in Path(f"/proc/{process.pid}/fd").iterdir()}
    assert {one for one in opened if one.startswith("/")} == {os.devnull}


def test_nothing_that_is_printed_gets_out_and_it_ends_with_its_parent(started: Started) -> None:
    process, wire, _ = started
    ask(wire, b"<rss")
    wire.close()
    assert process.communicate(timeout=10) == (b"", b"")
    assert process.returncode == 0


def test_it_knows_neither_qt_nor_the_database() -> None:
    script = (
        "from paperdesk.app import doors; doors.install()\n"
        "import sys; from paperdesk.app import main\n"
        "main.main(['--feed', 'and more'])\n"
        "print([name for name in ('PySide6', 'sqlite3', 'httpx', 'pymupdf', 'paperdesk.infra.http')"
        " if name in sys.modules], 'feedparser' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=PROJECT, check=True
    )
    assert done.stdout == "[] True\n"


def test_nothing_is_imported_once_it_is_ready(shared_data: Path) -> None:
    """It could not: all that a feed may need has to be there before."""
    script = (
        "import sys, datetime, pathlib; from paperdesk.children import reading\n"
        "from paperdesk.feeds import child; reading.meet_encodings()\n"
        "from paperdesk.domain.errors import BadDocument\n"
        "child.rehearse(); before = set(sys.modules)\n"
        "for path in pathlib.Path(sys.argv[1]).rglob('*'):\n"
        "    try: path.is_file() and child.read(path.read_bytes(), {}, "
        "today=datetime.date(2026, 5, 30), name='x')\n"
        "    except BadDocument: pass\n"
        "print(set(sys.modules) - before)"
    )
    command = [sys.executable, "-c", script, str(shared_data / "feeds")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=True)
    assert done.stdout == "set()\n"
