"""What the sidebar lists: sections of places, made from plain values."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime

from paperdesk.domain.collection import Collection, CollectionId
from paperdesk.domain.feed import Day, Source, SourceKind, called
from paperdesk.domain.health import Sign, standing
from paperdesk.domain.paper import State
from paperdesk.domain.period import Period, period_shelf
from paperdesk.domain.rule import Rule
from paperdesk.domain.shelf import (
    ALL,
    NEW_VERSIONS,
    Shelf,
    day_shelf,
    source_shelf,
    state_shelf,
    tag_shelf,
)
from paperdesk.domain.tags import Pin
from paperdesk.ui.words import STATES, date_words, day_words, how_many

COLLECTIONS = "Collections"
SHOWN = 7
"""Days and tags that are listed before "more"."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, and how many papers have it."""

    name: str
    papers: int = 0
    pin: Pin | None = None
    """Where it is pinned, if it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the sidebar; without a shelf it is a heading, or opens a section.

    `count` stands at the end of the line, `strong` if it asks to be looked at;
    `alarm` is what went wrong, in a sentence.
    """

    title: str
    shelf: Shelf | None = None
    icon: str = ""
    count: int = 0
    strong: bool = False
    tip: str = ""
    alarm: str = ""
    opens: str = ""
    ink: str = ""
    """The name of the colour of a pinned tag."""
    changes: bool = False
    """Whether what stands behind it can be changed: a smart feed, source, collection, tag."""

    collection: Collection | None = None
    folded: bool = False
    """Whether it hides the collections within it."""

    @property
    def depth(self) -> int:
        """How far it stands in."""
        return self.collection.depth if self.collection else 0

    @property
    def folds(self) -> bool:
        """Whether others stand within it."""
        return self.collection is not None and self.collection.children > 0

    @property
    def spoken(self) -> str:
        """What else is said of it to those who do not see it."""
        if self.collection is None:
            return ""
        kind = "smart collection" if self.collection.smart else "collection"
        level = f"{kind}, level {self.depth + 1}"
        return f"{level}, {'closed' if self.folded else 'open'}" if self.folds else level


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the places below it."""

    title: str
    places: tuple[Place, ...]


_ICONS = {
    State.INBOX: "inbox",
    State.LATER: "later",
    State.SHORTLIST: "shortlist",
    State.ARCHIVE: "archive",
    State.TRASH: "trash",
}


def day_section(days: Sequence[Day], today: date, *, opened: bool) -> Section:
    """The days, newest first; older ones behind a line that opens them."""
    shown = days if opened else days[:SHOWN]
    places = [
        Place(
            day_words(row.day, today),
            day_shelf(row.day),
            "day",
            row.unread,
            strong=row.unread > 0,
            tip=f"{date_words(row.day)}: {how_many(row.papers, 'paper')}, {row.unread} unread",
        )
        for row in shown
    ]
    longer = [
        Place(name, period_shelf(period), "day", tip=f"{period.title}: [ and ] go to others")
        for name, period in (("This week", Period.week(today)), ("This month", Period.month(today)))
        if days
    ]
    older = _more("Older days", len(days) - len(shown), "Days")
    return Section("Days", (*places, *older, *longer))


def state_section(counts: Mapping[State, int], papers: int, newer: int = 0) -> Section:
    """What was kept, by state, what of it has new versions, everything, the trash."""
    kept = [
        Place(
            STATES[state],
            state_shelf(state),
            _ICONS[state],
            counts.get(state, 0),
            strong=state is State.INBOX,
        )
        for state in (State.INBOX, State.LATER, State.SHORTLIST, State.ARCHIVE)
    ]
    everything = Place(ALL.title, ALL, "library", papers)
    trash = Place("Trash", state_shelf(State.TRASH), "trash", counts.get(State.TRASH, 0))
    tip = f"{how_many(newer, 'paper')} with a version that you have not seen"
    versions = Place(NEW_VERSIONS.title, NEW_VERSIONS, "newer", newer, strong=True, tip=tip)
    return Section("Library", (*kept, *((versions,) if newer else ()), everything, trash))


def rule_section(rules: Iterable[Rule]) -> Section:
    """The smart feeds, with how many new papers each has."""
    return Section(
        "Smart feeds",
        tuple(
            Place(
                rule.name,
                rule.shelf,
                "search",
                rule.unread,
                strong=rule.unread > 0,
                tip=f"{rule.query}: {how_many(rule.papers, 'paper')}, {rule.unread} unread",
                changes=True,
            )
            for rule in rules
            if rule.shown and rule.enabled
        ),
    )


def collection_section(every: Iterable[Collection], opened: Set[CollectionId]) -> Section:
    """The collections, those left out that stand within a closed one."""
    places: list[Place] = []
    shut: int | None = None
    for one in every:
        if shut is not None and one.depth > shut:
            continue
        shut = None if one.id in opened else one.depth
        places.append(_collection(one, folded=one.children > 0 and one.id not in opened))
    return Section(COLLECTIONS, tuple(places))


def _collection(one: Collection, *, folded: bool) -> Place:
    counted = "" if one.papers is None else f": {how_many(one.papers, 'paper')}"
    looks = f", looks for {one.query}" if one.smart else ""
    return Place(
        one.name,
        one.shelf,
        "search" if one.smart else "collection",
        one.papers or 0,
        tip=f"{one.title}{counted}{looks}",
        changes=True,
        collection=one,
        folded=folded,
    )


def source_section(sources: Iterable[Source], now: datetime) -> Section:
    """The sources, with what each last said."""
    listed = tuple(sources)
    names = called(listed)
    return Section("Sources", tuple(_source(one, names[one.id], now) for one in listed))


def tag_section(tags: Sequence[Tag], *, opened: bool) -> Section:
    """The tags; the rare ones behind a line that opens them."""
    pinned = sorted(
        (tag for tag in tags if tag.pin), key=lambda tag: tag.pin.digit if tag.pin else 0
    )
    tags = [*pinned, *(tag for tag in tags if tag.pin is None)]
    shown = tags if opened else tags[: max(SHOWN, len(pinned))]
    places = [_tag(tag) for tag in shown]
    return Section("Tags", (*places, *_more("More tags", len(tags) - len(shown), "Tags")))


def _tag(tag: Tag) -> Place:
    shelf = tag_shelf(tag.name)
    if tag.pin is None:
        return Place(tag.name, shelf, "tag", tag.papers, tip=tag.name, changes=True)
    return Place(
        f"{tag.pin.digit} {tag.name}",
        shelf,
        "tag",
        tag.papers,
        tip=f"{tag.name}: pinned to {tag.pin.digit}, {tag.pin.colour}",
        ink=tag.pin.colour,
        changes=True,
    )


def _source(source: Source, name: str, now: datetime) -> Place:
    stands = standing(source, now)
    return Place(
        name,
        source_shelf(source),
        "day" if source.kind is SourceKind.HUGGINGFACE else "feed",
        source.unread,
        strong=source.unread > 0 and not source.muted,
        tip=f"{stands.words} Muted." if source.muted else stands.words,
        alarm=stands.words if stands.sign is Sign.FAILING else "",
        changes=True,
    )


def _more(title: str, hidden: int, section: str) -> tuple[Place, ...]:
    return (Place(f"{title} ({hidden})", icon="more", opens=section),) if hidden > 0 else ()
