"""Verbs of the sources: add one from what is pasted, by field, or search away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from paperdesk.commands import feed, papers
from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Choice, Tick
from paperdesk.domain.errors import Offline, PaperDeskError
from paperdesk.domain.feed import Merged, Source
from paperdesk.domain.shelf import Order, Shelf, source_shelf
from paperdesk.feeds import FIELDS, Field, Lead, Wish, understood, wishes
from paperdesk.infra.jobs import Job, Lane

ADD = "Add a source: arXiv category, author, words, or any address"
WHICH = "Which of its feeds?"
FIELDS_TITLE = "What do you read?"
FIELDS_LEAD = (
    "Space ticks a field, Enter begins with its sources. Each can be removed again, and others "
    "added at any time."
)


def add(desk: Desk) -> None:
    """Add a source: a category, an author, words, a feed or a page with one."""
    desk.chooser.consult(ADD, lambda text: _choices(desk, understood(text)))


def choose_fields(desk: Desk) -> None:
    """Add the sources of some fields of research."""
    lines = [Tick(field.name, field.sources) for field in FIELDS]
    desk.chooser.tick(
        FIELDS_TITLE, FIELDS_LEAD, lines, lambda chosen: _begin(desk, [FIELDS[n] for n in chosen])
    )


def search_away(desk: Desk) -> None:
    """Search Hugging Face and arXiv; what is found can be triaged like any feed."""
    words = desk.view.ask_text("Search Hugging Face and arXiv for")
    if words and words.strip():
        plain = " ".join(words.split())
        addresses = (wishes.hub_search(plain), wishes.query(wishes.everywhere(plain)))
        desk.write(
            lambda: [desk.feeds.roster.aside(address) for address in addresses],
            lambda sources: _search(desk, plain, sources),
        )


def keep_search(desk: Desk) -> None:
    """Make sources of the search that is shown: it is asked again with the others."""
    sources = [source for source in feed.shown_sources(desk) if not source.enabled]
    if not sources:
        desk.view.say("This list is no search that could be kept.")
        return
    addresses = [source.url for source in sources]
    desk.write(
        lambda: desk.feeds.roster.add_all(addresses, "Search kept"),
        lambda _: desk.view.say("Kept: refreshing asks for it as well.", undo=True),
    )


def trending(desk: Desk) -> None:
    """Show what is trending at Hugging Face, in its order."""

    def shown(source: Source) -> None:
        desk.rows.show(source_shelf(source))
        feed.refresh_source(desk, source)

    desk.write(desk.feeds.roster.trending, shown)


def _choices(desk: Desk, wanted: Sequence[Wish]) -> list[Choice]:
    return [
        Choice(wish.title, wish.remark, partial(_take, desk, wish) if wish.address else None)
        for wish in wanted
    ]


def _take(desk: Desk, wish: Wish) -> None:
    """Add what was chosen, or look first what is there."""
    if wish.paper:
        papers.add_named(desk, wish.address)
    elif wish.page:
        _look(desk, wish.address)
    else:
        _add(desk, Lead(wish.address, wish.title))


def _look(desk: Desk, address: str) -> None:
    """Look for feeds at an address; offline it is taken for one."""

    def failed(error: PaperDeskError) -> None:
        if isinstance(error, Offline):
            _add(desk, Lead(address, address))
        else:
            desk.view.complain(error)

    job = desk.jobs.new(f"Looking at {wishes.name_of(address)}")
    desk.jobs.start(
        job,
        Lane.FETCH,
        lambda job: desk.feeds.look(address, job),
        lambda leads: _follow(desk, leads),
        failed,
    )


def _follow(desk: Desk, leads: Sequence[Lead]) -> None:
    if len(leads) == 1:
        _add(desk, leads[0])
        return

    def answer(text: str) -> list[Choice]:
        sought = text.lower().split()
        return [
            Choice(lead.title, lead.address, partial(_add, desk, lead))
            for lead in leads
            if all(word in f"{lead.title} {lead.address}".lower() for word in sought)
        ]

    desk.chooser.consult(WHICH, answer)


def _add(desk: Desk, lead: Lead) -> None:
    there = {source.url for source in desk.feeds.roster.sources()}

    def added(source: Source) -> None:
        new = source.url not in there
        name = lead.title if lead.listings else source.name
        desk.view.say(
            f"Source added: {name}" if new else f"{source.name} is a source already.",
            undo=new,
        )
        desk.rows.show(source_shelf(source))
        if lead.listings:
            feed.take_read(desk, source, lead.listings)
        else:
            feed.refresh_source(desk, source)

    desk.write(lambda: desk.feeds.roster.add(lead.address, own=lead.own), added)


def _begin(desk: Desk, chosen: Sequence[Field]) -> None:
    """Add the sources of fields, each once, and fetch them.

    Who begins with other fields is not given the papers of a source that came
    with the program.
    """
    addresses = list(dict.fromkeys(url for field in chosen for url in field.addresses))
    names = ", ".join(field.name for field in chosen)

    def added(sources: Sequence[Source]) -> None:
        desk.view.say(f"Sources added for: {names}", undo=True)
        for source in sources:
            feed.refresh_source(desk, source)

    unasked = [
        source.id
        for source in desk.feeds.roster.sources()
        if source.url not in addresses and desk.feeds.newest_day() is None
    ]
    title = f"Sources added for: {names}"
    desk.write(lambda: desk.feeds.roster.add_all(addresses, title, without=unasked), added)


def _search(desk: Desk, words: str, sources: Sequence[Source]) -> None:
    """Ask each; what the first finds is shown, what the others find joins it."""
    query = " OR ".join(f"source:{source.id}" for source in sources)
    shelf = Shelf(f"“{words}” elsewhere", query, Order.FOUND)
    desk.rows.show(shelf)

    def found(source: Source, merged: Merged) -> None:
        place = source.name.partition(":")[0]
        desk.view.say(f"{place}: {len(merged.papers)} found. “Keep this search” makes it a source.")
        if desk.rows.shelf() == shelf:
            desk.rows.reload()

    def asked(source: Source, job: Job) -> Merged:
        return desk.feeds.take(source, [desk.feeds.search(source, job)])

    for source in sources:
        desk.fetch(source.name, partial(asked, source), partial(found, source))
