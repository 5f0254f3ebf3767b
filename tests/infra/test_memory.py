"""What is kept is there after a restart, and once."""

from concurrent.futures import ThreadPoolExecutor

from paperdesk.infra import memory
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database


def test_nothing_is_recalled_that_was_not_kept(database: Database) -> None:
    assert memory.recall(database, "screen") is None


def test_the_last_that_was_kept_is_recalled(changes: Changes, database: Database) -> None:
    memory.keep(changes, "screen", {"width": 1})
    memory.keep(changes, "screen", {"width": 2})
    memory.keep(changes, "other", [1])
    assert memory.recall(database, "screen") == {"width": 2}


def test_what_follows_from_what_was_kept_is_lost_between_no_two(changes: Changes) -> None:
    def count() -> None:
        for _ in range(20):
            memory.keep_on(changes, "count", lambda known: (known or 0) + 1)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(count) for _ in range(2)]:
            done.result()
    assert memory.recall(changes.database, "count") == 40
