"""Hosts that fail in every way: nothing is lost, and each failure is named once, in a sentence."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperdesk.domain.errors import PaperDeskError, Refused, Unreachable
from paperdesk.domain.feed import Source
from paperdesk.domain.paper import PaperId, State
from paperdesk.domain.shelf import ALL
from paperdesk.feeds import Feeds
from paperdesk.feeds import store as feed_store
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http, Pace
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from tests.feeds.here import reach

NEWEST = date(2026, 5, 29)
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>
<item><title>One</title><guid>1</guid></item><item><title>Two</title><guid>2</guid></item>
</channel></rss>"""


@pytest.fixture
def http() -> Iterator[Http]:
    http = Http(pace=Pace(arxiv=0.0, silence=2.5, whole=6.0, retry=0.01, patience=0.0, attempts=2))
    yield http
    http.close()


@pytest.fixture
def feeds(changes: Changes, journal: Journal, library: Library, http: Http) -> Feeds:
    return Feeds(changes, journal, library, reach(http))


@contextmanager
def host(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """The address of a feed whose host answers each request as it likes."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, _ = server.accept()
                    with line, suppress(OSError):
                        line.recv(65_536)
                        answer(line)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/feed"
        server.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def whole(body: bytes, head: str = "Content-Type: application/rss+xml") -> bytes:
    return f"HTTP/1.1 200 OK\r\n{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def titles(library: Library) -> list[str]:
    papers = library.papers([PaperId(one) for one in library.ids(ALL)])
    return sorted(paper.title for paper in papers)


def fails(feeds: Feeds, source: Source, day: date | None = None) -> PaperDeskError:
    with pytest.raises(PaperDeskError) as raised:
        feeds.refresh(feeds.roster.source(source.id), day, Job(1, source.name))
    return raised.value


FAULTS = [
    ("status", {"code": 429}),
    ("status", {"code": 503}),
    ("status", {"code": 503, "headers": {"Retry-After": "7200"}}),
    ("status", {"code": 406}),
    ("ratelimit", {"reset": 7200}),
    ("ratelimit", {"reset": 7200, "style": "retry-after"}),
    ("drop", {}),
    ("truncate", {"fraction": 0.01}),
    ("truncate", {"fraction": 0.99}),
    ("garbage", {}),
    ("html", {}),
    pytest.param("hang", {"seconds": 9}, marks=pytest.mark.long),
    pytest.param("slow", {"seconds": 0, "rate": 300}, marks=pytest.mark.long),
    ("redirect", {"location": "/somewhere", "code": 302}),
    ("redirect", {"location": "file:///etc/passwd"}),
]


@pytest.mark.parametrize("kind", ["hub", "feed"])
@pytest.mark.parametrize(("fault", "how"), FAULTS)
def test_a_failure_is_kept_once_with_its_source_and_loses_nothing(
    world: Any, feeds: Feeds, library: Library, changes: Changes, kind: str, fault: str, how: Any
) -> None:
    hub = feeds.roster.sources()[0]
    source = hub if kind == "hub" else feeds.roster.add(f"{world.url}/feeds/generated?n=50")
    feeds.refresh(source, None, Job(1, source.name))
    before = titles(library)
    with changes.write() as write:  # so that not only what has changed is asked for
        write.connection.exec_driver_sql("DELETE FROM visit")
    world.fault(fault, **how)
    error = fails(feeds, source)
    failed = feeds.roster.source(source.id)
    assert titles(library) == before
    assert str(error).endswith(".")
    assert failed.last_error == str(error)
    assert [one.sentence for one in feed_store.troubles(changes.database.read(), source.id)] == [
        str(error)
    ]
    assert failed.due is not None
    assert failed.last_error_at is not None
    asked_for = 7200 if 7200 in how.values() or "headers" in how else 60
    assert failed.due - failed.last_error_at >= timedelta(seconds=asked_for - 5)

    world.heal()
    if asked_for == 60:
        feeds.refresh(feeds.roster.source(source.id), None, Job(1, source.name))
        assert (titles(library), feeds.roster.source(source.id).failures) == (before, 0)


@given(cut=st.integers(0, len(whole(FEED)) - 1))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wherever_the_line_breaks_a_feed_is_taken_whole_or_not_at_all(
    feeds: Feeds, library: Library, cut: int
) -> None:
    with host(lambda line: line.sendall(whole(FEED)[:cut])) as url:
        source = feeds.roster.add(url)
        fails(feeds, source)
    assert titles(library) == []


def test_a_feed_that_comes_whole_is_taken(feeds: Feeds, library: Library) -> None:
    with host(lambda line: line.sendall(whole(FEED))) as url:
        feeds.refresh(feeds.roster.add(url), None, Job(1, "T"))
    assert titles(library) == ["One", "Two"]


def test_a_body_without_end_is_cut_off(feeds: Feeds, library: Library) -> None:
    def pour(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
        for _ in range(100):
            line.sendall(b"x" * 1_000_000)

    with host(pour) as url:
        error = fails(feeds, feeds.roster.add(url))
    assert isinstance(error, Refused)
    assert "more than 32 MB" in str(error)


def test_a_slow_drip_ends_in_time(feeds: Feeds) -> None:
    still = threading.Event()

    def drip(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not still.wait(0.2):
            line.sendall(b"x")

    with host(drip) as url:
        error = fails(feeds, feeds.roster.add(url))
        still.set()
    assert "did not answer in time" in str(error)


@pytest.mark.parametrize("codec", ["latin-1", "utf-16", "utf-8"])
def test_a_feed_in_another_encoding_than_it_says_is_read_or_refused(
    feeds: Feeds, library: Library, codec: str
) -> None:
    body = FEED.decode().replace("One", "Zoë").replace("?>", ' encoding="utf-8"?>', 1).encode(codec)
    with host(lambda line: line.sendall(whole(body))) as url, suppress(PaperDeskError):
        feeds.refresh(feeds.roster.add(url), None, Job(1, "T"))
    assert titles(library) in ([], ["Two", "Zoë"])


def test_what_is_decided_while_a_day_is_fetched_stands(
    world: Any, feeds: Feeds, library: Library
) -> None:
    hub = feeds.roster.sources()[0]
    merged = feeds.refresh(hub, NEWEST, Job(1, hub.name))
    starred, read = merged.papers[0], merged.papers[1:3]
    world.fault("slow", seconds=0.3)
    thread = threading.Thread(target=feeds.refresh, args=(hub, NEWEST, Job(2, hub.name)))
    thread.start()
    library.set_state([starred], State.SHORTLIST)
    library.set_unread(read, unread=False)
    thread.join()
    papers = {paper.id: paper for paper in library.papers(merged.papers)}
    assert papers[starred].state is State.SHORTLIST
    assert {one.id for one in papers.values() if not one.unread} == {starred, *read}


def test_half_a_day_and_then_the_rest_lose_nothing(
    world: Any, feeds: Feeds, library: Library, recordings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub, all_of_it = feeds.roster.sources()[0], recordings.days[NEWEST]
    days = {**recordings.days, NEWEST: all_of_it[::2]}
    monkeypatch.setattr(recordings, "days", days)
    first = feeds.refresh(hub, NEWEST, Job(1, hub.name))
    library.set_state(first.papers[:3], State.LATER)
    monkeypatch.setattr(recordings, "days", {**days, NEWEST: all_of_it})
    world.fault("truncate")
    with pytest.raises(Unreachable):
        feeds.refresh(hub, NEWEST, Job(2, hub.name))
    world.heal()
    second = feeds.refresh(hub, NEWEST, Job(3, hub.name))
    assert len(second.papers) == len(all_of_it)
    assert second.added == len(all_of_it) - len(first.papers)
    assert {one.state for one in library.papers(first.papers[:3])} == {State.LATER}
    assert not any(one.unread for one in library.papers(first.papers[:3]))
