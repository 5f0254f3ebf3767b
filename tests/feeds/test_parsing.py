"""Feeds are read by real children: equal values, whatever happens to them."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument, Cancelled, PaperDeskError, Refused
from paperdesk.feeds.parsing import LARGE, LIMITS, Parsing
from paperdesk.feeds.sources.bodies import Item, read
from paperdesk.infra.jobs import Job

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "paperdesk", "--feed")
TODAY = date(2026, 5, 30)
ITEM = "<item><title>Paper {n}</title><guid>{n}</guid><description>Words.</description></item>"
SMALL = b"<rss version='2.0'><channel><title>T</title><item><title>A</title></item></channel></rss>"

Made = Callable[..., Parsing]


@pytest.fixture(autouse=True)
def findable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let child processes find the package, wherever the tests were started."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))


@pytest.fixture
def made() -> Iterator[Made]:
    """Make readers with limits of their own, which are closed in the end."""
    there: list[Parsing] = []

    def make(**limits: Any) -> Parsing:
        there.append(Parsing(COMMAND, replace(LIMITS, **limits)))
        return there[-1]

    yield make
    for one in there:
        one.close()


@pytest.fixture(scope="module")
def parsing() -> Iterator[Parsing]:
    """One for tests that do it no harm."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPATH", str(PROJECT))
        parsing = Parsing(COMMAND)
        parsing(SMALL, {}, today=TODAY, name="x.org", job=Job(1, "Feed"))
    yield parsing
    parsing.close()


def asked(parsing: Parsing, body: bytes, job: Job | None = None) -> tuple[str, list[Item]]:
    return parsing(body, {}, today=TODAY, name="x.org", job=job or Job(1, "Feed"))


def rss(count: int) -> bytes:
    items = "".join(ITEM.format(n=number) for number in range(count))
    return f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>".encode()


def running(parsing: Parsing) -> list[int]:
    return [one.child.number for one in parsing._readers if one.child.number is not None]


def beside(work: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    """Work under way in a thread, and what comes of it: a value or a sentence's error."""
    outcome: list[object] = []

    def run() -> None:
        try:
            outcome.append(work())
        except PaperDeskError as error:
            outcome.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, outcome


def until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.01)


def busy(process: int) -> bool:
    """Whether a process has used half a second of the processor."""
    ticks = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11]
    return int(ticks) > os.sysconf("SC_CLK_TCK") / 2


def outcome(work: Callable[[], tuple[str, list[Item]]]) -> object:
    """What comes of reading a feed: its values, or why there are none."""
    try:
        return work()
    except BadDocument as error:
        return str(error)


def test_every_recorded_feed_is_read_as_in_this_process(
    parsing: Parsing, shared_data: Path
) -> None:
    files = sorted(
        path
        for folder in ("feeds", "arxiv_rss")
        for path in (shared_data / folder).rglob("*")
        if path.is_file()
    )
    assert len(files) > 50
    for path in files:
        body = path.read_bytes()
        here = outcome(partial(read, body, {}, today=TODAY, name="x.org"))
        assert outcome(partial(asked, parsing, body)) == here, path.name


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "<!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaa'>"
            + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(12))
            + "]><rss version='2.0'><channel><item><title>T &a12;</title></item></channel></rss>",
            id="an entity bomb",
        ),
        pytest.param(
            "<rss version='2.0'><channel><item><title>T</title>" + "<b>" * 30_000, id="nested"
        ),
        pytest.param('{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 200_000),
        pytest.param("<rss><channel><item><title" + " a='b'" * 500_000, id="attributes"),
        pytest.param("\x00\x01\x02" * 10_000, id="noise"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_hostile_feed_is_read_or_refused_in_a_sentence(parsing: Parsing, body: str) -> None:
    before = running(parsing)
    said = outcome(lambda: asked(parsing, body.encode()))
    assert isinstance(said, tuple) or (isinstance(said, str) and said.endswith("."))
    assert asked(parsing, SMALL)[0] == "T"
    assert running(parsing) == before


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-16", "utf-32", "latin-1", "cp1251", "koi8-r", "koi8-u", "gb18030", "big5",
     "shift_jis", "euc-jp", "euc-kr", "iso2022_jp", "mac-cyrillic", "cp037", "utf-7", "no-such"],
)  # fmt: skip
@pytest.mark.parametrize("declared", [True, False])
def test_an_encoding_is_known_to_a_child_that_can_open_no_file(
    parsing: Parsing, codec: str, declared: bool
) -> None:
    text = SMALL.decode().replace("<item>", "<item><description>Zoë, Яна, 中</description>")
    name = f"<?xml version='1.0' encoding='{codec}'?>" if declared else ""
    body = f"{name}{text}".encode("utf-8" if codec == "no-such" else codec, "replace")
    headers = {} if declared else {"content-type": f"text/xml; charset={codec}"}
    here = outcome(lambda: read(body, headers, today=TODAY, name="x.org"))
    job = Job(1, "Feed")
    there = outcome(lambda: parsing(body, headers, today=TODAY, name="x.org", job=job))
    assert there == here


def test_a_feed_that_needs_too_much_memory_is_refused_and_the_next_one_read(made: Made) -> None:
    parsing = made(memory=200_000_000)
    with pytest.raises(BadDocument, match=r"x\.org needs more memory than any file may"):
        asked(parsing, b'{"items": [' + b"[]," * 5_000_000 + b"0]}")
    assert asked(parsing, SMALL)[0] == "T"


def test_endless_items_are_cut_off(parsing: Parsing) -> None:
    items = ",".join(f'{{"id": {number}, "title": "P"}}' for number in range(30_000))
    assert len(asked(parsing, f'{{"items": [{items}]}}'.encode())[1]) == 20_000


def test_a_child_killed_over_a_feed_is_said_and_the_next_one_reads(made: Made) -> None:
    parsing = made()
    asked(parsing, SMALL)
    (process,) = running(parsing)
    thread, came = beside(lambda: asked(parsing, rss(20_000)))
    until(lambda: busy(process))
    os.kill(process, signal.SIGKILL)
    thread.join(30)
    assert isinstance(came[0], BadDocument)
    assert "x.org ended the process that was reading it." in str(came[0])
    assert asked(parsing, SMALL)[0] == "T"


def test_a_child_killed_while_idle_is_replaced_unnoticed(made: Made) -> None:
    parsing = made()
    asked(parsing, SMALL)
    os.kill(running(parsing)[0], signal.SIGKILL)
    until(lambda: not running(parsing))
    assert asked(parsing, SMALL)[0] == "T"


def test_a_feed_that_takes_too_long_is_given_up(made: Made) -> None:
    parsing = made(seconds=0.5)
    with pytest.raises(BadDocument, match=r"x\.org was given up"):
        asked(parsing, rss(20_000))
    assert running(parsing) == []
    assert asked(parsing, SMALL)[0] == "T"


def test_a_feed_that_uses_the_processor_up_ends_its_child_only(made: Made) -> None:
    parsing = made(processor=-9.0)
    with pytest.raises(BadDocument, match=r"x\.org ended the process"):
        asked(parsing, rss(20_000))
    assert asked(parsing, SMALL)[0] == "T"


def test_who_gives_up_a_feed_ends_its_child(made: Made) -> None:
    parsing, job = made(), Job(1, "Feed")
    asked(parsing, SMALL)
    (process,) = running(parsing)
    thread, came = beside(lambda: asked(parsing, rss(20_000), job))
    until(lambda: busy(process))
    begun = time.monotonic()
    job.cancel()
    thread.join(30)
    assert time.monotonic() - begun < 2
    assert isinstance(came[0], Cancelled)
    assert running(parsing) == []


def test_a_feed_that_was_given_up_before_starts_nothing(made: Made) -> None:
    parsing, job = made(), Job(1, "Feed")
    job.cancel()
    with pytest.raises(Cancelled):
        asked(parsing, SMALL, job)
    assert running(parsing) == []


def test_a_small_feed_does_not_wait_for_a_large_one(made: Made) -> None:
    parsing, job = made(), Job(1, "Large")
    asked(parsing, SMALL)
    (process,) = running(parsing)
    thread, came = beside(lambda: asked(parsing, rss(20_000), job))
    until(lambda: busy(process))
    assert asked(parsing, SMALL)[0] == "T"
    assert came == []
    assert len(running(parsing)) == 2
    job.cancel()
    thread.join(30)


def test_one_child_reads_what_comes_one_after_the_other(made: Made) -> None:
    parsing = made()
    assert running(parsing) == []
    for _ in range(3):
        asked(parsing, SMALL)
    assert len(running(parsing)) == 1


def test_a_child_ends_when_nothing_comes_for_a_while(made: Made) -> None:
    parsing = made(quiet=0.3)
    asked(parsing, SMALL)
    until(lambda: not running(parsing))
    assert asked(parsing, SMALL)[0] == "T"


def test_who_read_a_large_feed_is_not_kept(made: Made) -> None:
    parsing = made()
    asked(parsing, SMALL + b" " * LARGE)
    assert running(parsing) == []


def test_closing_ends_every_child_also_one_at_work(made: Made) -> None:
    parsing, job = made(), Job(1, "Feed")
    asked(parsing, SMALL)
    (process,) = running(parsing)
    thread, _ = beside(lambda: asked(parsing, rss(20_000), job))
    until(lambda: busy(process))
    job.cancel()
    parsing.close()
    thread.join(10)
    assert not thread.is_alive()
    assert not Path(f"/proc/{process}").exists()


def test_nothing_is_read_any_more_once_it_is_closed(made: Made) -> None:
    parsing = made()
    parsing.close()
    with pytest.raises(Cancelled):
        asked(parsing, SMALL)
    assert running(parsing) == []


def test_no_child_outlives_a_window_that_is_killed() -> None:
    script = (
        "import sys, datetime; from tests.feeds import test_parsing as t;"
        "p = t.Parsing(t.COMMAND); t.asked(p, t.SMALL); print(t.running(p)[0], flush=True);"
        "t.asked(p, t.rss(20_000))"
    )
    window = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=PROJECT)
    assert window.stdout is not None
    child = Path(f"/proc/{int(window.stdout.readline())}")
    window.kill()
    window.communicate()
    until(lambda: not child.exists() or "Z" in (child / "stat").read_text().rpartition(")")[2][:3])


def test_a_program_that_is_not_there_is_said() -> None:
    with pytest.raises(Refused, match="could not be started"):
        asked(Parsing(("/no/such/program",)), SMALL)


LIES = [
    '"nothing"',
    '{"entries": 5}',
    '{"entries": [["2026-05-30", "key", ["a title only"]]]}',
    '{"title": 5}',
    '{"error": "SystemExit", "say": "x"}',
]


@pytest.mark.parametrize("lie", LIES)
def test_what_a_child_makes_up_is_not_believed(lie: str) -> None:
    script = (
        "import os, socket, json; from paperdesk.children.wire import Wire\n"
        "wire = Wire(socket.socket(fileno=os.dup(0)))\n"
        "wire.receive(); wire.send({}); wire.receive()\n"
        f"wire.send(json.loads({lie!r})); wire.receive()"
    )
    parsing = Parsing((sys.executable, "-c", script))
    with pytest.raises(BadDocument, match="ended the process"):
        asked(parsing, SMALL)
    assert running(parsing) == []
