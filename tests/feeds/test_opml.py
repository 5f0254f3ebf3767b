"""Lists of sources, of friends and of strangers."""

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.feed import Source, SourceId, SourceKind
from paperdesk.feeds import opml
from paperdesk.feeds.opml import Outline, read, write

BLOG = Source(SourceId(2), SourceKind.FEED, "Blog", "https://blog.example/feed")


def file(body: str, head: str = '<?xml version="1.0"?>') -> bytes:
    return f'{head}<opml version="2.0"><body>{body}</body></opml>'.encode()


def test_a_source_is_read_with_the_folders_it_lies_in_as_labels() -> None:
    body = """<outline text="Science"><outline text="Maths">
        <outline text=" A  blog " type="rss" xmlUrl=" https://a.example/ " category="/x/y,z"/>
        </outline></outline>"""
    (one,) = read(file(body)).outlines
    assert (one.title, one.url) == ("A blog", "https://a.example/")
    assert one.labels == ("Science/Maths", "x/y", "z")


@pytest.mark.parametrize("name", ["xmlUrl", "xmlurl", "XMLURL"])
def test_spelling_does_not_matter(name: str) -> None:
    assert read(file(f'<outline title="A" {name}="https://a.example"/>')).outlines[0].title == "A"


def test_a_feed_without_an_address_is_named_by_its_line() -> None:
    reading = read(file('\n<outline text="A" type="rss"/>\n<outline xmlUrl="https://b.example"/>'))
    assert reading.faults == ((2, "“A” has no address."),)
    assert [one.line for one in reading.outlines] == [3]


def test_what_stands_before_a_break_is_taken_and_the_break_named() -> None:
    broken = file('<outline xmlUrl="https://a.example"/>\n<outline text="&nbsp;"/>')
    reading = read(broken)
    assert [one.url for one in reading.outlines] == ["https://a.example"]
    assert reading.faults == ((2, "It is broken from here on (undefined entity)."),)


BOMB = """<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>"""
THIEF = """<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]>"""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (file('<outline text="&b;"/>', BOMB), "entities"),
        (file('<outline text="&a;"/>', THIEF), "entities"),
        (file("<outline text='x'>" * 5000), "too deeply"),
        (file("<outline xmlUrl='http://a.example'/>" * 10_001), "more than 10,000"),
        (b" " * (opml.CAP + 1), "10 MB"),
        (b"<html><body>Hello</body></html>", "no OPML"),
        (b"", "no OPML"),
        (b"\x00\xff\xfe\x00garbage", "no OPML"),
    ],
)
def test_harmful_files_and_others_are_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(BadDocument, match=why):
        read(data)


@pytest.mark.parametrize(
    ("codec", "says"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("latin-1", "latin-1"),
        ("latin-1", "utf-8"),
        ("latin-1", ""),
        ("utf-8", "no-such-codec"),
        ("utf-8", "zip"),
        ("shift_jis", "shift_jis"),
    ],
)
def test_any_encoding_is_read_also_one_that_is_not_what_it_says(codec: str, says: str) -> None:
    name = "日本" if codec == "shift_jis" else "Zoë"
    said = f' encoding="{says}"' if says else ""
    text = f'<?xml version="1.0"{said}?><opml><body><outline text="{name}" xmlUrl="http://a.b"/>'
    assert read(f"{text}</body></opml>".encode(codec)).outlines[0].title == name


@given(st.binary(max_size=300))
def test_no_bytes_at_all_raise_anything_but_a_sentence(data: bytes) -> None:
    for whole in (data, file("")[:-10] + data, b'<?xml version="1.0"?><opml>' + data):
        with contextlib.suppress(BadDocument):
            read(whole)


def test_real_files_are_read(shared_data: Path) -> None:
    shared = shared_data / "opml"
    assert len(read((shared / "DefaultFeeds.opml").read_bytes()).outlines) >= 10
    for path in shared.rglob("*.xml"):
        with contextlib.suppress(BadDocument):
            read(path.read_bytes())


words = (
    st.text(min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(str.isprintable)
)
labels = words.map(lambda text: text.replace(",", "").strip("/ ")).filter(bool)


@given(
    words.filter(bool),
    st.lists(labels, unique=True, max_size=3),
    st.none() | st.integers(0, 9999),
    st.none() | st.integers(1, 9999),
    st.booleans(),
)
def test_what_is_written_comes_back(
    name: str, tags: list[str], period: int | None, days: int | None, muted: bool
) -> None:
    source = replace(
        BLOG, name=name, labels=tuple(tags), period=period, retention=days, muted=muted
    )
    hub = replace(source, kind=SourceKind.HUGGINGFACE, url="https://huggingface.co/papers")
    back = read(write([source, hub]))
    assert back.faults == ()
    for one, given_ in zip(back.outlines, (source, hub), strict=True):
        line = one.line
        assert one == Outline(line, given_.url, name, tuple(tags), period, days, muted)


def test_saved_pages_and_what_xml_cannot_hold_are_left_out() -> None:
    odd = replace(BLOG, name="a\x00b\ud800<&>\"'")
    pages = replace(BLOG, kind=SourceKind.SAVED_PAGE)
    (one,) = read(write([odd, pages])).outlines
    assert one.title == "ab<&>\"'"
