"""Moments and names."""

import re
from datetime import UTC

from paperdesk.notes.stamps import bookmark_id, mark_id, utc_now


def test_a_moment_knows_its_zone() -> None:
    assert utc_now().tzinfo is UTC


def test_a_name_is_short_says_its_kind_and_is_like_no_other() -> None:
    names = {mark_id() for _ in range(100)}
    assert len(names) == 100
    assert all(re.fullmatch("h[a-z2-7]{10}", name) for name in names)
    assert bookmark_id().startswith("b")
