"""What an empty shelf says."""

from paperdesk.domain.collection import UNSORTED
from paperdesk.domain.period import shown_period
from paperdesk.domain.shelf import ALL, NEW_VERSIONS, Shelf
from paperdesk.ui.empty import Emptiness, Offer

_NOTHING_AT_ALL = Emptiness(
    "Nothing here yet.",
    "Papers come from Hugging Face, arXiv and any feed of the web.",
    (
        Offer("feed.refresh-all", "Fetch today’s papers", "r"),
        Offer("feed.fields", "Choose your fields…"),
        Offer("feed.add", "Add a source…"),
        Offer("page.import", "Import a saved page…"),
    ),
)
_BY_QUERY = {
    "state:inbox": Emptiness("The inbox is empty.", "i keeps the paper under the cursor here."),
    "state:later": Emptiness("Nothing waits for later.", "l puts a paper off until then."),
    "state:shortlist": Emptiness("The shortlist is empty.", "s puts a paper on it."),
    "state:archive": Emptiness("The archive is empty.", "e moves a paper here when it is read."),
    "state:trash": Emptiness("The trash is empty.", "Del moves a paper here; z brings it back."),
    ALL.query: _NOTHING_AT_ALL,
    UNSORTED.query: Emptiness("Every kept paper is in a collection.", "gC goes to one."),
    NEW_VERSIONS.query: Emptiness(
        "You have seen the newest version of all.", "“Look for new versions” asks arXiv again."
    ),
}


_BY_START: dict[str | tuple[str, ...], Emptiness] = {
    "day:": Emptiness("No papers on this day.", "r asks the source again; [ and ] go to others."),
    "source:": Emptiness("Nothing has come from here yet.", "r asks again."),
    "rule:": Emptiness("Nothing has come yet that this looks for.", "r fetches what is new."),
    "tag:": Emptiness("No paper has this tag.", "t tags the paper under the cursor."),
    ("collection:", "directly:"): Emptiness(
        "No paper is in this collection.",
        "C puts papers into one, and so does dropping them on its name.",
    ),
}
_NOTHING_LIKE_THAT = Emptiness(
    "No paper is found.", "F asks for something else; ga shows all papers."
)


def emptiness(shelf: Shelf) -> Emptiness:
    """What to say of an empty shelf."""
    if shelf.query in _BY_QUERY:
        return _BY_QUERY[shelf.query]
    if shown_period(shelf.query):
        return Emptiness("Nothing here of this time.", "r fetches it; [ and ] go to others.")
    if " " in shelf.query and not shelf.query.startswith("tag:"):
        return _NOTHING_LIKE_THAT
    said = (words for start, words in _BY_START.items() if shelf.query.startswith(start))
    return next(said, _NOTHING_LIKE_THAT)
