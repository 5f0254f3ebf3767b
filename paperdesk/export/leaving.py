"""What becomes of a file whose paper is one with another now."""

import itertools
from pathlib import Path

from paperdesk.domain.errors import Refused, StorageError
from paperdesk.domain.paper import PaperId
from paperdesk.export.outcome import Outcome, Result
from paperdesk.export.place import content
from paperdesk.infra import files
from paperdesk.infra.leftovers import Leftover

REMOVED = "removed"
"""The folder, within that of an export, into which such files go."""

_CHANGED = (
    "{name} is of a paper that is one with another now, and was changed since PaperDesk wrote "
    "it, so it was left where it is. Take out of it what you need, and delete it."
)


def foreseen(left: Leftover) -> Outcome | None:
    """What is to be done with a file; nothing if it is not there any more."""
    path = Path(left.folder, left.name)
    try:
        found = content(path)
    except Refused as error:
        return Outcome(PaperId(left.paper), path, Result.CONFLICT, str(error))
    if found is None:
        return None
    if any(found == text.encode("utf-8") for text in left.texts):
        return Outcome(PaperId(left.paper), path, Result.ASIDE)
    reason = _CHANGED.format(name=left.name)
    return Outcome(PaperId(left.paper), path, Result.CONFLICT, reason)


def seen_to(left: Leftover) -> Outcome | None:
    """Put a file aside that nobody has changed; what became of it."""
    outcome = foreseen(left)
    if outcome is None or outcome.result is not Result.ASIDE:
        return outcome
    try:
        with files.told(outcome.path):
            _put_aside(outcome.path)
    except StorageError as error:
        return Outcome(outcome.paper, outcome.path, Result.REFUSED, str(error))
    return outcome


def _put_aside(path: Path) -> None:
    """Move a file into the folder of such files, under a name that is free there."""
    folder = path.parent / REMOVED
    folder.mkdir(exist_ok=True)
    names = (f"{path.stem} ({number}){path.suffix}" for number in itertools.count(2))
    free = (name for name in itertools.chain([path.name], names) if not (folder / name).exists())
    path.rename(folder / next(free))
