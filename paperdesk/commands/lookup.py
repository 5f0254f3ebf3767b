"""Verbs that ask a search engine about the words that are selected."""

from paperdesk.commands.desk import Desk
from paperdesk.domain.engines import DEFAULT, Engine, engines, flaws, last_first
from paperdesk.domain.errors import NothingSelected, Refused


def search_web(desk: Desk) -> None:
    """Search the web for the selected text: choose where; the last choice comes first."""
    words = _words(desk)
    known = {engine.name: engine for engine in engines(str(desk.settings.get("engines")))}
    if not known:
        raise Refused("There is no search engine: “Search engines…” brings the usual ones back.")
    last = last_first(tuple(known.values()), str(desk.settings.get("engine")))
    desk.chooser.choose(
        "Search the web with",
        [engine.name for engine in last],
        lambda name: _search(desk, known[name], words),
    )


def edit_engines(desk: Desk) -> None:
    """Change the search engines: each a name and an address with %s for the words."""
    before = str(desk.settings.get("engines"))
    asked = desk.view.ask_text("Search engines: Name https://…%s | Name https://…%s", before)
    if asked is None or asked == before:
        return
    wrong = flaws(asked)
    if wrong:
        raise Refused(
            f"“{wrong[0]}” is no search engine: it takes a name, a space and a web address "
            "with %s where the words go. Nothing was changed."
        )
    desk.write(
        lambda: desk.settings.set("engines", asked or DEFAULT),
        lambda _: desk.view.say("The search engines are changed."),
    )


def _search(desk: Desk, engine: Engine, words: str) -> None:
    desk.write(lambda: desk.settings.set("engine", engine.name), lambda _: None)
    desk.view.browse(engine.address(words))


def _words(desk: Desk) -> str:
    """The selected text, else that of the chosen mark."""
    words = desk.page.selected_text()
    current = desk.page.current_highlight()
    if not words and current is not None:
        words = desk.notes.highlight(current).text
    if not words.strip():
        raise NothingSelected("Select some words in the reader first: with the mouse, or with v.")
    return words
