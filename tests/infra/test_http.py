"""The network as the program uses it, against a world in which all can go wrong."""

import gzip
import itertools
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from paperdesk.domain.errors import Cancelled, Offline, PaperDeskError, Refused, Unreachable
from paperdesk.infra.answers import Inward
from paperdesk.infra.http import Accept, BadStatus, Bounds, Http, Pace
from paperdesk.infra.jobs import Job, nothing
from paperdesk.infra.partial import Partial
from tests.clock import once, own_time, until

DAILY = "/api/daily_papers?date=2026-05-29"
PDF = "/arxiv/pdf/2605.29801"
QUICK = Pace(arxiv=0.0, retry=0.01, patience=2.0)


@pytest.fixture
def http() -> Iterator[Http]:
    http = Http(pace=QUICK, own=lambda host: host == "localhost")
    yield http
    http.close()


@pytest.fixture
def partial(tmp_path: Path) -> Partial:
    return Partial(tmp_path / "paper.part")


def job() -> Job:
    return Job(1, "Download")


def seconds(call: Callable[[], object]) -> float:
    before = own_time()
    call()
    return own_time() - before


def cancelled(begun: Callable[[], object], call: Callable[[Job], object]) -> float:
    """Cancel a job once its work has begun; how many seconds later it has ended."""
    running, moments = job(), list[float]()

    def cancel() -> None:
        moments.append(own_time())
        running.cancel()

    canceller = once(begun, cancel)
    with pytest.raises(Cancelled):
        call(running)
    ended = own_time()
    canceller.join()
    return ended - moments[0]


def test_what_is_unchanged_is_not_sent_again(world: Any, http: Http) -> None:
    first = http.get(world.url + DAILY, accept=Accept.JSON)
    again = http.get(world.url + DAILY, validators=first.validators, accept=Accept.JSON)
    assert (first.unchanged, again.unchanged, again.body) == (False, True, b"")
    assert world.asked()[-1]["headers"]["If-None-Match"] == dict(first.validators)["If-None-Match"]


def test_a_feed_is_asked_by_date_where_it_has_one(world: Any, http: Http) -> None:
    url = f"{world.url}/feeds/zotero/feed.rss"
    assert http.get(url, validators=http.get(url).validators).unchanged
    assert "If-Modified-Since" in world.asked()[-1]["headers"]


def test_every_request_says_who_asks(world: Any, http: Http) -> None:
    http.get(world.url + DAILY)
    assert world.asked()[0]["headers"]["User-Agent"].startswith("PaperDesk/")


@pytest.mark.parametrize(
    ("fault", "parameters", "sentence"),
    [
        ("status", {"code": 503}, "in trouble"),
        ("status", {"code": 404}, "does not have this"),
        ("status", {"code": 403}, "does not give this out"),
        ("drop", {}, "broke off"),
        ("truncate", {}, "broke off"),
        ("html", {}, "sign-in page"),
        ("ratelimit", {"reset": 55}, "asks for a pause of 5"),
        ("ratelimit", {"reset": 55, "style": "retry-after"}, "asks for a pause of 5"),
        ("redirect", {"location": "file:///etc/passwd"}, "not followed"),
        ("redirect", {"location": "http://["}, "not followed"),
        ("redirect", {"location": DAILY}, "round in circles"),
    ],
)
def test_what_goes_wrong_is_a_sentence(
    world: Any, http: Http, fault: str, parameters: dict[str, Any], sentence: str
) -> None:
    world.fault(fault, **parameters)
    with pytest.raises(Unreachable, match=sentence):
        http.get(world.url + DAILY, accept=Accept.JSON)


def test_a_host_that_says_nothing_did_not_answer_in_time(world: Any) -> None:
    http = Http(pace=Pace(silence=0.3, retry=0.01))
    world.fault("hang", seconds=30.0)
    with pytest.raises(Unreachable, match="did not answer in time"):
        http.get(world.url + DAILY)
    http.close()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://127.0.0.1:1/", "does not take connections"),
        ("http://nobody.invalid/", "could not be found"),
        ("ftp://example.org/", "not an address of the web"),
        ("http://[::1", "not an address of the web"),
        ("", "not an address of the web"),
    ],
)
def test_an_address_that_leads_nowhere_is_a_sentence(http: Http, url: str, sentence: str) -> None:
    with pytest.raises(Unreachable, match=sentence):
        http.get(url)


def test_a_certificate_that_is_none_is_not_taken(world: Any, http: Http) -> None:
    with pytest.raises(Unreachable):
        http.get(world.url.replace("http:", "https:"))


@pytest.mark.parametrize("fault", ["status", "drop", "truncate"])
def test_a_passing_trouble_is_tried_again(world: Any, http: Http, fault: str) -> None:
    world.fault(fault, times=2)
    assert http.get(world.url + DAILY, accept=Accept.JSON).status == 200
    assert len(world.asked("daily")) == 3


def test_a_refusal_is_not_tried_again(world: Any, http: Http) -> None:
    world.fault("status", code=404, body="no such day")
    with pytest.raises(BadStatus) as refusal:
        http.get(world.url + DAILY)
    assert (refusal.value.status, refusal.value.body) == (404, b"no such day")
    assert len(world.asked()) == 1


def test_a_short_pause_is_waited_out_and_said(world: Any, http: Http) -> None:
    world.fault("ratelimit", reset=1, times=1)
    asking = job()
    said: list[str] = []
    asking.moved = lambda: said.append(asking.detail)
    assert seconds(lambda: http.get(world.url + DAILY, job=asking)) < 3
    first, second = (entry["time"] for entry in world.asked())
    assert second - first > 0.9
    assert "asks for a pause" in said[0]


def test_a_long_pause_is_kept_without_asking_again(world: Any, http: Http) -> None:
    world.fault("ratelimit", reset=60, times=1)
    for _ in range(2):
        with pytest.raises(Unreachable, match="pause"):
            http.get(world.url + DAILY)
    assert len(world.asked()) == 1


def test_the_last_call_of_an_allowance_is_noticed(httpserver: HTTPServer, http: Http) -> None:
    httpserver.expect_request("/").respond_with_data("ok", headers={"RateLimit": '"api";r=0;t=55'})
    http.get(httpserver.url_for("/"))
    with pytest.raises(Unreachable, match="pause"):
        http.get(httpserver.url_for("/"))


def test_a_redirect_within_the_web_is_followed(world: Any, http: Http) -> None:
    world.fault("redirect", "^/feeds/old", location="/feeds/zotero/feed.rss")
    reply = http.get(f"{world.url}/feeds/old")
    assert reply.url == f"{world.url}/feeds/zotero/feed.rss"


@pytest.mark.parametrize("fault", ["hang", "slow"])
def test_a_cancelled_request_ends_within_a_second(world: Any, fault: str) -> None:
    http = Http(pace=Pace(retry=30.0))
    world.fault(fault, seconds=30.0)
    assert cancelled(world.asked, lambda one: http.get(world.url + DAILY, job=one)) < 1
    http.close()


def test_a_cancelled_wait_for_another_attempt_ends_at_once(world: Any) -> None:
    http = Http(pace=Pace(retry=30.0))
    world.fault("drop")
    assert cancelled(world.asked, lambda one: http.get(world.url + DAILY, job=one)) < 1
    http.close()


def test_a_cancelled_download_ends_within_a_second(
    world: Any, http: Http, partial: Partial
) -> None:
    world.fault("slow", seconds=0.0, rate=20_000)

    def begun() -> bool:
        return partial.path.exists() and partial.path.stat().st_size > 0

    assert cancelled(begun, lambda one: http.download(world.url + PDF, partial, one)) < 1
    assert partial.path.stat().st_size > 0


def test_offline_opens_no_connection(world: Any) -> None:
    http = Http(offline=lambda: True)
    with pytest.raises(Offline, match="work offline"):
        http.get(world.url + DAILY)
    assert world.asked() == []


def test_going_offline_stops_what_is_under_way(world: Any) -> None:
    offline = threading.Event()
    http = Http(offline=offline.is_set)
    world.fault("hang", seconds=30.0)
    once(world.asked, offline.set)
    with pytest.raises(Offline):
        http.get(world.url + DAILY)
    http.close()


def test_arxiv_is_asked_one_thing_at_a_time_and_slowly(world: Any, tmp_path: Path) -> None:
    http = Http(pace=Pace(arxiv=0.25))
    calls: list[Callable[[], object]] = [
        lambda: http.get(f"{world.url}/arxiv/api/query?search_query=all:model"),
        lambda: http.get(f"{world.url}/arxiv/rss/cs.CL"),
        lambda: http.download(world.url + PDF, Partial(tmp_path / "one"), job()),
    ]
    threads = [threading.Thread(target=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    asked = world.asked("/arxiv/")
    times = [entry["time"] for entry in asked]
    assert all(late - early >= 0.25 for early, late in itertools.pairwise(times))
    assert len({entry["client_port"] for entry in asked}) == 1
    http.close()


def test_who_waits_for_a_turn_at_arxiv_says_so_and_then_no_more(world: Any) -> None:
    http, said = Http(pace=Pace(arxiv=1.0)), list[str]()
    waits = Job(1, "Opening a paper", detail="the first of two")
    waits.moved = lambda: said.append(waits.detail)
    http.get(f"{world.url}/arxiv/abs/2605.29801")
    http.get(f"{world.url}/arxiv/abs/2605.29801", job=waits)
    http.close()
    assert said == ["Our turn at arXiv comes in 1 s", "the first of two"]


def test_arxiv_is_not_asked_by_two_processes_at_once(world: Any, tmp_path: Path) -> None:
    several = [Http(pace=Pace(arxiv=0.4), turns=tmp_path / "turn") for _ in range(3)]
    threads = [
        threading.Thread(target=http.get, args=(f"{world.url}/arxiv/abs/2605.29801",))
        for http in several
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = [entry["time"] for entry in world.asked("/arxiv/")]
    assert len(times) == 3
    assert all(late - early >= 0.38 for early, late in itertools.pairwise(times))
    for http in several:
        http.close()


def test_a_pdf_goes_ahead_of_what_waits(world: Any, tmp_path: Path) -> None:
    http = Http(pace=Pace(arxiv=0.0))
    calls: list[Callable[[], object]] = [
        lambda: http.get(f"{world.url}/arxiv/rss/cs.CL"),
        lambda: http.get(f"{world.url}/arxiv/rss/cs.CV"),
        lambda: http.download(world.url + PDF, Partial(tmp_path / "one"), job()),
    ]
    waiting = [threading.Thread(target=call) for call in calls]
    with http._arxiv.turn(nothing):
        for place, thread in enumerate(waiting, start=1):
            thread.start()
            until(lambda place=place: len(http._arxiv._line) == place)  # type: ignore[misc]
    for thread in waiting:
        thread.join()
    assert [entry["path"].split("/")[2] for entry in world.asked()] == ["pdf", "rss", "rss"]
    http.close()


def test_other_hosts_do_not_wait_for_arxiv(world: Any) -> None:
    http = Http(pace=Pace(arxiv=30.0))
    http.get(f"{world.url}/arxiv/abs/2605.29801")
    assert seconds(lambda: http.get(world.url + DAILY)) < 2
    http.close()


def test_a_download_says_how_far_it_is(world: Any, http: Http, partial: Partial) -> None:
    running = job()
    http.download(world.url + PDF, partial, running)
    assert running.done == running.total == partial.path.stat().st_size
    assert "MB" in running.detail


def test_a_broken_download_goes_on_where_it_stopped(
    world: Any, http: Http, partial: Partial
) -> None:
    world.fault("truncate", times=2)
    http.download(world.url + PDF, partial, job())
    whole = http.get(world.url + PDF).body
    assert partial.path.read_bytes() == whole
    ranges = [entry["headers"].get("Range") for entry in world.asked("/pdf/")[:3]]
    assert ranges[0] is None
    assert ranges[2] == f"bytes={len(whole) // 2 + (len(whole) - len(whole) // 2) // 2}-"


def test_a_download_goes_on_after_a_restart(world: Any, http: Http, partial: Partial) -> None:
    world.fault("truncate", times=3)
    with pytest.raises(Unreachable):
        http.download(world.url + PDF, partial, job())
    size = partial.path.stat().st_size
    http.download(world.url + PDF, Partial(partial.path), job())
    assert world.asked("/pdf/")[-1]["headers"]["Range"] == f"bytes={size}-"
    assert partial.path.read_bytes() == http.get(world.url + PDF).body


def test_a_finished_part_is_fetched_anew(world: Any, http: Http, partial: Partial) -> None:
    http.download(world.url + PDF, partial, job())
    http.download(world.url + PDF, Partial(partial.path), job())
    assert partial.path.read_bytes() == http.get(world.url + PDF).body


def test_another_version_is_not_glued_to_the_part_of_one(
    httpserver: HTTPServer, http: Http, partial: Partial
) -> None:
    partial.path.write_bytes(b"%PDF-old half")
    partial.path.with_name("paper.part.from").write_text(
        f'{{"url": "{httpserver.url_for("/a")}", "mark": "\\"one\\""}}'
    )
    httpserver.expect_request("/a").respond_with_data("%PDF-new whole", headers={"ETag": '"two"'})
    http.download(httpserver.url_for("/a"), partial, job())
    assert partial.path.read_bytes() == b"%PDF-new whole"


def test_a_page_in_place_of_a_pdf_leaves_nothing(world: Any, http: Http, partial: Partial) -> None:
    world.fault("html")
    with pytest.raises(Unreachable, match="sign-in page"):
        http.download(world.url + PDF, partial, job())
    assert not partial.path.exists()


@pytest.mark.parametrize("announced", [True, False])
def test_a_download_over_the_cap_is_refused(
    httpserver: HTTPServer, http: Http, partial: Partial, announced: bool
) -> None:
    def answer(_: Request) -> Response:
        body = b"x" * 2_000_000
        return Response(body if announced else iter([body] * 2))

    httpserver.expect_request("/a").respond_with_handler(answer)
    with pytest.raises(Refused, match="more than 1 MB"):
        http.download(httpserver.url_for("/a"), partial, job(), cap=1_000_000)
    assert not partial.path.exists() or partial.path.stat().st_size <= 1_000_000


def test_a_bomb_is_refused_before_it_is_unpacked(httpserver: HTTPServer, http: Http) -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 100_000_000))
    packed = {"Content-Encoding": "gzip"}
    httpserver.expect_request("/a").respond_with_data(gzip.decompress(bomb), headers=packed)
    with pytest.raises(Refused, match="more than 2 MB"):
        http.get(httpserver.url_for("/a"), cap=2_000_000)


def test_a_packed_answer_is_unpacked(httpserver: HTTPServer, http: Http) -> None:
    packed = {"Content-Encoding": "gzip"}
    httpserver.expect_request("/a").respond_with_data(gzip.compress(b"words"), headers=packed)
    assert http.get(httpserver.url_for("/a")).body == b"words"


def test_the_proxy_of_the_platform_is_asked(
    httpserver: HTTPServer, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", httpserver.url_for(""))
    monkeypatch.setenv("no_proxy", "localhost")
    httpserver.expect_request("/far").respond_with_data("by proxy")
    assert http.get("http://papers.invalid/far").body == b"by proxy"


def test_no_sentence_and_no_log_tells_a_secret(
    world: Any, http: Http, caplog: pytest.LogCaptureFixture
) -> None:
    world.fault("status", code=403)
    caplog.set_level("DEBUG", logger="paperdesk")
    with pytest.raises(PaperDeskError) as problem:
        http.get(f"{world.url}/feeds/zotero/feed.rss?token=hush")
    assert "hush" not in f"{problem.value}{caplog.text}"


@pytest.fixture
def inside(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """A server of this machine, under a name of the world."""
    real = socket.getaddrinfo

    def found(host: str, *rest: Any, **more: Any) -> Any:
        return real("127.0.0.1" if host.endswith(".example") else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", found)
    httpserver.expect_request("/feed").respond_with_data("words")
    return f"http://inside.example:{httpserver.port}/feed"


def test_a_name_of_the_world_that_leads_inside_is_not_asked(
    inside: str, httpserver: HTTPServer, http: Http
) -> None:
    with pytest.raises(
        Inward, match=r"inside\.example leads to an address inside your own network"
    ):
        http.get(inside)
    assert httpserver.log == []


def test_what_the_user_types_may_be_inside_and_its_connection_serves_nobody_else(
    inside: str, httpserver: HTTPServer, http: Http
) -> None:
    assert http.visit(inside, Job(1, "Look"), Bounds.ANY).body == b"words"
    with pytest.raises(Inward):
        http.get(inside)
    assert len(httpserver.log) == 1


def test_a_host_of_the_users_own_is_asked_again(inside: str) -> None:
    http = Http(own=lambda host: host == "inside.example")
    assert http.get(inside).body == b"words"
    http.close()


@pytest.mark.parametrize("own", [False, True])
def test_a_redirect_to_a_name_that_leads_inside_is_not_followed(
    inside: str, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    world = f"http://world.example:{httpserver.port}"
    httpserver.expect_request("/there").respond_with_data(status=302, headers={"Location": inside})
    httpserver.expect_request("/twice").respond_with_data(
        status=302, headers={"Location": f"{world}/there"}
    )
    monkeypatch.setenv("HF_ENDPOINT", world)
    http = Http(own=lambda host: own and host == "inside.example")
    for first in ("/there", "/twice"):
        with pytest.raises(Inward, match=r"inside\.example"):
            http.visit(world + first, Job(1, "Picture"), Bounds.WORLD)
    http.close()
    assert [request.path for request, _ in httpserver.log] == ["/there", "/twice", "/there"]


def test_where_others_lead_no_address_of_this_network_is_asked_by_any_name(
    httpserver: HTTPServer, http: Http, inside: str
) -> None:
    for name in ("127.0.0.1", "localhost", "127.1", "inside.example"):
        with pytest.raises(Inward):
            http.visit(f"http://{name}:{httpserver.port}/feed", Job(1, "Picture"), Bounds.WORLD)
    assert httpserver.log == []


def test_a_pdf_that_a_feed_names_is_not_fetched_from_this_network_unless_its_host_was_typed(
    inside: str, httpserver: HTTPServer, http: Http, partial: Partial
) -> None:
    httpserver.expect_request("/a.pdf").respond_with_data(b"%PDF-1.7")
    for name in ("inside.example", "127.0.0.1"):
        with pytest.raises(Inward):
            http.download(f"http://{name}:{httpserver.port}/a.pdf", partial, job())
    assert httpserver.log == []
    http.download(f"http://localhost:{httpserver.port}/a.pdf", partial, job())
    assert len(httpserver.log) == 1
