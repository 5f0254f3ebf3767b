"""A feed is told by how it begins, whatever it says that it is."""

from datetime import date

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.feeds.sources.bodies import read


def test_a_json_feed_is_told_by_how_it_begins() -> None:
    body = (
        b'\xef\xbb\xbf {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": []}'
    )
    assert read(body, {}, today=date(2026, 5, 30), name="x.org") == ("J", [])


def test_json_that_is_no_feed_is_a_sentence() -> None:
    with pytest.raises(BadDocument, match=r"x\.org sent is no JSON Feed"):
        read(b'{"error": "no"}', {}, today=date(2026, 5, 30), name="x.org")
