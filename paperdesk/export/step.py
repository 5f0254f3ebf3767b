"""One file of an export: decided on first, then carried out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from paperdesk.domain.errors import Refused, StorageError
from paperdesk.export.decide import decide
from paperdesk.export.outcome import Outcome, Result
from paperdesk.export.place import content
from paperdesk.export.store import Record
from paperdesk.infra import files

_CHANGED_SINCE = (
    "{name} was changed since PaperDesk wrote it. Move or rename it to export the paper anew."
)
_NOT_OURS = "{name} was not written by PaperDesk. Move or rename it to export the paper."


@dataclass(frozen=True, slots=True)
class Step:
    """What a file is to hold (`record`), holds now (`found`), and what that means."""

    record: Record
    found: bytes | None
    outcome: Outcome

    @property
    def writes(self) -> bool:
        """Whether the file will be written."""
        return self.outcome.result in (Result.NEW, Result.CHANGED)

    @property
    def intended(self) -> Record:
        """What to remember before writing: both texts that a crash may leave."""
        if self.found is None:
            return self.record
        return replace(self.record, text=self.found.decode("utf-8"), pending=self.record.text)


def decided(record: Record, known: Sequence[Record]) -> Step:
    """Look at the file and decide; what was written to another folder is ours too."""
    path = Path(record.folder, record.name)
    try:
        found = content(path)
    except Refused as error:
        return Step(record, None, Outcome(record.paper, path, Result.CONFLICT, str(error)))
    result = decide(record.text, found, [text for each in known for text in each.texts])
    reason = ""
    if result is Result.CONFLICT:
        ours = any(each.folder == record.folder for each in known)
        reason = (_CHANGED_SINCE if ours else _NOT_OURS).format(name=record.name)
    return Step(record, found, Outcome(record.paper, path, result, reason))


def refused(step: Step, sentence: str) -> Step:
    """The same step, where the folder takes nothing."""
    return replace(step, outcome=replace(step.outcome, result=Result.REFUSED, reason=sentence))


def carried_out(step: Step) -> Outcome:
    """Write the file if it is to be written, and if it is still as it was."""
    if not step.writes:
        return step.outcome
    path = step.outcome.path
    try:
        if content(path) != step.found:
            reason = _CHANGED_SINCE.format(name=path.name)
            return replace(step.outcome, result=Result.CONFLICT, reason=reason)
        files.write_text(path, step.record.text)
    except StorageError as error:
        return replace(step.outcome, result=Result.REFUSED, reason=str(error))
    except Refused as error:
        return replace(step.outcome, result=Result.CONFLICT, reason=str(error))
    return step.outcome
