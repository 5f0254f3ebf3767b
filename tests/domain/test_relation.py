import pytest

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.relation import KINDS, LONGEST, sound_kind


def test_what_is_merely_related_needs_no_word() -> None:
    assert [sound_kind(text) for text in ("", " Related ", "same  data")] == ["", "", "same data"]


def test_every_kind_that_is_offered_can_be_kept() -> None:
    assert all(len(sound_kind(kind)) <= LONGEST for kind in KINDS)


def test_a_story_is_refused() -> None:
    with pytest.raises(WrongUsage):
        sound_kind("x" * (LONGEST + 1))
