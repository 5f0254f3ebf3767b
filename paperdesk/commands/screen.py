"""Verbs about the window itself."""

from __future__ import annotations

from paperdesk.commands.desk import Desk


def palette(desk: Desk) -> None:
    """Choose a command by a few letters of its name."""
    desk.frame.show_palette()


def keys(desk: Desk) -> None:
    """Show the keys of the pane that has the focus."""
    desk.frame.show_keys()


def press(desk: Desk) -> None:
    """Show letters at every row and button in sight: type them to press it."""
    desk.chooser.label_everything()


def toggle_sidebar(desk: Desk) -> None:
    """Show or hide the sidebar."""
    desk.frame.toggle_sidebar()


def toggle_list(desk: Desk) -> None:
    """Show or hide the list of papers."""
    desk.frame.toggle_list()


def toggle_preview(desk: Desk) -> None:
    """Show or hide the paper beside the list."""
    desk.frame.toggle_preview()


def toggle_pictures(desk: Desk) -> None:
    """Show pictures on the cards of papers, or none; without them, none is fetched."""
    shown = not desk.settings.get("pictures")
    desk.frame.show_thumbnails(on=shown)
    desk.write(
        lambda: desk.settings.set("pictures", shown),
        lambda _: desk.view.say(f"Cards show {'' if shown else 'no '}pictures."),
    )


def toggle_notes(desk: Desk) -> None:
    """Show or hide the notes pane."""
    desk.frame.toggle_notes()


def toggle_full_screen(desk: Desk) -> None:
    """Fill the screen with the window, or come back."""
    desk.frame.toggle_full_screen()


def next_pane(desk: Desk) -> None:
    """Give the keys to the next pane."""
    desk.frame.cycle(1)


def previous_pane(desk: Desk) -> None:
    """Give the keys to the pane before."""
    desk.frame.cycle(-1)


def light(desk: Desk) -> None:
    """Use light colours."""
    _theme(desk, "light")


def dark(desk: Desk) -> None:
    """Use dark colours."""
    _theme(desk, "dark")


def system(desk: Desk) -> None:
    """Use light or dark colours as the system does."""
    _theme(desk, "system")


def rebuild_index(desk: Desk) -> None:
    """Make the search index anew from the library, in the background."""
    desk.search.rebuild()
    desk.view.say("The search index is being rebuilt; searching goes on meanwhile.")


def quit_program(desk: Desk) -> None:
    """Close the window and end the program."""
    desk.view.quit()


def _theme(desk: Desk, theme: str) -> None:
    desk.frame.set_theme(theme)
    desk.write(lambda: desk.settings.set("theme", theme), lambda _: None)


def toggle_tray(desk: Desk) -> None:
    """Stay in the tray and go on refreshing when the window is closed, or end with it."""
    on = not desk.settings.get("tray")
    desk.write(
        lambda: desk.settings.set("tray", on), lambda _: desk.view.say(desk.tender.stay(on=on))
    )
