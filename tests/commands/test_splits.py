from types import SimpleNamespace

import pytest

from paperdesk.commands import splits
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from tests.commands.conftest import with_rooms


def with_split(desk: Desk, *, can: bool) -> tuple[Desk, list[object]]:
    asked: list[object] = []

    def answer(*, stacked: bool | None = None) -> bool:
        asked.append(stacked)
        return can

    made = SimpleNamespace(split=answer, unsplit=answer, swap=answer)
    return with_rooms(desk, split=made), asked


def test_the_views_lie_as_was_asked(desk: Desk) -> None:
    told, asked = with_split(desk, can=True)
    for verb in (splits.beside, splits.below, splits.close, splits.other):
        verb(told)
    assert asked == [False, True, None, None]


def test_what_cannot_be_is_a_sentence(desk: Desk) -> None:
    told, _asked = with_split(desk, can=False)
    for verb in (splits.beside, splits.below, splits.close, splits.other):
        with pytest.raises(NothingSelected):
            verb(told)
