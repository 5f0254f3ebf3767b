"""What changed between two versions of a text: the changes, word for word, and where they are."""

from dataclasses import dataclass, field
from enum import StrEnum

from paperdesk.domain.paper import PaperId


class Kind(StrEnum):
    """What happened to a paragraph."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Part(StrEnum):
    """What a paragraph is."""

    HEADING = "heading"
    TEXT = "paragraph"
    ASIDE = "aside"
    """A caption, a table, a footnote: what floats on its page."""

    DATA = "data"
    """What is said of the paper and not in it: title, authors, abstract, comment."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand together: `changed`, they are on one side only; `number`, with digits."""

    text: str
    changed: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a side of a change begins: a page from 0, and points from its top."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that is not as it was; the side that has nothing is empty.

    `label` names a float ("Table 3"), `slight`: only numbers of references,
    figures and the like moved on.
    """

    kind: Kind
    part: Part
    section: str
    old: tuple[Stretch, ...] = ()
    new: tuple[Stretch, ...] = ()
    old_at: Spot | None = None
    new_at: Spot | None = None
    label: str = ""
    slight: bool = False

    @property
    def numbers(self) -> bool:
        """Whether numbers are among what changed."""
        return any(one.number for one in (*self.old, *self.new))


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes in the order of the new version, and how much stayed as it was."""

    changes: tuple[Change, ...] = ()
    same: int = 0
    notes: tuple[str, ...] = field(default=())
    """What could not be compared, in sentences."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, of which paper and of what: names, and files where there are any."""

    paper: PaperId
    title: str
    old: str
    new: str
    found: Comparison
    files: tuple[int, int] | None = None


def summary(comparison: Comparison) -> str:
    """The changes in a few sentences: counted, then what is to be looked at first."""
    said = [_counted(comparison)]
    new, gone = (_headings(comparison, kind) for kind in (Kind.ADDED, Kind.REMOVED))
    floats = [one for one in comparison.changes if one.label and one.numbers and not one.slight]
    if new:
        said.append(f"New: {_listed(new)}.")
    if gone:
        said.append(f"Gone: {_listed(gone)}.")
    if floats:
        said.append(f"Numbers changed in {_listed(list(dict.fromkeys(f.label for f in floats)))}.")
    return " ".join((*said, *comparison.notes))


def as_markdown(title: str, old: str, new: str, comparison: Comparison) -> str:
    """The changes as a text to keep; removed words ~~struck out~~, new ones **bold**."""
    lines = [f"# {title}: {old} → {new}", "", summary(comparison), ""]
    section = None
    for change in comparison.changes:
        if change.section != section:
            section = change.section
            lines += [f"## {section or 'Beginning'}", ""]
        lines += [f"*{describe(change)}*", ""]
        lines += [f"- {line}" for line in _sides(change)] + [""]
    return "\n".join(lines).rstrip() + "\n"


def describe(change: Change) -> str:
    """What happened to what, in a few words, and on which page."""
    what = change.label or {Part.ASIDE: "Beside the text", Part.DATA: change.section}.get(
        change.part, change.part.value.capitalize()
    )
    at = change.new_at or change.old_at
    page = f", page {at.page + 1}" if at else ""
    slight = ", numbering only" if change.slight else ""
    return f"{what} {change.kind}{slight}{page}"


def _counted(comparison: Comparison) -> str:
    changes = comparison.changes
    if not changes:
        return "No word changed."
    parts: list[str] = []
    for kind in Kind:
        number = sum(one.kind is kind and not one.slight for one in changes)
        if number:
            noun = "" if parts else (" paragraph" if number == 1 else " paragraphs")
            parts.append(f"{number:,}{noun} {kind}")
    slight = sum(one.slight for one in changes)
    if slight:
        parts.append(f"{slight:,} only renumbered")
    return ", ".join(parts) + "."


def _headings(comparison: Comparison, kind: Kind) -> list[str]:
    chosen = (one for one in comparison.changes if one.part is Part.HEADING and one.kind is kind)
    return ["“" + "".join(part.text for part in one.new or one.old) + "”" for one in chosen]


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return ", ".join(names[:6]) + more


def _sides(change: Change) -> list[str]:
    old = "".join(f"~~{one.text}~~" if one.changed else one.text for one in _apart(change.old))
    new = "".join(f"**{one.text}**" if one.changed else one.text for one in _apart(change.new))
    return [f"{name}: {side}" for name, side in (("old", old), ("new", new)) if side]


def _apart(stretches: tuple[Stretch, ...]) -> list[Stretch]:
    """Stretches with their spaces outside: Markdown marks no word that begins with one."""
    found: list[Stretch] = []
    for one in stretches:
        inner = one.text.strip()
        if not one.changed or inner == one.text or not inner:
            found.append(one)
            continue
        before, _, after = one.text.partition(inner)
        found += [Stretch(before), Stretch(inner, changed=True, number=one.number), Stretch(after)]
    return found
