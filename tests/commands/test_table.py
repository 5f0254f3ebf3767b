"""The table of commands is whole and without clashes."""

import re
from collections import Counter

import pytest

from paperdesk.commands.table import RESERVED, TABLE, Command, Where, command

SEEN = {
    Where.LIST: (Where.LIST, Where.DESK, Where.ALWAYS),
    Where.READER: (Where.CHOSEN, Where.READER, Where.MARK, Where.DESK, Where.ALWAYS),
    Where.CARET: (Where.CARET, Where.READER, Where.MARK, Where.DESK, Where.ALWAYS),
    Where.NOTE: (Where.NOTE, Where.ALWAYS),
}


def test_every_command_has_an_id_of_its_own() -> None:
    assert [name for name, times in Counter(row.id for row in TABLE).items() if times > 1] == []


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_every_command_says_what_it_does(row: Command) -> None:
    assert re.fullmatch(r"[A-Z].*[.]", row.help)
    assert len(row.help) <= 90


@pytest.mark.parametrize("where", Where)
def test_no_two_commands_of_a_place_share_keys(where: Where) -> None:
    keys = Counter(key for row in TABLE if row.where is where for key in row.keys.split())
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("where", RESERVED)
def test_a_reserved_key_has_no_command_there(where: Where) -> None:
    taken = {key for row in TABLE if row.where is where for key in row.keys.split()}
    assert taken & set(RESERVED[where]) == set()


@pytest.mark.parametrize("where", SEEN)
def test_no_key_is_both_an_action_and_the_beginning_of_another(where: Where) -> None:
    keys = {key for row in TABLE if row.where in SEEN[where] for key in row.keys.split()}
    sequences = {key for key in keys if re.fullmatch(r"[a-zA-Z]{2,}", key) and key not in NAMES}
    assert {sequence[0] for sequence in sequences} & keys == set()


NAMES = {"Return", "Enter", "Del", "Home", "End", "Down", "Up", "Space", "PgDown", "PgUp",
         "Backspace", "Right", "Left", "Esc"}  # fmt: skip


def test_what_counts_while_typing_is_a_chord_or_a_function_key() -> None:
    note = [key for row in TABLE if row.where is Where.NOTE for key in row.keys.split()]
    assert [key for key in note if not re.match(r"Ctrl\+|Alt\+|F\d", key)] == []


def test_a_command_is_found_by_its_id() -> None:
    found = command("paper.archive")
    assert found is not None
    assert found.keys == "e"
    assert command("paper.nothing") is None
