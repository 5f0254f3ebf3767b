"""Every table can be had by its name."""

import pytest

from paperdesk.infra import tables


def test_a_table_is_known_by_its_name() -> None:
    assert {"title", "citekey", "state"} <= set(tables.table("paper").c.keys())


def test_a_misspelt_table_is_found_at_once() -> None:
    with pytest.raises(KeyError):
        tables.table("papers")
