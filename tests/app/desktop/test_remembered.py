"""The last screen, kept in the library."""

from paperdesk.app.desktop.remembered import Remembered, recall, remember
from paperdesk.domain.shelf import Order, Shelf
from paperdesk.infra.changes import Changes

SCREEN = Remembered(
    Shelf("Later", "state:later", Order.TITLE), {"width": 900, "sidebar": 180},
    {"state:later": (7, 20)}, {"state:later": Order.TITLE},
)  # fmt: skip


def test_at_first_there_was_none(changes: Changes) -> None:
    assert recall(changes) is None


def test_it_is_recalled_as_it_was(changes: Changes) -> None:
    remember(changes, SCREEN)
    assert recall(changes) == SCREEN


def test_the_last_one_counts(changes: Changes) -> None:
    remember(changes, SCREEN)
    remember(changes, Remembered())
    assert recall(changes) == Remembered()


def test_one_that_cannot_be_read_is_as_if_there_was_none(changes: Changes) -> None:
    remember(changes, SCREEN)
    for damaged in ("", "[]", "{}", '{"shelf": ["a", "b", "no order"], "sizes": {}}'):
        with changes.write() as write:
            write.connection.exec_driver_sql("UPDATE memory SET value = ?", (damaged,))
        assert recall(changes) is None
