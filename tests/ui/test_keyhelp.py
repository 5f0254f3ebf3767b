from paperdesk.commands.table import TABLE, Where
from paperdesk.ui import keyhelp


def test_the_keys_of_the_pane_come_first_then_those_of_everywhere() -> None:
    places = [entry.place for entry in keyhelp.entries(TABLE, Where.LIST)]
    order = list(dict.fromkeys(places))
    assert order == ["List", "List and reader", "Everywhere"]


def test_the_keys_of_another_pane_are_left_out() -> None:
    places = {entry.place for entry in keyhelp.entries(TABLE, Where.READER)}
    assert "List" not in places
    assert "Reader" in places


def test_commands_without_keys_are_left_out() -> None:
    assert all(entry.keys for entry in keyhelp.entries(TABLE, Where.DESK))


def test_no_command_with_keys_is_forgotten() -> None:
    shown = {e.command for where in Where for e in keyhelp.entries(TABLE, where)}
    assert shown == {row.id for row in TABLE if row.keys}
