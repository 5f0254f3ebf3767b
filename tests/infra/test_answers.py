"""What hosts' answers mean, in small."""

import gzip
import time
from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import Offline, Refused, Unreachable
from paperdesk.infra import answers
from paperdesk.infra.answers import Accept, Again, Answer, Loss, Lost

URL = "https://example.org/a"


def answer(status: int = 200, *chunks: bytes, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, named, iter(chunks))


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        (429, {"retry_after": "7"}, 7.0),
        (503, {"retry_after": " 7 "}, 7.0),
        (200, {"retry_after": "7"}, None),
        (429, {"retry_after": "soon"}, None),
        (429, {"retry_after": "9" * 400}, None),
        (429, {"retry_after": "Mon, 01 Foo 2026 00:00:00 GMT"}, None),
        (429, {"retry_after": "Mon, 99 Jun 2026 00:00:00 GMT"}, None),
        (429, {"ratelimit": '"api";r=0;t=55'}, 55.0),
        (200, {"ratelimit": '"api";r=0;t=55'}, 55.0),
        (200, {"ratelimit": '"api";r=499;t=55'}, None),
        (200, {"ratelimit": '"api";r=10;t=55'}, None),
        (429, {}, None),
    ],
)
def test_a_pause_is_read(status: int, headers: dict[str, str], seconds: float | None) -> None:
    assert answers.pause(answer(status, **headers)) == seconds


def test_a_pause_until_a_moment_is_read() -> None:
    soon = formatdate(time.time() + 30, usegmt=True)
    assert answers.pause(answer(429, retry_after=soon)) == pytest.approx(30, abs=2)


def test_a_moment_that_is_past_is_no_pause() -> None:
    assert answers.pause(answer(429, retry_after=formatdate(0, usegmt=True))) == 0.0


@pytest.mark.parametrize(
    ("url", "location", "target"),
    [
        (URL, "b", "https://example.org/b"),
        (URL, "//other.org/b", "https://other.org/b"),
        ("http://example.org/a", "https://example.org/a", "https://example.org/a"),
        ("http://example.org/a", "http://other.org/", "http://other.org/"),
        ("http://127.0.0.1:8800/a", "/b", "http://127.0.0.1:8800/b"),
    ],
)
def test_a_redirect_leads_on(url: str, location: str, target: str) -> None:
    assert answers.elsewhere(answer(302, location=location), url) == target


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "http://other.org/",
        "javascript:1",
        "http://[",
        "http://127.1/",
        "https://[::ffff:10.0.0.1]/",
        "https://printer.local/",
        "https://2130706433/",
    ],
)
def test_a_redirect_out_of_the_safe_web_is_refused(location: str) -> None:
    with pytest.raises(Unreachable, match="not followed"):
        answers.elsewhere(answer(301, location=location), URL)


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("127.0.0.1", True),
        ("10.0.0.7", True),
        ("169.254.1.1", True),
        ("100.64.0.1", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("::ffff:192.168.0.1", True),
        ("fd00::5", True),
        ("1.1.1.1", False),
        ("2606:4700::1111", False),
        ("198.18.0.5", False),
    ],
)
def test_an_address_of_this_network_is_told_from_the_worlds(address: str, inside: bool) -> None:
    assert answers.within(address) is inside


def test_an_answer_without_a_location_leads_nowhere() -> None:
    assert answers.elsewhere(answer(302), URL) is None
    assert answers.elsewhere(answer(200, location="b"), URL) is None


@pytest.mark.parametrize(
    ("start", "page"),
    [
        (b"<!DOCTYPE html><title>", True),
        (b"\xef\xbb\xbf\n <!-- a --> <HTML>", True),
        (b"%PDF-1.7", False),
        (b"[]", False),
        (b"<?xml version='1.0'?><rss>", False),
        (b"", False),
    ],
)
def test_a_page_is_known_by_its_beginning(start: bytes, page: bool) -> None:
    assert answers.is_page(start) is page


def test_a_page_is_taken_where_anything_is() -> None:
    answers.refuse_pages(Accept.ANY, b"<html>", URL)
    with pytest.raises(Unreachable):
        answers.refuse_pages(Accept.PDF, b"<html>", URL)


@given(st.binary(max_size=3000), st.integers(1, 400))
def test_a_packed_body_is_unpacked_however_it_is_cut(body: bytes, size: int) -> None:
    packed = gzip.compress(body)
    chunks = [packed[at : at + size] for at in range(0, len(packed), size)]
    found = answers.body(answer(200, *chunks, content_encoding="gzip"), URL, 3000)
    assert found == body


def test_a_bomb_is_stopped_at_the_cap() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with pytest.raises(Refused, match="more than 2 MB"):
        answers.body(answer(200, bomb, content_encoding="gzip"), URL, 2_000_000)


@pytest.mark.parametrize("body", [b"not packed", gzip.compress(b"cut", mtime=0)[:-9]])
def test_a_broken_packing_is_a_loss(body: bytes) -> None:
    with pytest.raises(Lost):
        answers.body(answer(200, body, content_encoding="gzip"), URL, 1000)


def test_an_unknown_packing_is_said() -> None:
    with pytest.raises(Unreachable, match="packed in an unknown way"):
        answers.body(answer(200, b"x", content_encoding="br"), URL, 1000)


def test_what_may_pass_is_worth_another_attempt() -> None:
    assert isinstance(answers.lost(Lost(Loss.DROPPED), URL), Again)
    assert isinstance(answers.lost(Lost(Loss.NAME), URL), Unreachable)


def test_no_network_is_told_from_a_host_that_is_gone() -> None:
    problem = answers.lost(Lost(Loss.NETWORK), URL)
    assert isinstance(problem, Again)
    assert isinstance(problem.problem, Offline)


@pytest.mark.parametrize("loss", list(Loss))
def test_every_loss_has_a_sentence_that_names_the_host(loss: Loss) -> None:
    problem = answers.lost(Lost(loss), URL)
    assert "example.org" in str(problem)


def test_what_drips_too_long_is_too_late() -> None:
    with pytest.raises(Lost):
        list(answers.in_time([b"x"], time.monotonic() - 1))


@pytest.mark.parametrize(
    ("text", "length"), [("12", 12), ("", 0), ("-1", 0), ("²", 0), ("9" * 30, 0)]
)
def test_a_length_is_read_if_it_is_one(text: str, length: int) -> None:
    assert answers.length(answer(content_length=text)) == length
