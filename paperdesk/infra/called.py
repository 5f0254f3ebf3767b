"""What a paper is known by, as conditions: a name of one, and the name of one it belongs with."""

from paperdesk.domain.query import Term
from paperdesk.domain.words import fold
from paperdesk.infra.bounded import Condition


def called(column: str, term: Term) -> Condition:
    """A name as a whole, or its beginning while it is typed."""
    value = fold(term.value)
    if term.prefix:
        return f"substr({column}, 1, ?) = ?", [len(value), value]
    return f"{column} = ?", [value]


def related(term: Term) -> Condition:
    """What belongs with a paper, which its key or number names; few papers have any of these."""
    test, values = called("folded(one.citekey)", term)
    if term.value.isdecimal() and len(term.value) < 10 and not term.phrase:
        test, values = f"({test} OR one.id = ?)", [*values, int(term.value)]
    ends = " UNION ALL ".join(
        f"SELECT {there} FROM relation JOIN main.paper AS one ON one.id = relation.{here}"
        f" WHERE {test}"
        for here, there in (("paper", "other"), ("other", "paper"))
    )
    return f"paper.id IN ({ends})", [*values, *values]
