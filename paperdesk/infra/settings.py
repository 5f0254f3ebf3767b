"""What the user may choose: a table, and the file that keeps it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import tomlkit

from paperdesk.domain.dress import NAMES as PAGE_THEMES
from paperdesk.domain.engines import DEFAULT as ENGINES
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.note import Colour
from paperdesk.infra import files

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One choice: its name, its default, what else it may be, what it is for."""

    name: str
    default: Value
    choices: tuple[Value, ...]
    help: str


# fmt: off
TABLE: tuple[Setting, ...] = (
    Setting("theme",   "system", ("light", "dark", "system"), "Colours of the window."),
    Setting("pages",   "auto", PAGE_THEMES, "Colours of the pages; auto follows the window."),
    Setting("page-ink",   "#2c3a2e", (), "Your own page theme: the colour of the print."),
    Setting("page-paper", "#e4eee2", (), "Your own page theme: the colour of the paper."),
    Setting("page-figures", default=False, choices=(), help="Figures change with the page."),
    Setting("scan-language", "eng", (), "Languages of scans, as Tesseract names them: eng+deu."),
    Setting("refresh", 60,       (),  "Minutes between refreshes; 0 is by hand only."),
    Setting("keep-pdf", "never", ("never", "kept", "shortlisted"), "Kept papers whose PDF comes."),
    Setting("counts",  default=False, choices=(), help="Digits count in lists: 5j, 12G, 3x."),
    Setting("colour",  "yellow", tuple(map(str, Colour)), "The colour of the next mark."),
    *(Setting(f"means-{ink}", "", (), f"What {ink} marks stand for: “claim”.") for ink in Colour),
    Setting("engines", ENGINES, (), "Search engines: name, address with %s, a bar between two."),
    Setting("engine",  "",       (), "The search engine that was used last."),
    Setting("find-case",  default=False, choices=(), help="Finding in a paper matches case."),
    Setting("find-words", default=False, choices=(), help="Finding in a paper finds whole words."),
    Setting("find-regex", default=False, choices=(), help="Finding takes regular expressions."),
    Setting("note-leads", default=True, choices=(), help="The page follows the note's caret."),
    Setting("quiet-hours",   "", (), "Hours without notifications: 22-7."),
    Setting("notify-always", default=False, choices=(), help="Notify also who is in the window."),
    Setting("watch-versions", default=True, choices=(), help="Look for new versions of papers."),
    Setting("watched-folders", "", (), "Where missing PDFs are sought; a bar between two folders."),
    Setting("pictures", default=True, choices=(), help="Cards show pictures of their papers."),
    Setting("reading-times", default=True, choices=(), help="Measure how long papers are read."),
    Setting("ask-links", default=False, choices=(), help="Ask what links to papers looked at."),
    Setting("trash-days", 30,    (),  "Days that things stay in the trash; 0 is for ever."),
    Setting("tray",    default=False, choices=(), help="Closed, the program stays in the tray."),
    Setting("backups", 7,        (), "Daily backups that are kept; 0 makes none."),
    Setting("plain-copy", default=False, choices=(), help="Keep a copy in plain files."),
    Setting("plain-folder", "",  (), "Where that is; else the folder plain of the library."),
    Setting("offline", default=False, choices=(), help="Open no connection at all."),
)
# fmt: on

_BY_NAME = {setting.name: setting for setting in TABLE}


class Settings:
    """The user's choices; what was not chosen has its default."""

    def __init__(self, path: Path) -> None:
        """Read `path`; a file that is damaged is kept and said so in `problem`."""
        self._path = path
        self._chosen: dict[str, Value] = {}
        self.problem = ""
        try:
            self._chosen = {
                name: value
                for name, value in tomllib.loads(path.read_text("utf-8")).items()
                if name in _BY_NAME and _fits(_BY_NAME[name], value)
            }
        except FileNotFoundError:
            pass
        except (OSError, ValueError) as error:
            self.problem = f"{path} cannot be read ({error}); the defaults are in force."

    def get(self, name: str) -> Value:
        """What is in force for a setting."""
        return self._chosen.get(name, _BY_NAME[name].default)

    def set(self, name: str, value: Value) -> None:
        """Choose; comments and order of the file stay as they are."""
        if name not in _BY_NAME or not _fits(_BY_NAME[name], value):
            raise WrongUsage(f"“{value}” cannot be chosen for “{name}”.")
        self._chosen[name] = value
        try:
            document = tomlkit.parse(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            document = tomlkit.document()
        document[name] = value
        files.write_text(self._path, tomlkit.dumps(document))


def _fits(setting: Setting, value: object) -> bool:
    if type(value) is not type(setting.default):
        return False
    return not setting.choices or value in setting.choices
