from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from paperdesk.commands.table import TABLE, Menu
from paperdesk.ui.menus import Menus


def opened(menus: Menus) -> list[QMenu]:
    made = [menu for menu in menus.findChildren(QMenu) if menu.title()]
    for menu in made:
        menu.aboutToShow.emit()
    return made


def test_every_command_of_the_table_is_in_a_menu(qtbot: QtBot) -> None:
    menus = Menus(TABLE, print)
    qtbot.addWidget(menus)
    ids = [
        action.data() for menu in opened(menus) for action in menu.actions() if not action.menu()
    ]
    assert ids.count("paper.open") == 1
    assert set(ids) == {row.id for row in TABLE}


def test_menus_stand_in_the_order_of_the_table(qtbot: QtBot) -> None:
    menus = Menus(TABLE, print)
    qtbot.addWidget(menus)
    outer = [menu.value for menu in Menu if "/" not in menu.value]
    assert [action.text() for action in menus.actions()] == outer


def test_an_entry_shows_its_first_key_and_takes_none(qtbot: QtBot) -> None:
    menus = Menus(TABLE, print)
    qtbot.addWidget(menus)
    actions = {action.data(): action for menu in opened(menus) for action in menu.actions()}
    assert actions["edit.undo"].text() == "Undo\tz"
    assert actions["view.dark"].text() == "Dark theme"
    assert all(action.shortcut().isEmpty() for action in actions.values())


def test_an_entry_runs_its_command_once(qtbot: QtBot) -> None:
    ran: list[str] = []
    menus = Menus(TABLE, ran.append)
    qtbot.addWidget(menus)
    for menu in (*opened(menus), *opened(menus)):
        for action in menu.actions():
            if action.data() == "edit.undo":
                action.trigger()
    assert ran == ["edit.undo", "edit.undo"]


def test_every_menu_fits_a_low_screen_in_one_column(qtbot: QtBot) -> None:
    menus = Menus(TABLE, print)
    qtbot.addWidget(menus)
    assert max(len(menu.actions()) for menu in opened(menus)) <= 24


def test_an_entry_of_an_inner_menu_runs_its_command_once(qtbot: QtBot) -> None:
    ran: list[str] = []
    menus = Menus(TABLE, ran.append)
    qtbot.addWidget(menus)
    inner = next(menu for menu in opened(menus) if menu.title() == "&Layout")
    next(action for action in inner.actions() if action.data() == "page.trim").trigger()
    assert ran == ["page.trim"]


def test_no_menu_opens_with_a_key_that_a_command_has() -> None:
    letters = {menu.value.partition("&")[2][0].upper() for menu in Menu if "/" not in menu.value}
    keys = {key for row in TABLE for key in row.keys.split()}
    assert not {f"Alt+{letter}" for letter in letters} & keys
