"""Which index answers and which is being built: whole editions, swapped at once.

    index/lock           held by the process that writes
    index/editions.json  the stamp of the edition that answers, and of the next
    index/<edition>/     Whoosh's files

An edition that is missing, damaged or of another stamp is not repaired: the next
one is built beside it from the library, and takes its place when complete.
"""

import json
import shutil
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from paperdesk.infra import files
from paperdesk.search.index import STAMP


@dataclass(frozen=True, slots=True)
class Edition:
    """An index in a folder of its own, and what it was made with."""

    folder: str
    stamp: str


@dataclass(frozen=True, slots=True)
class State:
    """What `editions.json` says; `last` is the number up to which `next` is to read."""

    current: Edition | None = None
    next: Edition | None = None
    last: int = 0


class Editions:
    """The editions below one folder, as the file beside them says."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "editions.json"

    def state(self) -> State:
        """What there is; of a file that is missing or damaged, nothing."""
        try:
            read = json.loads(self._file.read_text("utf-8"))
            state = State(_edition(read["current"]), _edition(read["next"]), int(read["last"]))
        except (OSError, ValueError, LookupError, TypeError):
            return State()
        return State(self._present(state.current), self._present(state.next), state.last)

    def path(self, edition: Edition) -> Path:
        """Where an edition lies."""
        return self._folder / edition.folder

    def begin(self, last: int) -> Edition:
        """Start the next edition, in place of one that was started before."""
        state = self.state()
        edition = Edition(uuid.uuid4().hex[:12], STAMP)
        self._write(State(state.current, edition, last))
        self._sweep()
        return edition

    def complete(self) -> None:
        """Let the next edition answer from now on."""
        self._write(State(current=self.state().next))
        self._sweep()

    def condemn(self, edition: Edition) -> None:
        """Strike out an edition that is damaged."""
        state = self.state()
        current = None if state.current == edition else state.current
        following = None if state.next == edition else state.next
        self._write(State(current, following, state.last))

    def _present(self, edition: Edition | None) -> Edition | None:
        return edition if edition and self.path(edition).is_dir() else None

    def _write(self, state: State) -> None:
        for edition in (state.current, state.next):
            if edition is not None:
                self.path(edition).mkdir(parents=True, exist_ok=True)
        files.write_text(self._file, json.dumps(asdict(state)))

    def _sweep(self) -> None:
        """Throw away the folders that no edition has."""
        state = self.state()
        kept = {edition.folder for edition in (state.current, state.next) if edition}
        for path in self._folder.iterdir():
            if path.is_dir() and path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)


def _edition(read: dict[str, str] | None) -> Edition | None:
    return Edition(read["folder"], read["stamp"]) if read else None
