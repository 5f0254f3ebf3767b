"""An entry of a bibliography: the paper it names, and all that it says beside."""

from dataclasses import dataclass

from paperdesk.domain.paper import Found, PaperId

NOBODY = Found("")
"""What an entry names that could not be read."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry, as its file has it; with an `error` it is none, and says why.

    `kind` and `fields` (JSON) are the type and the variables of CSL, the language of
    citation styles. `groups` are collections, a slash between the levels; `related`
    are the keys of other entries; `files` stand as they are written.
    """

    input: str
    """What it is called in a report: its key, else its title."""

    found: Found = NOBODY
    kind: str = ""
    fields: str = "{}"
    tags: tuple[str, ...] = ()
    note: str = ""
    files: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one entry, file or identifier that was to come in.

    `result` is added, updated, known or failed; a `remark` is good to know.
    """

    input: str
    paper: PaperId | None = None
    result: str = "failed"
    error: str = ""
    remark: str = ""
