"""A rule: a query with a name, and what is done about the papers that it finds.

A smart feed, a follow, a mute and an alert are all one thing, told apart by what
they do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.faults import checked
from paperdesk.domain.paper import PaperId
from paperdesk.domain.query import EVERYTHING, terms
from paperdesk.domain.shelf import Order, Shelf
from paperdesk.domain.tags import tag_name

RuleId = NewType("RuleId", int)

LONGEST_NAME = 60
_CIRCUMSTANCES = frozenset({"state", "in", "tag", "is", "has", "read"})
"""Fields about what the user does with a paper."""


class Action(StrEnum):
    """What a rule does with a new paper, once."""

    NONE = ""
    HIDE = "hide"
    """Out of the days and lists, found under the rule."""

    READ = "read"
    DOWN = "down"
    """At the end of its day."""

    STAR = "star"
    """Into the shortlist."""

    TAG = "tag"


DONE = {
    Action.HIDE: "muted",
    Action.READ: "marked as read",
    Action.DOWN: "ranked down",
    Action.STAR: "shortlisted",
    Action.TAG: "tagged",
}
"""What was done, in the past tense."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is written down; without an id it is a draft."""

    name: str
    query: str
    action: Action = Action.NONE
    tag: str = ""
    notify: bool = False
    shown: bool = True
    """Whether it stands in the sidebar as a smart feed."""

    enabled: bool = True
    expires: date | None = None
    """Its last day."""

    id: RuleId = RuleId(0)
    papers: int = 0
    unread: int = 0
    filling: bool = False
    """Whether older papers are still being looked through."""

    @property
    def shelf(self) -> Shelf:
        """The papers that it finds; what other rules have hidden only if it hides itself."""
        query = f'rule:"{self.name}"'
        if self.action is not Action.HIDE:
            query += " -is:muted"
        return Shelf(self.name, query, Order.RANK)

    @property
    def circumstantial(self) -> bool:
        """Whether it is about what the user does with papers, not only what they say."""
        tree = checked(self.query)
        every = (*terms(tree), *terms(tree, wanted=False))
        return any(term.field in _CIRCUMSTANCES for term in every)

    def over(self, today: date) -> bool:
        """Whether its last day is past."""
        return self.expires is not None and self.expires < today


@dataclass(frozen=True, slots=True)
class Deed:
    """What a rule did with a paper."""

    rule: RuleId
    name: str
    action: Action

    @property
    def sentence(self) -> str:
        """For people: “muted by rule “x””."""
        return f"{DONE[self.action]} by rule “{self.name}”"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a query finds among the papers of the last days: the newest first."""

    papers: tuple[PaperId, ...] = ()
    days: Mapping[date, int] = field(default_factory=dict)
    until: date | None = None
    """The last of these days: the newest on which anything was listed."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A rule as somebody has written it: to be kept, or only to look through."""

    rule: Rule
    keep: bool
    at_once: bool = False
    """Whether it deals also with the new papers of the last days that it finds."""


@dataclass(frozen=True, slots=True)
class Tiding:
    """News that somebody asked to be told of: whose, how many, and where they stand."""

    title: str
    papers: int
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Verdict:
    """What rules did, what ended, and what is to be told."""

    done: str = ""
    """The step in the journal."""

    ended: tuple[str, ...] = ()
    """The rules whose last day is past."""

    tidings: tuple[Tiding, ...] = ()


def sound(rule: Rule) -> Rule:
    """The rule in the form in which it is kept; WrongUsage where that cannot be."""
    name = " ".join(rule.name.split())
    if not name or len(name) > LONGEST_NAME or '"' in name:
        raise WrongUsage(f"Give it a name of up to {LONGEST_NAME} letters, without quotes.")
    query = rule.query.strip()
    tree = checked(query)
    if tree == EVERYTHING:
        raise WrongUsage("A rule for everything says nothing: write what it looks for.")
    for term in (*terms(tree), *terms(tree, wanted=False)):
        if term.field == "rule" or (term.field, term.value.lower()) == ("is", "muted"):
            raise WrongUsage("A rule cannot ask for other rules, nor for what they mute.")
        if term.field in ("collection", "directly"):
            raise WrongUsage("A rule cannot ask for collections: what comes is in none yet.")
        if term.field == "related":
            raise WrongUsage("A rule cannot ask for what is related: what comes is not yet.")
        if term.field == "late":
            raise WrongUsage("A rule cannot ask for what came late: finishing a view changes that.")
    tag = tag_name(rule.tag) if rule.action is Action.TAG else ""
    return Rule(
        name, query, rule.action, tag, rule.notify, rule.shown, rule.enabled, rule.expires, rule.id
    )
