"""One file of an export: decided on first, then carried out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from paperdesk.domain.errors import Refused, StorageError
from paperdesk.export.decide import decide
from paperdesk.export.markdown import ASSETS
from paperdesk.export.outcome import Outcome, Result
from paperdesk.export.place import content
from paperdesk.export.store import Record
from paperdesk.infra import files

_CHANGED_SINCE = (
    "{name} was changed since PaperDesk wrote it. Move or rename it to export the paper anew."
)
_NOT_OURS = "{name} was not written by PaperDesk. Move or rename it to export the paper."
_CANNOT_TELL = (
    "{name} is not what PaperDesk was about to write when an export was cut off. "
    "Move or rename it to export the paper."
)

_OURS = (Result.NEW, Result.CHANGED, Result.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Step:
    """What a file is to hold (`record`), holds now (`found`), and what that means.

    `before` is what was remembered of the paper in this folder until now;
    `pictures` are what the file shows, to be copied beside it.
    """

    record: Record
    found: bytes | None
    outcome: Outcome
    before: Record | None = None
    pictures: tuple[Path, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether the file will be written."""
        return self.outcome.result in (Result.NEW, Result.CHANGED)

    @property
    def intended(self) -> Record:
        """What to remember before writing: both texts that a crash may leave."""
        if self.found is None:
            return replace(self.record, pending=self.record.text)
        return replace(self.record, text=self.found.decode("utf-8"), pending=self.record.text)


def decided(record: Record, known: Sequence[Record]) -> Step:
    """Look at the file and decide; what was written to another folder is ours too."""
    path = Path(record.folder, record.name)
    before = next((each for each in known if each.folder == record.folder), None)
    try:
        found = content(path)
    except Refused as error:
        return Step(record, None, Outcome(record.paper, path, Result.CONFLICT, str(error)), before)
    result = decide(record.text, found, [text for each in known for text in each.texts])
    reason = _whose(before).format(name=record.name) if result is Result.CONFLICT else ""
    return Step(record, found, Outcome(record.paper, path, result, reason), before)


def _whose(before: Record | None) -> str:
    """What is known of a file that holds none of our texts."""
    if before is None:
        return _NOT_OURS
    return _CANNOT_TELL if before.begun else _CHANGED_SINCE


def refused(step: Step, sentence: str) -> Step:
    """The same step, where the folder takes nothing."""
    return replace(step, outcome=replace(step.outcome, result=Result.REFUSED, reason=sentence))


def carried_out(step: Step) -> Outcome:
    """Write the file if it is to be written, and if it is still as it was."""
    path = step.outcome.path
    try:
        if step.outcome.result in _OURS:
            _copy_pictures(step.pictures, path.parent / ASSETS)
        if not step.writes:
            return step.outcome
        if content(path) != step.found:
            sentence = _NOT_OURS if step.found is None else _CHANGED_SINCE
            reason = sentence.format(name=path.name)
            return replace(step.outcome, result=Result.CONFLICT, reason=reason)
        files.write_text(path, step.record.text)
    except StorageError as error:
        return replace(step.outcome, result=Result.REFUSED, reason=str(error))
    except Refused as error:
        return replace(step.outcome, result=Result.CONFLICT, reason=str(error))
    return step.outcome


def _copy_pictures(pictures: Sequence[Path], folder: Path) -> None:
    """Put pictures beside the file that shows them; one that is there is left alone."""
    for picture in pictures:
        target = folder / picture.name
        if not target.exists():
            try:
                drawn = picture.read_bytes()
            except OSError:
                continue  # It can be drawn again: the next export has it.
            with files.replacing(target) as file:
                file.write(drawn)
