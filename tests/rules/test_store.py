"""The cost of asking: nothing is looked through."""

from typing import Any

import pytest

from paperdesk.infra.database import Database
from paperdesk.rules import store

Morning = Any


@pytest.mark.parametrize("sql", [store._QUEUE, store._DUE, store._DEEDS, store._FIRST_SEEN])
def test_what_is_asked_after_each_refresh_looks_through_no_papers(
    database: Database, sql: str
) -> None:
    values = [1] * sql.count("?")
    plan = database.read().execute(f"EXPLAIN QUERY PLAN {sql}", values)
    scans = [row["detail"] for row in plan if row["detail"].startswith("SCAN")]
    assert not {"SCAN paper", "SCAN entry", "SCAN hit"} & set(scans)


def test_no_rule_has_the_number_of_another(morning: Morning, database: Database) -> None:
    with database.write() as connection:
        assert store.free(connection) == (1, 1)
