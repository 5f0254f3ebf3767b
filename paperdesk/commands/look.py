"""Verbs about the colours of the pages."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.domain import dress
from paperdesk.domain.errors import WrongUsage
from paperdesk.infra.settings import Value

_SAID = {
    "auto": "Pages are light or dark as the window is.",
    "light": "Pages are as they are printed.",
    "sepia": "Pages are sepia.",
    "dark": "Pages are dark.",
    "black": "Pages are black.",
    "own": "Pages are in your own colours.",
}


def next_theme(desk: Desk) -> None:
    """Go to the next page theme: as the window, light, sepia, dark, black, your own."""
    names = dress.NAMES
    _use(desk, names[(names.index(str(desk.settings.get("pages"))) + 1) % len(names)])


def auto(desk: Desk) -> None:
    """Show pages light or dark as the window is."""
    _use(desk, "auto")


def light(desk: Desk) -> None:
    """Show pages as they are printed."""
    _use(desk, "light")


def sepia(desk: Desk) -> None:
    """Show pages on warm, yellowish paper."""
    _use(desk, "sepia")


def dark(desk: Desk) -> None:
    """Show pages with light print on dark paper."""
    _use(desk, "dark")


def black(desk: Desk) -> None:
    """Show pages with light print on black."""
    _use(desk, "black")


def own(desk: Desk) -> None:
    """Choose the colours of print and paper yourself."""
    ink = _asked(desk, "Colour of the print, such as #1d1f24", "page-ink")
    if ink is None:
        return
    paper = _asked(desk, "Colour of the paper, such as #eef3e8", "page-paper")
    if paper is None:
        return
    _use(desk, "own", **{"page-ink": dress.written(ink), "page-paper": dress.written(paper)})
    contrast = dress.contrast(ink, paper)
    if contrast < dress.READABLE:
        desk.view.say(
            f"These colours have a contrast of {contrast:.1f} to 1; "
            f"below {dress.READABLE} text is hard to read."
        )


def toggle_figures(desk: Desk) -> None:
    """Let figures and photographs change with the page, or keep their colours."""
    change = not desk.settings.get("page-figures")
    _set(desk, {"page-figures": change})
    said = "change with the page." if change else "keep their colours."
    desk.view.say(f"Figures and photographs {said}")


def reading_mode(desk: Desk) -> None:
    """Set the text in one column, figures in place; or show the pages again."""
    desk.flow.toggle_reflow()


def _use(desk: Desk, name: str, **more: Value) -> None:
    _set(desk, {"pages": name, **more})
    desk.view.say(_SAID[name])


def _set(desk: Desk, chosen: dict[str, Value]) -> None:
    """Keep what was chosen, and show it."""

    def keep() -> None:
        for name, value in chosen.items():
            desk.settings.set(name, value)

    desk.write(keep, lambda _: desk.look.dress())


def _asked(desk: Desk, question: str, name: str) -> int | None:
    """A colour that was asked for; None when the user turned away."""
    said = desk.view.ask_text(question, str(desk.settings.get(name)))
    if said is None:
        return None
    colour = dress.parse(said)
    if colour is None:
        raise WrongUsage(f"“{said}” is no colour. Write it as #rrggbb, such as #eef3e8.")
    return colour
