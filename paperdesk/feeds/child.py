"""The process that reads feeds, and ends when nobody asks any more."""

from collections.abc import Sequence
from datetime import date

from paperdesk.children import life, reading
from paperdesk.children.wire import Frame, Wire
from paperdesk.feeds.sources.bodies import read

BATCH = 50
"""Entries that are sent at once: the window's process takes a millisecond for them."""

_ITEM = """<item><title>A &amp; b</title><link>https://a.b/1</link><guid>1</guid>
<description>&lt;p&gt;Words &amp;eacute;&lt;/p&gt;</description><author>A B</author>
<pubDate>{day}</pubDate></item>"""
_DAYS = (
    "Fri, 29 May 2026 00:00:00 -0400",
    "2026-05-29T00:00:00Z",
    "Fri May 29 00:00:00 2026",
    "29 May 2026",
    "today",
)
_RSS = "<rss version='2.0'><channel><title>T</title>{items}</channel></rss>"
_ATOM = """<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>1</id>
<title type='html'>A</title><updated>2026-05-29T00:00:00Z</updated>
<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Words</div></content>
</entry></feed>"""
_JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "T",
"items": [{"id": "1", "title": "A", "content_html": "<p>é</p>"}]}"""


def main(words: Sequence[str]) -> int:
    """Read feeds for the parent at the other end of standard input."""
    return life.main(words, serve)


def serve(wire: Wire) -> None:
    """Read feed after feed, until none has come for a while; Gone with the parent."""
    reading.serve(wire, rehearse, _answer)


def rehearse() -> None:
    """Meet a feed of each kind."""
    items = "".join(_ITEM.format(day=day) for day in _DAYS)
    for text in (_RSS.format(items=items), _RSS.format(items=items)[:-20], _ATOM, _JSON):
        read(text.encode(), {}, today=date(2026, 5, 30), name="rehearsal")


def _answer(wire: Wire, frame: Frame) -> None:
    """Send the entries of a feed, and its title behind them."""
    asked = frame.value
    title, items = read(
        reading.body(frame),
        asked["headers"],
        today=date.fromisoformat(asked["today"]),
        name=asked["name"],
    )
    for start in range(0, len(items), BATCH):
        wire.send({"entries": items[start : start + BATCH]})
    wire.send({"title": title})
