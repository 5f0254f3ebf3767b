"""What a paper has is asked of tables that exist, and no condition is ever unknown."""

import pytest

from paperdesk.infra.belongings import HAS, late
from paperdesk.infra.database import Database


@pytest.mark.parametrize("sql", [*HAS.values(), late("1")])
def test_of_a_paper_of_which_nothing_is_said_every_condition_is_false(
    database: Database, sql: str
) -> None:
    with database.write() as write:
        write.exec_driver_sql(
            "INSERT INTO paper (title, title_key, first_key, abstract, version, citekey, state,"
            " state_at, unread, added_at) VALUES ('A', '', '', '', 0, 'k', 'new', 0, 1, 0)"
        )
    assert [row[0] for row in database.read().execute(f"SELECT {sql} FROM paper")] == [0]
