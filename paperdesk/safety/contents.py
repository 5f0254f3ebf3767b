"""What a copy of a library holds, and what would differ from today's."""

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from paperdesk.infra import backups
from paperdesk.safety.findings import counted

_KEPT = "state IN ('inbox', 'later', 'shortlist', 'archive')"

_WHICH = "coalesce(arxiv, doi, title_key || '/' || first_key)"
"""What a paper is known by, in whichever library."""

_APART = f"""
WITH here AS (SELECT {_WHICH} AS which, id, {_KEPT} AS kept FROM main.paper),
    there AS (SELECT {_WHICH} AS which, id, {_KEPT} AS kept FROM present.paper)
SELECT
    (SELECT count(*) FROM there WHERE kept AND which NOT IN (SELECT which FROM here WHERE kept))
        AS leaving,
    (SELECT count(*) FROM here WHERE kept AND which NOT IN (SELECT which FROM there WHERE kept))
        AS coming,
    (SELECT count(*) FROM here JOIN there USING (which)
        LEFT JOIN main.note AS old ON old.paper = here.id
        LEFT JOIN present.note AS new ON new.paper = there.id
        WHERE coalesce(old.text, '') <> coalesce(new.text, '')) AS notes,
    (SELECT count(*) FROM present.highlight WHERE trashed IS NULL
        AND id NOT IN (SELECT id FROM main.highlight WHERE trashed IS NULL)) AS marks_leaving,
    (SELECT count(*) FROM main.highlight WHERE trashed IS NULL
        AND id NOT IN (SELECT id FROM present.highlight WHERE trashed IS NULL)) AS marks_coming
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a library holds."""

    schema: int
    papers: int
    kept: int
    notes: int
    highlights: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a copy holds, what the library holds now, and what would go or come back.

    `present` is None where there is no library that could be read.
    """

    copy: Contents
    present: Contents | None
    leaving: int = 0
    coming: int = 0
    notes: int = 0
    marks_leaving: int = 0
    marks_coming: int = 0
    troubles: tuple[str, ...] = ()
    """What of a plain copy could not be read."""

    def lines(self) -> list[str]:
        """The preview in sentences, the most important first."""
        said = [
            f"It holds {counted(self.copy.kept, 'kept paper')} of {self.copy.papers:,}, "
            f"{counted(self.copy.notes, 'note')} and {counted(self.copy.highlights, 'mark')}.",
            *self.troubles,
        ]
        if self.present is None:
            return [*said, "The library of now cannot be read; what there is of it is set aside."]
        changes = (
            (self.leaving, "kept paper", "of now: not in it"),
            (self.coming, "kept paper", "not here now: in it"),
            (self.notes, "note", "with another text in it"),
            (self.marks_leaving, "mark", "of now: not in it"),
            (self.marks_coming, "mark", "not here now: in it"),
        )
        told = [f"{counted(number, one)} {what}." for number, one, what in changes if number]
        return [*said, *(told or ["No kept paper, note or mark differs from now."])]


def contents(path: Path) -> Contents:
    """How much a library holds that nobody has open."""
    with contextlib.closing(backups.opened(path, fixed=True)) as connection:
        return _counted(connection, "main")


def compare(copy: Path, library: Path, troubles: tuple[str, ...] = ()) -> Preview:
    """A copy of today's schema beside the library, which may be in use, or damaged."""
    with contextlib.closing(backups.opened(copy, fixed=True)) as connection:
        held = _counted(connection, "main")
        try:
            address = f"{library.absolute().as_uri()}?mode=rw"
            connection.execute("ATTACH ? AS present", (address,))
            now = _counted(connection, "present")
            row = connection.execute(_APART).fetchone()
        except sqlite3.DatabaseError:
            return Preview(held, None, troubles=troubles)
        return Preview(held, now, **dict(row), troubles=troubles)


def _counted(connection: sqlite3.Connection, name: str) -> Contents:
    row = connection.execute(
        f"SELECT (SELECT count(*) FROM {name}.paper),"
        f" (SELECT count(*) FROM {name}.paper WHERE {_KEPT}),"
        f" (SELECT count(*) FROM {name}.note WHERE text <> ''),"
        f" (SELECT count(*) FROM {name}.highlight)"
    ).fetchone()
    schema = connection.execute(f"PRAGMA {name}.user_version").fetchone()[0]
    return Contents(int(schema), *map(int, row))
