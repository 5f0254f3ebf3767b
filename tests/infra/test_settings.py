"""Choices are kept, and a damaged file costs nothing."""

import pytest

from paperdesk.domain.errors import WrongUsage
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings


def test_what_was_not_chosen_has_its_default(home: Home) -> None:
    settings = Settings(home.settings)
    assert (settings.get("theme"), settings.get("offline")) == ("system", False)


def test_a_choice_survives_a_restart(home: Home) -> None:
    Settings(home.settings).set("theme", "dark")
    assert Settings(home.settings).get("theme") == "dark"


@pytest.mark.parametrize(("name", "value"), [("theme", "pink"), ("refresh", "often"), ("no", 1)])
def test_what_cannot_be_chosen_is_refused(home: Home, name: str, value: str | int) -> None:
    with pytest.raises(WrongUsage):
        Settings(home.settings).set(name, value)


def test_the_users_comments_stay(home: Home) -> None:
    home.root.mkdir()
    home.settings.write_text('# mine\ntheme = "light" # bright\nextra = 1\n')
    Settings(home.settings).set("theme", "dark")
    assert home.settings.read_text() == '# mine\ntheme = "dark" # bright\nextra = 1\n'


def test_a_damaged_file_is_said_and_the_defaults_hold(home: Home) -> None:
    home.root.mkdir()
    home.settings.write_text("theme = = dark")
    settings = Settings(home.settings)
    assert settings.get("theme") == "system"
    assert "cannot be read" in settings.problem


def test_a_value_of_the_wrong_kind_is_passed_over(home: Home) -> None:
    home.root.mkdir()
    home.settings.write_text("refresh = true\ntheme = 3\n")
    settings = Settings(home.settings)
    assert (settings.get("refresh"), settings.get("theme")) == (60, "system")
