"""Which sources there are: on the list, off it, added, removed."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.domain.errors import NotFound
from paperdesk.domain.events import SourcesChanged
from paperdesk.domain.feed import Source, SourceId, SourceKind
from paperdesk.feeds import ownhosts, store, wishes
from paperdesk.infra import answers
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal

_PAGES = "page:saved"


class Roster:
    """The list of sources, changed in steps that can be undone."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def sources(self) -> tuple[Source, ...]:
        """All sources, in the user's order."""
        return store.sources(self._changes.database.read())

    def counted(self) -> tuple[Source, ...]:
        """The same, each counting what its list shows; takes longer than `sources`."""
        return store.counted(self._changes.database.read())

    def source(self, source: SourceId) -> Source:
        """One source."""
        for one in self.sources():
            if one.id == source:
                return one
        raise NotFound("That source was removed.")

    def any_source(self, source: SourceId) -> Source:
        """One source, also one that is not on the list."""
        return store.source(self._changes.database.read(), source)

    def add(self, url: str, name: str = "", *, own: bool = False) -> Source:
        """Add a source by its address; one that is there already is left as it is.

        With `own`, its host may be asked from now on, though it is of this network.
        """
        address = wishes.address(url)
        if own:
            ownhosts.add(self._changes, answers.host(address))
        kind = wishes.kind_of(address)
        return self._added(kind, name or wishes.name_of(address), address)

    def add_all(
        self, addresses: Sequence[str], title: str, *, without: Sequence[SourceId] = ()
    ) -> tuple[Source, ...]:
        """Add several sources, and take some away, as one step to undo."""
        urls = [wishes.address(one) for one in addresses]
        with self._journal.act(title, ()) as edit:
            for url in urls:
                kind, name = wishes.kind_of(url), wishes.name_of(url)
                number, row = store.wanted(edit.connection, kind, name, url)
                edit.insert("source", {"id": number}, row)
            for source in without:
                edit.update("source", {"id": source}, {"enabled": 0})
        there = {source.url: source for source in self.sources()}
        return tuple(there[url] for url in dict.fromkeys(urls))

    def aside(self, address: str) -> Source:
        """The source at an address, for once: not on the list, unless it is there."""
        url = wishes.address(address)
        with self._changes.write() as write:
            kind, name = wishes.kind_of(url), wishes.name_of(url)
            number = store.keep_aside(write.connection, kind, name, url)
            write.tell(SourcesChanged((number,)))
        return self.any_source(number)

    def trending(self) -> Source:
        """The source of what is trending: added when it is first gone to."""
        for one in self.sources():
            if one.kind is SourceKind.TRENDING:
                return one
        return self.add(wishes.TRENDING)

    def pages(self) -> Source:
        """The source that saved pages go to."""
        for one in self.sources():
            if one.kind is SourceKind.SAVED_PAGE:
                return one
        # Nobody asked for this source by itself, so there is no step to undo.
        with self._changes.write() as write:
            kind = SourceKind.SAVED_PAGE
            number = store.keep_source(write.connection, kind, "Saved pages", _PAGES)
            write.tell(SourcesChanged((number,)))
        return self.source(number)

    def remove(self, source: SourceId) -> None:
        """Take a source away; its papers and their days stay."""
        with self._journal.act(f"Feed removed: {self.source(source).name}", ()) as edit:
            edit.update("source", {"id": source}, {"enabled": 0})

    def _added(self, kind: SourceKind, name: str, url: str) -> Source:
        """Make a source, or bring back the one that was removed."""
        with self._journal.act(f"Feed added: {name}", ()) as edit:
            number, row = store.wanted(edit.connection, kind, name, url)
            edit.insert("source", {"id": number}, row)
        return self.source(number)
