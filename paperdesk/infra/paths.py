"""Where everything lies on this machine."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Home:
    """The one folder that holds a library and all that belongs to it."""

    root: Path

    @property
    def database(self) -> Path:
        """The library itself."""
        return self.root / "library.db"

    @property
    def papers(self) -> Path:
        """PDFs by paper and version, never modified."""
        return self.root / "papers"

    @property
    def captures(self) -> Path:
        """Pictures of marked areas by paper: derived from the PDFs, safe to delete."""
        return self.root / "captures"

    @property
    def index(self) -> Path:
        """The search index: derived, safe to delete."""
        return self.root / "index"

    @property
    def cache(self) -> Path:
        """What can be fetched or computed again: safe to delete."""
        return self.root / "cache"

    @property
    def backups(self) -> Path:
        """Copies of the library: daily, before each migration, before what cannot be undone."""
        return self.root / "backups"

    @property
    def window(self) -> Path:
        """Held by the window that has the library open."""
        return self.root / "window.lock"

    @property
    def logs(self) -> Path:
        """What the program said of itself."""
        return self.root / "logs"

    @property
    def settings(self) -> Path:
        """What the user chose."""
        return self.root / "settings.toml"

    @property
    def keys(self) -> Path:
        """The keys that the user changed."""
        return self.root / "keys.toml"


def home() -> Home:
    """The folder named by PAPERDESK_HOME, else the platform's data folder."""
    named = os.environ.get("PAPERDESK_HOME")
    return Home(Path(named).expanduser().absolute() if named else _platform_folder())


def resources() -> Path:
    """The folder of icons, themes, help and the demo, wherever this runs from.

    Beside the package in a checkout, inside it in a wheel, and in the bundle's
    own folder in a frozen build.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent.parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def _platform_folder() -> Path:
    return Path(platformdirs.user_data_dir("paperdesk", appauthor=False))
