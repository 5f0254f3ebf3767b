"""What a community says of a paper beside its counts: who, what about, what hangs on it."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Kind(StrEnum):
    """What can be linked to a paper."""

    MODEL = "model"
    DATASET = "dataset"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Linked:
    """A model, a data set or a Space that names the paper, and how many like it."""

    kind: Kind
    name: str
    likes: int | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """What is linked to a paper: how many of each kind, and the first of them."""

    counts: tuple[tuple[Kind, int], ...] = ()
    first: tuple[Linked, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What sources say of a paper beside what it says itself; empty where nothing is said.

    `summary` was written by a machine of Hugging Face's, `keywords` were chosen
    by it; `discussion` is the page on which people talk about the paper.
    """

    organisation: str = ""
    summary: str = ""
    keywords: tuple[str, ...] = ()
    picture: str = ""
    project: str = ""
    submitter: str = ""
    discussion: str = ""

    def over(self, old: "Card") -> "Card":
        """The card, with what it does not say as it was said before."""
        missing = {
            one.name: getattr(old, one.name) for one in fields(Card) if not getattr(self, one.name)
        }
        return replace(self, **missing)


NOTHING_SAID = Card()
