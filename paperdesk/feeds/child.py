"""The process that reads feeds: shut in, limited, and ended when nobody asks any more.

It can open no file once it is ready, so all that a feed may make Python import
is imported before.
"""

import codecs
import contextlib
import encodings
import gc
import os
import pkgutil
from collections.abc import Sequence
from datetime import date

from paperdesk.children import life
from paperdesk.children.cage import shut_in
from paperdesk.children.checks import encode_error
from paperdesk.children.wire import Frame, Wire
from paperdesk.domain.errors import BadDocument, PaperDeskError
from paperdesk.feeds.limits import Limits
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
    limits = Limits(**wire.receive().value["limits"])
    life.confine(limits.memory)
    rehearse()
    # What a feed leaves behind is looked for between feeds: within one it costs a quarter.
    gc.disable()
    gc.freeze()
    wire.send({"ready": os.getpid(), "fences": shut_in()})
    with contextlib.suppress(TimeoutError):
        while True:
            frame = wire.receive(limits.quiet)
            life.allow_seconds(limits.processor)
            _answer(wire, frame)
            gc.collect()


def rehearse() -> None:
    """Meet a feed of each kind, and each encoding, before the doors close."""
    for module in pkgutil.iter_modules(encodings.__path__):
        with contextlib.suppress(LookupError):
            codecs.lookup(module.name)
    items = "".join(_ITEM.format(day=day) for day in _DAYS)
    for text in (_RSS.format(items=items), _RSS.format(items=items)[:-20], _ATOM, _JSON):
        read(text.encode(), {}, today=date(2026, 5, 30), name="rehearsal")


def _answer(wire: Wire, frame: Frame) -> None:
    """Send the entries of a feed, and its title behind them; or why there are none."""
    asked, name = frame.value, frame.value["name"]
    try:
        body = _body(frame)
        title, items = read(
            body, asked["headers"], today=date.fromisoformat(asked["today"]), name=name
        )
        for start in range(0, len(items), BATCH):
            wire.send({"entries": items[start : start + BATCH]})
        wire.send({"title": title})
    except PaperDeskError as error:
        wire.send(encode_error(error))
    except MemoryError:
        wire.send(encode_error(BadDocument(f"The feed of {name} needs more memory than any may.")))


def _body(frame: Frame) -> bytes:
    if frame.descriptor is None:
        return b""
    os.lseek(frame.descriptor, 0, os.SEEK_SET)
    with open(frame.descriptor, "rb") as file:
        return file.read()
