"""Tags: words that a reader puts on papers and on marks."""

from dataclasses import dataclass

from paperdesk.domain.errors import WrongUsage

LONGEST = 60
"""Characters of a tag."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A tag that a digit (1 to 9) puts on, and the name of its colour."""

    digit: int
    tag: str
    colour: str


def tag_name(name: str) -> str:
    """A tag as it is kept: one line, no commas, no sign in front."""
    plain = " ".join(name.replace(",", " ").split()).lstrip("+-#").strip()
    if not plain or len(plain) > LONGEST:
        raise WrongUsage(f"“{name}” cannot be a tag: use 1 to {LONGEST} characters.")
    return plain


def asked(answer: str | None) -> tuple[list[str], list[str]]:
    """The tags to put on and those to take off, of what was typed with commas between.

    >>> asked("claim, -method")
    (['claim'], ['method'])
    """
    names = [name.strip() for name in (answer or "").split(",") if name.strip()]
    add = [name for name in names if not name.startswith("-")]
    return add, [name[1:] for name in names if name.startswith("-")]
