"""What was asked is written down, without secrets, and does not grow for ever."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import Cancelled, Unreachable
from paperdesk.infra import ledger
from paperdesk.infra.answers import Answer, Loss, Lost
from paperdesk.infra.http import Http, Pace
from paperdesk.infra.jobs import Job
from paperdesk.infra.ledger import Ledger, harmless

URL = "https://blog.example/feed"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "network.jsonl"


def asked(kept: Ledger, url: str = URL, status: int = 200, *pieces: bytes) -> None:
    with kept.asking(Job(1, "Blog", why="by the clock"), url, conditional=True) as record:
        for _ in record.counted(Answer(status, {}, iter(pieces))).chunks:
            pass


def test_what_was_asked_is_kept_over_a_restart_the_newest_first(file: Path) -> None:
    asked(Ledger(file), URL, 200, b"12", b"345")
    asked(Ledger(file), URL, 304)
    newest, oldest = Ledger(file).exchanges()
    assert (newest.status, newest.result) == (304, "304, unchanged")
    assert (oldest.status, oldest.size, oldest.conditional) == (200, 5, True)
    assert (oldest.purpose, oldest.why, oldest.url) == ("Blog", "by the clock", URL)


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (Lost(Loss.DROPPED), "The connection to blog.example broke off. Try again."),
        (Cancelled("Blog: stopped."), "Stopped."),
        (Unreachable("It is in trouble."), "It is in trouble."),
    ],
)
def test_what_came_to_nothing_says_why(file: Path, raised: Exception, said: str) -> None:
    kept = Ledger(file)
    with pytest.raises(type(raised)), kept.asking(Job(1, "Blog"), URL, conditional=False):
        raise raised
    (one,) = kept.exchanges()
    assert (one.status, one.error) == (0, said)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://me:pass@blog.example:81/feed#top", "https://blog.example:81/feed"),
        ("https://a.example/f?token=s3cret&date=2026-05-29", "https://a.example/f?token=…&date=2026-05-29"),
        ("https://a.example/private/0f9d8c7b6a5f4e3d2c1b0a99/x", "https://a.example/private/…/x"),
        ("https://a.example/f?q=0f9d8c7b6a5f4e3d2c1b0a99", "https://a.example/f?q=…"),
        ("https://rss.arxiv.org/rss/cs.LG+cs.CL", "https://rss.arxiv.org/rss/cs.LG+cs.CL"),
        ("https://[::1]:8080/x", "https://[::1]:8080/x"),
        ("http://[", "…"),
    ],
)  # fmt: skip
def test_nothing_secret_of_an_address_is_kept(url: str, kept: str) -> None:
    assert harmless(url) == kept


@given(
    st.from_regex(r"[a-z_-]{1,12}", fullmatch=True),
    st.from_regex(r"[A-Z0-9]{12,40}", fullmatch=True),
)
def test_no_value_of_an_unknown_name_is_ever_kept(name: str, secret: str) -> None:
    told = harmless(f"https://u:{secret}@a.example/f?x-{name}={secret}#{secret}")
    assert secret not in told


def test_the_file_stays_small(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "CAP", 2_000)
    kept = Ledger(file)
    for number in range(100):
        asked(kept, f"{URL}?n={number}")
    assert sum(path.stat().st_size for path in file.parent.iterdir()) < 5_000
    assert kept.exchanges()[0].url == f"{URL}?n=99"


def test_a_line_that_was_cut_hides_none_of_the_others(file: Path) -> None:
    kept = Ledger(file)
    asked(kept)
    with file.open("a") as raw:
        raw.write('{"at": "2026-05\n[]\nnull\n{}\n')
    asked(kept)
    assert len(kept.exchanges()) == 2


def test_it_can_be_forgotten(file: Path) -> None:
    kept = Ledger(file)
    asked(kept)
    kept.clear()
    assert (kept.exchanges(), file.exists()) == ((), False)


def test_a_disk_that_takes_nothing_stops_no_request(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    kept = Ledger(tmp_path / "logs" / "network.jsonl")
    asked(kept)
    assert kept.exchanges() == ()


def test_each_request_of_the_program_is_written_down(world: Any, file: Path) -> None:
    http = Http(pace=Pace(arxiv=0.0, retry=0.01, attempts=2), ledger=Ledger(file))
    url = f"{world.url}/api/daily_papers?date=2026-05-29"
    first = http.get(url, job=Job(1, "Daily"))
    http.get(url, validators=first.validators)
    world.fault("status", code=503)
    with pytest.raises(Unreachable):
        http.get(url)
    http.close()
    rows = [json.loads(line) for line in file.read_text().splitlines()]
    told = [(row["purpose"], row["status"], row["conditional"], bool(row["error"])) for row in rows]
    assert told == [
        ("Daily", 200, False, False),
        ("Fetch", 304, True, False),
        ("Fetch", 503, False, True),
        ("Fetch", 503, False, True),
    ]
    assert rows[0]["size"] > 10_000
