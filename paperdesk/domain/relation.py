"""That two papers belong together, as their reader says: how, and neither before the other."""

from dataclasses import dataclass

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.paper import PaperId, State

PLAIN = "related"
"""What two papers are that nothing else is said of."""

KINDS = (
    PLAIN,
    "read together",
    "same method",
    "same data",
    "compared with each other",
    "agree",
    "disagree",
    "two versions of one work",
)
"""What is offered; a reader may write another: it holds whichever paper one is at."""

LONGEST = 40
"""Letters of a kind that a reader writes."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Another paper that a paper belongs with, and how."""

    paper: PaperId
    title: str
    citekey: str
    state: State
    kind: str = PLAIN


def sound_kind(text: str) -> str:
    """A kind as it is kept: one line, and nothing for what is merely related."""
    kind = " ".join(text.split())
    if len(kind) > LONGEST:
        raise WrongUsage(
            f"Say in at most {LONGEST} letters how papers belong together; these are {len(kind)}."
        )
    return "" if kind.casefold() == PLAIN else kind
