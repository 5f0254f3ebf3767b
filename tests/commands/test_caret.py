from typing import Any

import pytest

from paperdesk.commands import caret
from paperdesk.commands.desk import Desk
from paperdesk.commands.table import TABLE, Command
from paperdesk.reader.selection import Unit

ROWS = [row for row in TABLE if row.run.__module__ == caret.__name__]


class Recorder:
    """A reader that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *words, **named: self.told.append((name, *words, *named.values()))


def told(desk: Desk, row: Command) -> tuple[Any, ...]:
    recorder = Recorder()
    object.__setattr__(desk, "picker", recorder)
    row.run(desk)
    (what,) = recorder.told
    return what


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_verb_tells_the_reader_one_thing(desk: Desk, row: Command) -> None:
    assert told(desk, row)[0] in ("find_word", "anchor", "keep", "let_go", "move", "edge")


def test_shift_and_an_arrow_select(desk: Desk) -> None:
    by_id = {row.id: row for row in ROWS}
    assert told(desk, by_id["select.right"]) == ("move", Unit.CHARACTER, 1, True)
    assert told(desk, by_id["caret.up"]) == ("move", Unit.LINE, -1)
    assert told(desk, by_id["select.line-end"]) == ("edge", 1, True)


def test_verbs_do_not_do_the_same_twice(desk: Desk) -> None:
    rows = {row.run: row for row in ROWS}
    assert len({told(desk, row) for row in rows.values()}) == len(rows)
