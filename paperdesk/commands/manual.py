"""The manual's pages on commands and settings, written from their tables."""

from paperdesk.commands.table import RESERVED, TABLE, Command, Menu, Where
from paperdesk.infra import settings

_PLACES = {
    Where.ALWAYS: "everywhere, also while typing",
    Where.DESK: "in the list and the reader",
    Where.LIST: "in the list",
    Where.READER: "in the reader",
    Where.SIDE: "beside the page",
    Where.CARET: "in the reader, with a caret",
    Where.MARK: "in the reader and beside the page",
    Where.CHOSEN: "where a mark is chosen",
    Where.NOTE: "in the note",
}


def commands_page() -> str:
    """Every command by menu, and the keys that are kept for later."""
    lines = [
        "# Commands and keys",
        "",
        "Every command is in the menus and in the palette (`Ctrl+Shift+P`), and "
        "`paperdesk run ID PAPER…` runs it without a window where it needs none. "
        "Single keys count only while no text field has the focus.",
    ]
    for menu in Menu:
        lines += [
            "",
            f"## {menu.value.replace('&', '').replace('/', ': ')}",
            "",
            "| command | keys | where | id |",
        ]
        lines += ["| --- | --- | --- | --- |"]
        lines += [_row(row) for row in TABLE if row.menu is menu]
    lines += ["", "## Kept for later", "", "| keys | for | where |", "| --- | --- | --- |"]
    for where, kept in RESERVED.items():
        lines += [f"| {_keys(keys)} | {title} | {_PLACES[where]} |" for keys, title in kept.items()]
    return "\n".join(lines) + "\n"


def settings_page() -> str:
    """Every setting, its default and its choices."""
    lines = [
        "# Settings",
        "",
        "They stand in `settings.toml` in the data folder.",
        "",
        "| setting | default | choices | what it is for |",
        "| --- | --- | --- | --- |",
    ]
    for setting in settings.TABLE:
        choices = ", ".join(map(_toml, setting.choices)) or "any"
        lines.append(
            f"| `{setting.name}` | {_toml(setting.default)} | {choices} | {setting.help} |"
        )
    return "\n".join(lines) + "\n"


def _row(row: Command) -> str:
    keys = " ".join(map(_keys, row.keys.split()))
    return f"| **{row.title}**: {row.help} | {keys} | {_PLACES[row.where]} | `{row.id}` |"


def _keys(keys: str) -> str:
    return f"`{keys}`"


def _toml(value: settings.Value) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f'`"{value}"`' if isinstance(value, str) else f"`{value}`"
