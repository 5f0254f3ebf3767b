"""Every table of the library, on one page.

The schema itself is made by `infra.migrations`, whose text never changes once
released; a test holds the two equal. Moments are seconds since 1970 (UTC),
days are ISO dates.
"""

from sqlalchemy import Table
from sqlmodel import Field, SQLModel


class Paper(SQLModel, table=True):
    """A paper, whether it only came by or was kept.

    `day` and `rank` are where its newest entry stands: triggers see to them.
    `rating` is 0 (none) to 5; `notice` is "withdrawn" or "retracted".
    """

    id: int | None = Field(default=None, primary_key=True)
    title: str
    title_key: str = Field(index=True)
    first_key: str = ""
    abstract: str = ""
    published: str | None = None
    year: int | None = Field(default=None, index=True)
    arxiv: str | None = Field(default=None, unique=True)
    version: int = 0
    doi: str | None = Field(default=None, unique=True)
    url: str | None = None
    code: str | None = None
    citekey: str = Field(unique=True)
    state: str = Field(index=True)
    state_at: float
    unread: int = 1
    added_at: float
    upvotes: int | None = None
    comments: int | None = None
    stars: int | None = None
    day: str | None = None
    rank: int | None = None
    rating: int = 0
    flagged: int = 0
    remark: str = ""
    notice: str = ""


class Author(SQLModel, table=True):
    """A name under which somebody publishes."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    key: str = Field(index=True)


class Authorship(SQLModel, table=True):
    """Who wrote what, in the order of the paper (from 0)."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    author: int = Field(foreign_key="author.id", index=True)


class Source(SQLModel, table=True):
    """A place that papers come from.

    `period` is the minutes between two fetches (None: as the setting says),
    `retention` the days that read papers stay (None: for ever), `due` when it
    is to be asked again, after so many `failures` in a row. `position` is its
    place among the others, 0 behind those that have one.
    """

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    name: str
    url: str = Field(unique=True)
    enabled: int = 1
    last_success: float | None = None
    last_error: str | None = None
    last_error_at: float | None = None
    period: int | None = None
    retention: int | None = None
    muted: int = 0
    notify: int = 0
    labels: str = "[]"
    due: float | None = None
    failures: int = 0
    position: int = 0


class Trouble(SQLModel, table=True):
    """A failure of a source, in a sentence: the last ones are kept."""

    id: int | None = Field(default=None, primary_key=True)
    source: int = Field(foreign_key="source.id", ondelete="CASCADE")
    at: float
    sentence: str


class Visit(SQLModel, table=True):
    """When a day of a source was last asked for, and how to ask again cheaply."""

    source: int = Field(primary_key=True, foreign_key="source.id", ondelete="CASCADE")
    day: str = Field(primary_key=True)
    at: float
    validators: str = "[]"


class Entry(SQLModel, table=True):
    """A paper in a source's listing of one day; it leaves only with its source.

    `kind` is how arXiv announced it: new, cross, replace, replace-cross.
    """

    id: int | None = Field(default=None, primary_key=True)
    source: int = Field(foreign_key="source.id", ondelete="CASCADE")
    day: str = Field(index=True)
    paper: int = Field(foreign_key="paper.id", ondelete="CASCADE", index=True)
    key: str = ""
    rank: int
    first_seen: float
    last_seen: float
    submitter: str | None = None
    extra: str = "{}"
    kind: str = ""


class Snapshot(SQLModel, table=True):
    """What an entry's counts and rank were at one moment."""

    entry: int = Field(primary_key=True, foreign_key="entry.id", ondelete="CASCADE")
    at: float = Field(primary_key=True)
    rank: int
    upvotes: int | None = None
    comments: int | None = None
    stars: int | None = None


class Fact(SQLModel, table=True):
    """What a title or abstract says, as `domain.claims` reads it, and where."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    name: str = Field(primary_key=True)
    place: str = Field(primary_key=True)
    start: int = Field(primary_key=True)
    stop: int
    value: float | None = None
    text: str
    key: str = ""


class Card(SQLModel, table=True):
    """What sources say of a paper beside its counts; `asked` is when for what is linked to it."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    organisation: str = ""
    summary: str = ""
    keywords: str = "[]"
    picture: str = ""
    project: str = ""
    submitter: str = ""
    discussion: str = ""
    models: int = 0
    datasets: int = 0
    spaces: int = 0
    asked: float | None = None


class Linked(SQLModel, table=True):
    """A model, a data set or a Space that names a paper: the first of each kind."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    kind: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    name: str
    likes: int | None = None


class Tag(SQLModel, table=True):
    """A word that the reader puts on papers; a pinned one has a colour and a digit (1 to 9)."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    colour: str = ""
    digit: int | None = None


class Tagging(SQLModel, table=True):
    """Which paper bears which tag."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    tag: int = Field(primary_key=True, foreign_key="tag.id", ondelete="CASCADE", index=True)


class Collection(SQLModel, table=True):
    """A place for papers, within its `parent`; with a `query` it holds what that finds."""

    id: int | None = Field(default=None, primary_key=True)
    parent: int | None = Field(
        default=None, foreign_key="collection.id", ondelete="CASCADE", index=True
    )
    name: str
    query: str = ""
    position: int
    created: float


class Membership(SQLModel, table=True):
    """Which paper is in which collection, since when."""

    collection: int = Field(primary_key=True, foreign_key="collection.id", ondelete="CASCADE")
    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE", index=True)
    at: float


class Relation(SQLModel, table=True):
    """Two papers that the reader has joined: the smaller id is `paper`; `kind` says how."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    other: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE", index=True)
    kind: str = ""
    at: float


class Alias(SQLModel, table=True):
    """A further name (`kind`: arxiv, doi or title) of a paper that others were merged into."""

    kind: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    paper: int = Field(foreign_key="paper.id", ondelete="CASCADE", index=True)


class Apart(SQLModel, table=True):
    """Two papers of which the reader has said that they are not the same: the smaller id first."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    other: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE", index=True)
    at: float


class Reference(SQLModel, table=True):
    """What a bibliography says of a paper beside title, authors and date.

    `kind` is a type of CSL (article-journal, chapter …), `fields` a JSON object
    of CSL's variables (container-title, volume, page …).
    """

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    kind: str = ""
    fields: str = "{}"


class Edited(SQLModel, table=True):
    """A field of a paper that its reader has written: no source changes it any more."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    field: str = Field(primary_key=True)
    at: float


class Progress(SQLModel, table=True):
    """How far a paper has been read: `seen` is a JSON list of page ranges.

    `status` is what the reader says ("unstarted", "reading", "read"), or "" where pages tell.
    """

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    status: str = ""
    furthest: int = 0
    pages: int = 0
    seen: str = "[]"
    at: float


class Focus(SQLModel, table=True):
    """Seconds that the reader was in a section of a paper on a day, and words read in them."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    day: str = Field(primary_key=True, index=True)
    section: str = Field(primary_key=True, default="")
    seconds: float
    words: int = 0


class Thrown(SQLModel, table=True):
    """A note that was thrown away, as it then was."""

    id: str = Field(primary_key=True)
    paper: int = Field(foreign_key="paper.id", ondelete="CASCADE", index=True)
    text: str
    at: float


class Tally(SQLModel, table=True):
    """How many papers a place has; `infra.tallies` tells what is counted, and how."""

    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    papers: int
    unread: int


class File(SQLModel, table=True):
    """A PDF below `papers/`, never modified once it is there.

    The one that is `chosen` is read, else that of the newest version.
    """

    id: int | None = Field(default=None, primary_key=True)
    paper: int = Field(foreign_key="paper.id", ondelete="CASCADE", index=True)
    version: int = 0
    path: str
    digest: str
    size: int
    pages: int
    arrived: float
    chosen: int = 0


class Watch(SQLModel, table=True):
    """Which version of a paper its reader knows, and which is the newest at arXiv.

    `answered` is one that the reader does not want; `looked` is when arXiv was asked.
    """

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    known: int
    newest: int
    answered: int = 0
    looked: float = 0.0


class Revision(SQLModel, table=True):
    """What arXiv said of one version of a paper, when it was looked at; `authors` is JSON."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    version: int = Field(primary_key=True)
    published: str | None = None
    title: str
    authors: str
    abstract: str
    comment: str


class Note(SQLModel, table=True):
    """The Markdown note of a paper."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    text: str
    updated: float


class Highlight(SQLModel, table=True):
    """A marked passage; `trashed` is when it was thrown away, if it was.

    `rest` is what stands on further pages: as JSON, with the names of `Anchor`.
    """

    id: str = Field(primary_key=True)
    paper: int = Field(foreign_key="paper.id", ondelete="CASCADE", index=True)
    page: int
    label: str = ""
    quads: str
    text: str
    prefix: str = ""
    suffix: str = ""
    colour: str
    comment: str = ""
    created: float
    trashed: float | None = None
    kind: str = "highlight"
    strokes: str = "[]"
    edition: str = ""
    fate: str = ""
    origin: str = ""
    rest: str = "[]"
    author: str = ""


class HighlightTag(SQLModel, table=True):
    """Which highlight bears which tag, of those that papers bear."""

    __tablename__ = "highlight_tag"

    highlight: str = Field(primary_key=True, foreign_key="highlight.id", ondelete="CASCADE")
    tag: int = Field(primary_key=True, foreign_key="tag.id", ondelete="CASCADE", index=True)


class Bookmark(SQLModel, table=True):
    """A named place in a paper; `trashed` is when it was thrown away, if it was."""

    id: str = Field(primary_key=True)
    paper: int = Field(foreign_key="paper.id", ondelete="CASCADE", index=True)
    page: int
    top: float
    text: str
    created: float
    trashed: float | None = None


class Letter(SQLModel, table=True):
    """A place under a letter: of one paper, or of the library (`scope` 0)."""

    scope: int = Field(primary_key=True)
    name: str = Field(primary_key=True)
    paper: int = Field(foreign_key="paper.id", ondelete="CASCADE", index=True)
    page: int
    top: float
    at: float


class Place(SQLModel, table=True):
    """Where the reader was in a paper."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    page: int
    top: float
    left: float
    zoom: float
    at: float
    fit: str = "width"
    columns: int = 1
    cover: int = 0
    rotation: int = 0
    trim: int = 0
    seen: float = 0.0


class Exported(SQLModel, table=True):
    """What was last written of a paper into a folder; `text` is the merge base.

    `pending` is what is being written now: after a crash the file is either.
    """

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    folder: str = Field(primary_key=True)
    name: str
    text: str
    pending: str | None = None
    at: float


class Rule(SQLModel, table=True):
    """A query with a name, and what is done about the papers that it hits.

    It was held against all papers with numbers from `filled` on: 0 is all of
    them, None none.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    query: str
    action: str = ""
    argument: str = ""
    notify: int = 0
    shown: int = 1
    enabled: int = 1
    expires: str | None = None
    created: float
    position: int
    filled: int | None = None


class Hit(SQLModel, table=True):
    """Which papers a rule's query finds, since when; those that came since then are `due`."""

    rule: int = Field(primary_key=True, foreign_key="rule.id", ondelete="CASCADE")
    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE", index=True)
    at: float
    due: int = 0


class Deed(SQLModel, table=True):
    """What a rule once did with a paper; it stands unless it was undone."""

    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE")
    rule: int = Field(primary_key=True, index=True)
    action: str
    at: float
    standing: int = 0


class Unjudged(SQLModel, table=True):
    """What rules are to be held against again; `infra.ruling` tells when."""

    seq: int | None = Field(default=None, primary_key=True)
    paper: int
    circumstance: int = 0


class Trait(SQLModel, table=True):
    """Something that sources tell of papers by name: org, submitter or category."""

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    name: str


class Bearing(SQLModel, table=True):
    """Which paper has which trait."""

    trait: int = Field(primary_key=True, foreign_key="trait.id", ondelete="CASCADE")
    paper: int = Field(primary_key=True, foreign_key="paper.id", ondelete="CASCADE", index=True)


class Journal(SQLModel, table=True):
    """One action of the user, with the row images that undo and redo it."""

    id: int | None = Field(default=None, primary_key=True)
    at: float
    title: str
    merge: str = ""
    changes: str
    undone: int = 0


class Change(SQLModel, table=True):
    """What a process changed, for the others that have the library open."""

    id: int | None = Field(default=None, primary_key=True)
    at: float
    origin: str
    event: str
    ids: str = "[]"


class Waiting(SQLModel, table=True):
    """What waits to be indexed: `kind` is paper, note, highlight or file."""

    seq: int | None = Field(default=None, primary_key=True)
    kind: str
    ref: str


class Finished(SQLModel, table=True):
    """When a view, by its query, was last worked off."""

    shelf: str = Field(primary_key=True)
    at: float


class Memory(SQLModel, table=True):
    """What the screen remembers: the last view, sizes of panes."""

    key: str = Field(primary_key=True)
    value: str


def table(name: str) -> Table:
    """A table by its name, for Core statements: `insert(table("paper"))`."""
    return SQLModel.metadata.tables[name]
