"""Verbs of collections: make, name, move and delete them, put papers in and take them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from paperdesk.commands import keeping, papers
from paperdesk.commands.desk import Desk
from paperdesk.domain.collection import (
    UNSORTED,
    Collection,
    CollectionId,
    path_title,
    shown_collection,
)
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import Paper, PaperId, State
from paperdesk.library.collections import SO_ALREADY

_NEW = "New collection…"
_TOP = "The top"
_NONE = "There are no collections yet: the command “New collection” makes one."

Papers = Sequence[PaperId]
Then = Callable[[Collection], None]


def go(desk: Desk) -> None:
    """Go to a collection by a few letters of its path."""
    _pick(desk, "Collection", desk.collections.all(), lambda one: desk.rows.show(one.shelf))


def unsorted(desk: Desk) -> None:
    """Show the kept papers that stand in no collection."""
    desk.rows.show(UNSORTED)


def own(desk: Desk) -> None:
    """Show only what is in the collection itself, or what is within it as well."""
    one = _shown(desk)
    whole = desk.rows.shelf().query == one.shelf.query
    desk.rows.show(one.own_shelf if whole else one.shelf)


def new(desk: Desk) -> None:
    """Make a collection."""
    _make(desk, None)


def new_within(desk: Desk) -> None:
    """Make a collection within the one that is shown, or within one that is chosen."""
    _about(desk, "Make one within…", lambda one: _make(desk, one.id), smart=False)


def new_smart(desk: Desk) -> None:
    """Make a smart collection: it holds the kept papers that a query finds."""
    name = desk.view.ask_text("Name of the smart collection")
    if not name:
        return
    query = desk.editor.write_query(f"“{name}” holds the kept papers that this finds", "")
    if query is not None:
        desk.write(lambda: desk.collections.make(name, None, query), lambda one: _made(desk, one))


def ask(desk: Desk) -> None:
    """Change what a smart collection looks for."""
    smart = [one for one in desk.collections.all() if one.smart]
    shown = _here(desk)
    if shown is not None and shown.smart:
        if not desk.editor.write_here():
            ask_for(desk, shown)
    else:
        _pick(desk, "Smart collection", smart, lambda one: ask_for(desk, one))


def rename(desk: Desk) -> None:
    """Give a collection another name."""
    _about(desk, "Rename…", lambda one: _rename(desk, one))


def move(desk: Desk) -> None:
    """Move a collection into another one, or to the top."""
    _about(desk, "Move…", lambda one: _move(desk, one))


def up(desk: Desk) -> None:
    """Move a collection up among those beside it."""
    _about(desk, "Move up…", lambda one: _say(desk, lambda: desk.collections.step(one, -1)))


def down(desk: Desk) -> None:
    """Move a collection down among those beside it."""
    _about(desk, "Move down…", lambda one: _say(desk, lambda: desk.collections.step(one, 1)))


def out(desk: Desk) -> None:
    """Move a collection out of the one that it stands in, to the place below that."""
    _about(desk, "Move out…", lambda one: move_out(desk, one))


def remove(desk: Desk) -> None:
    """Delete a collection and those within it; its papers stay in the library."""
    _about(desk, "Delete…", lambda one: _say(desk, lambda: desk.collections.remove(one)))


def add(desk: Desk) -> None:
    """Put the selected papers into a collection; those that only came by are kept."""
    chosen = desk.chosen()
    plain = {one.title: one for one in desk.collections.all() if not one.smart}

    known = {title.casefold() for title in plain}

    def new(typed: str) -> str:
        path = path_title(typed)
        return "" if path.casefold() in known else f"New collection “{path}”" if path else _NEW

    def taken(title: str) -> None:
        if title in plain:
            put(desk, chosen, plain[title])
        elif path := title or desk.view.ask_text("Name of the new collection"):
            desk.write(lambda: desk.collections.at(path), lambda one: put(desk, chosen, one))

    count = "the paper" if len(chosen) == 1 else f"{len(chosen):,} papers"
    desk.chooser.choose_or_make(f"Put {count} into… (or type a new name)", tuple(plain), new, taken)


def take_out(desk: Desk) -> None:
    """Take the selected papers out of the collection that is shown, or of one they are in."""
    chosen = desk.chosen()
    shown = _here(desk)
    if shown is not None and not shown.smart:
        _take_out(desk, chosen, shown)
        return
    holding = desk.collections.holding(chosen)
    if not holding:
        raise NotFound("These papers are in no collection.")
    _pick(desk, "Take out of…", holding, lambda one: _take_out(desk, chosen, one))


def offer(desk: Desk, one: Collection) -> None:
    """Offer what can be done with a collection."""
    deeds: dict[str, Callable[[], None]] = {
        "Show its papers": lambda: desk.rows.show(one.shelf),
        "Rename…": lambda: _rename(desk, one),
        "Move into…": lambda: _move(desk, one),
        "Move up": lambda: _say(desk, lambda: desk.collections.step(one, -1)),
        "Move down": lambda: _say(desk, lambda: desk.collections.step(one, 1)),
    }
    if one.parent is not None:
        deeds["Move out"] = lambda: move_out(desk, one)
    if one.smart:
        deeds["Change what it looks for…"] = lambda: ask_for(desk, one)
    else:
        deeds["New collection within…"] = lambda: _make(desk, one.id)
        deeds["Show only what is in itself"] = lambda: desk.rows.show(one.own_shelf)
    deeds["Delete"] = lambda: _say(desk, lambda: desk.collections.remove(one))
    desk.chooser.choose(one.title, tuple(deeds), lambda word: deeds[word]())


def put(desk: Desk, chosen: Papers, one: Collection) -> None:
    """Put papers into a collection, and do what follows when some are kept by that."""
    if not papers.sure(desk, len(chosen), f"Put into “{one.name}”"):
        return

    def work() -> tuple[str, tuple[Paper, ...]]:
        new = keeping.newly_kept(desk, chosen, State.INBOX)
        return desk.collections.put(chosen, one), new

    def done(said: tuple[str, tuple[Paper, ...]]) -> None:
        desk.view.say(said[0], undo=said[0] != SO_ALREADY)
        keeping.follow(desk, said[1], State.INBOX)

    desk.write(work, done)


def place(desk: Desk, moved: CollectionId, parent: CollectionId | None, before: int = -1) -> None:
    """Put a collection where it was dropped."""
    one = desk.collections.collection(moved)
    _say(desk, lambda: desk.collections.move(one, parent, before))


def move_out(desk: Desk, one: Collection) -> None:
    """Move a collection to the place below the one that it stands in."""
    every = {other.id: other for other in desk.collections.all()}
    above = every.get(one.parent) if one.parent is not None else None
    if above is None:
        raise NotFound(f"“{one.name}” stands at the top already.")
    beside = [other.id for other in every.values() if other.parent == above.parent]
    after = beside[beside.index(above.id) + 1 :]
    before = after[0] if after else -1
    _say(desk, lambda: desk.collections.move(one, above.parent, before))


def step(desk: Desk, one: Collection, steps: int) -> None:
    """Move a collection among those beside it."""
    _say(desk, lambda: desk.collections.step(one, steps))


def move_in(desk: Desk, one: Collection) -> None:
    """Move a collection into the one above it, beside which it stands."""
    every = desk.collections.all()
    before = [other for other in every if other.parent == one.parent and not other.smart]
    above = [other for other in before if other.position < one.position]
    if not above:
        raise NotFound(f"No collection stands above “{one.name}” that could take it in.")
    _say(desk, lambda: desk.collections.move(one, above[-1].id))


def ask_for(desk: Desk, one: Collection) -> None:
    """Let the query of a smart collection be written."""
    query = desk.editor.write_query(
        f"“{one.name}” holds the kept papers that this finds", one.query
    )
    if query is not None:
        write(desk, one, query)


def write(desk: Desk, one: Collection, query: str) -> None:
    """Let a smart collection that is shown look for something else, and show what it finds."""

    def written(said: str) -> None:
        desk.view.say(said, undo=said != SO_ALREADY)
        desk.rows.show(one.shelf)

    desk.write(lambda: desk.collections.ask(one, query), written)


def _make(desk: Desk, parent: CollectionId | None) -> None:
    name = desk.view.ask_text("Name of the new collection")
    if name:
        desk.write(lambda: desk.collections.make(name, parent), lambda one: _made(desk, one))


def _made(desk: Desk, one: Collection) -> None:
    desk.view.say(f"Collection made: {one.title}", undo=True)
    desk.rows.follow(one.shelf)


def _rename(desk: Desk, one: Collection) -> None:
    name = desk.view.ask_text(f"Another name for “{one.name}”", one.name)
    if name is not None and name != one.name:
        _say(desk, lambda: desk.collections.rename(one, name))


def _move(desk: Desk, one: Collection) -> None:
    every = desk.collections.all()
    inside = {one.id}
    for other in every:
        if other.parent in inside:
            inside.add(other.id)
    places: dict[str, CollectionId | None] = {_TOP: None} if one.parent is not None else {}
    places |= {
        other.title: other.id
        for other in every
        if not other.smart and other.id not in inside and other.id != one.parent
    }
    if not places:
        raise NotFound("There is no other collection that it could stand in.")
    desk.chooser.choose(
        f"Move “{one.name}” into…",
        tuple(places),
        lambda title: _say(desk, lambda: desk.collections.move(one, places[title])),
    )


def _take_out(desk: Desk, chosen: Papers, one: Collection) -> None:
    if papers.sure(desk, len(chosen), f"Take out of “{one.name}”"):
        desk.rows.advance(tuple(chosen))
        _say(desk, lambda: desk.collections.take_out(chosen, one))


def _say(desk: Desk, work: Callable[[], str]) -> None:
    desk.write(work, lambda said: desk.view.say(said, undo=said != SO_ALREADY))


def _here(desk: Desk) -> Collection | None:
    """The collection whose papers are shown, if any is."""
    number = shown_collection(desk.rows.shelf().query)
    return next((one for one in desk.collections.all() if one.id == number), None)


def _shown(desk: Desk) -> Collection:
    one = _here(desk)
    if one is None:
        raise NotFound("This list is no collection: go to one first.")
    return one


def _about(desk: Desk, title: str, then: Then, *, smart: bool = True) -> None:
    """Go on with the collection that is shown, else with one that is chosen."""
    one = _here(desk)
    if one is not None and (smart or not one.smart):
        then(one)
    else:
        _pick(desk, title, [one for one in desk.collections.all() if smart or not one.smart], then)


def _pick(desk: Desk, title: str, every: Sequence[Collection], then: Then) -> None:
    if not every:
        raise NotFound(_NONE)
    named = {one.title: one for one in every}
    desk.chooser.choose(title, tuple(named), lambda word: then(named[word]))
