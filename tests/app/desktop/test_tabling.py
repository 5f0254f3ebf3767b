"""The table of the list stands as it was left."""

from typing import Any

from paperdesk.app.desktop import tabling
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes
from paperdesk.ui.list.columns import COLUMNS
from paperdesk.ui.list.table import Table
from tests.app.conftest import Desktop


def test_what_is_chosen_is_kept_and_a_fresh_table_takes_it_up(desktop: Desktop) -> None:
    table, changes = desktop.session._around.table, desktop.rooms.changes
    before = table.columns()["Context"]
    table.toggle_column("Context")
    desktop.wait(lambda: "'hidden': ['context'" in str(memory.recall(changes.database, "table")))
    other = Table(desktop.parts.papers.view)
    tabling.recall(other, changes)
    other.turn(desktop.parts.papers.shelf())
    table.toggle_column("Context")
    assert (before, other.columns()["Context"]) == (True, False)


def test_what_cannot_be_read_is_passed_over(desktop: Desktop, changes: Changes) -> None:
    table = Table(desktop.parts.papers.view)
    broken: list[Any] = [None, [], {"on": True}, {"on": 1, "hidden": 5, "widths": {}, "sort": 0}]
    for kept in broken:
        memory.keep(changes, "table", kept)
        tabling.recall(table, changes)
    assert table.columns() == {one.title: one.shown for one in COLUMNS}
