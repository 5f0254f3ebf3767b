"""The generated pages of the manual are those of the tables."""

from paperdesk.commands import manual
from paperdesk.commands.table import TABLE
from paperdesk.infra import settings
from paperdesk.infra.paths import resources

AGAIN = "run: python packaging/make_help.py"


def test_the_page_of_commands_is_current() -> None:
    kept = (resources() / "help" / "commands.md").read_text("utf-8")
    assert kept == manual.commands_page(), AGAIN


def test_the_page_of_settings_is_current() -> None:
    kept = (resources() / "help" / "settings.md").read_text("utf-8")
    assert kept == manual.settings_page(), AGAIN


def test_every_command_and_setting_is_in_the_manual() -> None:
    page = manual.commands_page()
    assert [row.id for row in TABLE if f"`{row.id}`" not in page] == []
    page = manual.settings_page()
    assert [one.name for one in settings.TABLE if f"`{one.name}`" not in page] == []
