"""What an empty shelf says."""

from paperdesk.domain.period import shown_period
from paperdesk.domain.shelf import Shelf
from paperdesk.ui.empty import Emptiness, Offer

_BY_QUERY = {
    "state:inbox": Emptiness("The inbox is empty.", "i keeps the paper under the cursor here."),
    "state:later": Emptiness("Nothing waits for later.", "l puts a paper off until then."),
    "state:shortlist": Emptiness("The shortlist is empty.", "s puts a paper on it."),
    "state:archive": Emptiness("The archive is empty.", "e moves a paper here when it is read."),
    "state:trash": Emptiness("The trash is empty.", "Del moves a paper here; z brings it back."),
}


def emptiness(shelf: Shelf) -> Emptiness:
    """What to say of an empty shelf."""
    if shelf.query in _BY_QUERY:
        return _BY_QUERY[shelf.query]
    if shown_period(shelf.query):
        return Emptiness("Nothing here of this time.", "r fetches it; [ and ] go to others.")
    if shelf.query.startswith("day:"):
        return Emptiness(
            "No papers on this day.", "r asks the source again; [ and ] go to other days."
        )
    if shelf.query.startswith("source:"):
        return Emptiness("Nothing has come from here yet.", "r asks again.")
    if shelf.query.startswith("tag:"):
        return Emptiness("No paper has this tag.", "t tags the paper under the cursor.")
    return Emptiness(
        "Nothing here yet.",
        "Papers come from Hugging Face, arXiv and any feed of the web.",
        (
            Offer("feed.refresh-all", "Fetch today’s papers", "r"),
            Offer("feed.fields", "Choose your fields…"),
            Offer("feed.add", "Add a source…"),
            Offer("page.import", "Import a saved page…"),
        ),
    )
