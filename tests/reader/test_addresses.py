"""Where a link leads is told plainly, or it is not followed at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import Refused
from paperdesk.reader.addresses import departure


def test_a_web_page_is_told_by_its_host_and_its_whole_address() -> None:
    going = departure("https://example.org/a?b=c#d")
    assert going.place == "example.org"
    assert going.shown == going.url == "https://example.org/a?b=c#d"
    assert going.caution == ""
    assert not going.mail


@pytest.mark.parametrize(
    ("address", "place", "caution"),
    [
        ("https://arxiv.org@evil.example/x", "evil.example", "only looks like arxiv.org"),
        (
            "http://u:p@evil.example@good.example/",
            "good.example",
            "only looks like u:p@evil.example",
        ),
        ("https://аrxiv.org/", "xn--rxiv-43d.org", "letters of another script"),
        ("https://xn--rxiv-43d.org/", "xn--rxiv-43d.org", "letters of another script"),
        ("http://example.org/", "example.org", "not encrypted"),
        ("https://example.org:8080/x", "example.org", ""),
    ],
)
def test_what_is_odd_about_a_host_is_said(address: str, place: str, caution: str) -> None:
    going = departure(address)
    assert going.place == place
    assert caution in going.caution
    assert bool(caution) == bool(going.caution)


def test_what_does_not_show_is_spelt_out() -> None:
    going = departure("https://example.org/\u202efdp.exe\u200b x")
    assert going.shown == "https://example.org/%E2%80%AEfdp.exe%E2%80%8B x"
    assert going.url == "https://example.org/%E2%80%AEfdp.exe%E2%80%8B%20x"


def test_an_endless_address_is_counted() -> None:
    going = departure("https://example.org/" + "a" * 3000)
    assert going.shown.endswith("… (2,320 more characters)")
    assert len(going.url) == 3020


def test_a_letter_attaches_nothing() -> None:
    going = departure("mailto:a%40example.org?subject=Hi%20there&attach=/etc/passwd&Body=x")
    assert going.mail
    assert going.place == "a@example.org"
    assert going.url == "mailto:a@example.org?subject=Hi%20there&Body=x"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("file:///etc/passwd", "another file, /etc/passwd"),
        ("file:/bin/sh", "starts no programs"),
        ("javascript:alert(1)", "only web pages"),
        ("paperdesk://paper/1", "only web pages"),
        ("https:///nowhere", "only web pages"),
        ("HTTPS//x", "only web pages"),
        ("http://[::1", "is broken"),
    ],
)
def test_all_else_is_refused_with_a_sentence(address: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        departure(address)


@given(st.text())
def test_no_address_is_too_odd(text: str) -> None:
    for address in (text, f"https://{text}", f"mailto:{text}", f"file:{text}"):
        try:
            going = departure(address)
        except Refused:
            continue
        assert going.url.startswith(("http://", "https://", "mailto:"))
        assert going.shown.isprintable()
