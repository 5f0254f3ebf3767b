from paperdesk.commands.table import TABLE
from paperdesk.ui import palette


def test_every_command_is_in_the_palette_with_its_keys() -> None:
    entries = palette.entries(TABLE)
    assert {entry.command for entry in entries} == {row.id for row in TABLE}
    refresh = next(entry for entry in entries if entry.command == "feed.refresh-all")
    assert (refresh.keys, refresh.place) == ("F5 R", "File")


def test_commands_are_in_the_order_of_the_alphabet() -> None:
    titles = [entry.title.casefold() for entry in palette.entries(TABLE)]
    assert titles == sorted(titles)
