"""Feeds of every kind, whole and broken."""

import contextlib
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.paper import Found
from paperdesk.feeds.sources import rss

TODAY = date(2026, 5, 30)


def item(body: str) -> Found:
    return dated(body)[2]


def dated(body: str) -> tuple[date, str, Found]:
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    feed = f'<rss version="2.0" {spaces}><channel><item>{body}</item></channel></rss>'
    return read(feed)[0]


def read(feed: str | bytes) -> list[tuple[date, str, Found]]:
    body = feed.encode() if isinstance(feed, str) else feed
    return rss.read(body, {}, today=TODAY, name="example.org")[1]


def arxiv(kind: str, number: str = "2605.00001v1", day: str = "29 May 2026") -> Found:
    about = f"arXiv:{number} Announce Type: {kind} \nAbstract: Few, p &lt; 0.05."
    return item(
        f"<title>T</title><link>https://arxiv.org/abs/{number}</link>"
        f"<description>{about}</description><guid>oai:arXiv.org:{number}</guid>"
        f"<dc:creator>Ada Li, Bob de Vries</dc:creator><pubDate>Fri, {day} 00:00:00 -0400</pubDate>"
    )


def test_an_announcement_of_arxiv_becomes_a_paper() -> None:
    found = arxiv("new")
    assert (found.arxiv, found.version) == ("2605.00001", 1)
    assert found.abstract == "Few, p < 0.05."
    assert found.authors == ("Ada Li", "Bob de Vries")
    assert found.published == date(2026, 5, 29)


@pytest.mark.parametrize(
    ("kind", "number"),
    [("replace", "2605.00001v2"), ("cross", "2205.06398v1"), ("new", "hep-th/9901001v1")],
)
def test_a_later_announcement_does_not_date_the_paper(kind: str, number: str) -> None:
    assert arxiv(kind, number).published is None


def test_an_announcement_just_after_the_turn_of_the_month_does() -> None:
    assert arxiv("new", "2605.00001v1", "1 Jun 2026").published == date(2026, 6, 1)


def test_the_old_style_of_arxivs_titles_is_understood() -> None:
    found = item("<title>A title. (arXiv:2101.00001v2 [cs.LG] UPDATED)</title>")
    assert (found.title, found.arxiv, found.version) == ("A title", "2101.00001", 2)


def test_an_id_is_read_from_a_link_to_arxiv() -> None:
    assert (
        item("<title>T</title><link>http://arxiv.org/abs/1706.03762v5</link>").arxiv == "1706.03762"
    )


def test_numbers_in_other_links_are_no_ids() -> None:
    assert item("<title>T</title><link>https://example.org/1706.03762</link>").arxiv is None


def test_a_doi_is_read_from_a_link() -> None:
    link = "https://doi.org/10.1038/S41586-020-2649-2?utm_source=feed"
    assert item(f"<title>T</title><link>{link}</link>").doi == "10.1038/s41586-020-2649-2"


@pytest.mark.parametrize(
    ("creator", "authors"),
    [
        ("Ada Li, Bob Roe and Cy Moe", ("Ada Li", "Bob Roe", "Cy Moe")),
        ("Li, Ada; Roe, Bob", ("Li, Ada", "Roe, Bob")),
        ("Li, Ada", ("Li, Ada",)),
        ("", ()),
    ],
)
def test_names_are_taken_apart_where_that_is_safe(creator: str, authors: tuple[str, ...]) -> None:
    assert item(f"<title>T</title><dc:creator>{creator}</dc:creator>").authors == authors


def test_html_becomes_words() -> None:
    found = item(
        "<title>A &lt;i&gt;b&lt;/i&gt;</title><description>&lt;p&gt;C&lt;/p&gt;</description>"
    )
    assert (found.title, found.abstract) == ("A b", "C")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("<pubDate>Fri, 29 May 2026 23:00:00 GMT</pubDate>", date(2026, 5, 29)),
        ("<pubDate>Fri, 29 May 2036 00:00:00 GMT</pubDate>", TODAY),
        ("<pubDate>some day</pubDate>", TODAY),
        ("<pubDate>Fri, 29 May 0001 00:00:00 GMT</pubDate>", TODAY),
        ("<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>", TODAY),
        ("", TODAY),
    ],
)
def test_an_entry_stands_on_its_own_day_if_that_can_be(said: str, day: date) -> None:
    assert dated(f"<title>T</title>{said}")[0] == day


def test_a_link_that_is_a_script_is_not_taken() -> None:
    assert item("<title>T</title><link>javascript:alert(1)</link>").url is None


def test_a_short_post_is_called_by_its_first_words() -> None:
    found = item(f"<description>&lt;p&gt;A post {'of words ' * 30}&lt;/p&gt;</description>")
    assert found.title.startswith("A post of words")
    assert len(found.title) <= 120


def test_an_entry_without_any_words_is_left_out() -> None:
    assert (
        read("<rss version='2.0'><channel><item><link>http://a.org</link></item></channel></rss>")
        == []
    )


def test_an_entry_that_stands_twice_is_read_once() -> None:
    one = "<item><title>T</title><guid>1</guid></item>"
    assert len(read(f"<rss version='2.0'><channel>{one}{one}</channel></rss>")) == 1


@pytest.mark.parametrize("body", [b"", b"{}", b"%PDF-1.7", b"<opml/>", b"\x00" * 100])
def test_what_is_no_feed_is_a_sentence(body: bytes) -> None:
    with pytest.raises(BadDocument, match="not an RSS, Atom or JSON feed"):
        read(body)


def test_a_web_page_is_told_from_a_feed() -> None:
    with pytest.raises(BadDocument, match="web page"):
        read("<!doctype html><html><body>Hello</body></html>")


def test_entities_do_not_grow() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaa">{entities}]>'
    feed = f"{bomb}<rss version='2.0'><channel><item><title>T &a11;</title></item></channel></rss>"
    assert len(read(feed)[0][2].title) < 100


def test_entities_do_not_read_files() -> None:
    declared = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    feed = f"{declared}<rss version='2.0'><channel><item><title>T&e;</title></item></channel></rss>"
    assert read(feed)[0][2].title in ("T", "T&e;")


def test_a_large_broken_feed_is_refused_at_once() -> None:
    before = time.thread_time()
    with pytest.raises(BadDocument, match="damaged"):
        read(b"<rss version='2.0'><channel>" + b"<a " * 2_000_000)
    assert time.thread_time() - before < 1


def test_an_element_with_too_many_attributes_is_refused_at_once() -> None:
    many = " ".join(f"a{number}='1'" for number in range(100_000))
    before = time.thread_time()
    with pytest.raises(BadDocument, match="damaged"):
        read(f"<rss version='2.0'><channel><item {many}><title>T</title></item></channel></rss>")
    assert time.thread_time() - before < 2


@pytest.mark.parametrize(
    ("link", "url"),
    [("/p/1", "https://site.org/p/1"), ("javascript:alert(1)", None), ("//[bad", None)],
)
def test_a_relative_link_is_of_the_feeds_own_site(link: str, url: str | None) -> None:
    item = f"<item><title>T</title><link>{link}</link></item>"
    feed = f"<rss version='2.0'><channel><link>https://site.org/a</link>{item}</channel></rss>"
    assert read(feed)[0][2].url == url


def test_no_paper_is_of_the_year_9999() -> None:
    item = "<item><title>T</title><pubDate>Fri, 01 Jan 9999 00:00:00 GMT</pubDate></item>"
    ((day, _, found),) = read(f"<rss version='2.0'><channel>{item}</channel></rss>")
    assert (day, found.published) == (TODAY, None)


def test_a_feeds_title_is_text_also_when_it_was_sent_as_html() -> None:
    feed = "<rss version='2.0'><channel><title>A &lt;b&gt;bold&lt;/b&gt; &amp;amp; odd</title>"
    body = f"{feed}<item><title>T</title></item></channel></rss>".encode()
    assert rss.read(body, {}, today=TODAY, name="example.org")[0] == "A bold & odd"


def test_a_title_cannot_turn_the_text_around_it_about() -> None:
    item = "<item><title>\u202eevil\u202c مرحبا 🙂</title><author>\u2066Bob</author></item>"
    ((_, _, found),) = read(f"<rss version='2.0'><channel>{item}</channel></rss>")
    assert (found.title, found.authors) == ("evil مرحبا 🙂", ("Bob",))


def test_every_recorded_feed_is_read_or_refused_in_no_time(shared_data: Path) -> None:
    files = [path for name in ("feeds", "arxiv_rss") for path in (shared_data / name).rglob("*.*")]
    before = time.thread_time()
    readable = sum(_reads(path.read_bytes()) for path in files if path.is_file())
    assert readable > 240
    assert time.thread_time() - before < 10


def _reads(body: bytes) -> bool:
    try:
        entries = read(body)
    except BadDocument:
        return False
    assert all(found.title and key and day <= TODAY for day, key, found in entries)
    return True


ANNOUNCED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>cs.LG updates</title><item>'
    b"<title>A &amp; B</title><link>https://arxiv.org/abs/2605.00001</link><guid>oai:1</guid>"
    b"<description>arXiv:2605.00001v2 Announce Type: replace \nAbstract: Few.</description>"
    b"<pubDate>Fri, 29 May 2026 00:00:00 -0400</pubDate></item></channel></rss>"
)


@given(st.lists(st.tuples(st.integers(0, len(ANNOUNCED)), st.binary(max_size=4)), max_size=6))
def test_a_feed_damaged_anywhere_is_read_or_refused(wounds: list[tuple[int, bytes]]) -> None:
    body = ANNOUNCED
    for place, bytes_ in wounds:
        body = body[:place] + bytes_ + body[place + 1 :]
    with contextlib.suppress(BadDocument):
        for day, key, found in read(body):
            assert day <= TODAY
            assert key
            assert found.title
