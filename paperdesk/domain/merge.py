"""Two changes of one note become one, and no word of either is lost."""

from difflib import SequenceMatcher


def merged(base: str, mine: str, theirs: str) -> str:
    """What both sides made of `base`, as one text.

    Mine stays as it is; what they added comes where it was added if that is the
    end, as with a text that is appended, else after mine. What they deleted
    stays: it is deleted again in a moment, but never typed again.
    """
    if theirs == base:
        return mine
    if mine == base or (mine.startswith(base) and theirs.startswith(mine)):
        return theirs
    added = _added(base, theirs)
    if not added or f"\n{added}\n" in f"\n{mine}\n":
        return mine
    return f"{mine.rstrip()}\n\n{added}" if mine.strip() else added


def _added(base: str, theirs: str) -> str:
    """The lines that they have and the base has not."""
    if theirs.startswith(base) and theirs[len(base) :].startswith("\n"):
        return theirs[len(base) :].strip("\n")
    before, after = base.split("\n"), theirs.split("\n")
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    lines = [
        line for kind, _, _, i, j in changes if kind in ("insert", "replace") for line in after[i:j]
    ]
    return "\n".join(lines).strip("\n")
