"""The heavy doors, opened when somebody first walks through them.

*Why:* the window's first paint may cost 1.5 times that of an empty Qt window,
and every one of these costs more than that allows. So `import sqlalchemy` at
the top of a file, under this finder, makes a stand-in that loads itself when it
is first used; `warm` loads them all in a thread once the window is painted.
Milliseconds are CPU with compiled bytecode on the machine that CI has.
"""

import builtins
import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import threading
import types
from collections.abc import Sequence

LAZY: dict[str, int] = {
    "sqlalchemy": 160,
    "paperdesk.infra.tables": 210,  # SQLModel, and pydantic with it
    "paperdesk.infra.wire": 110,  # httpx and httpcore
    "paperdesk.infra.passwords": 65,  # keyring; only for locked PDFs
    "paperdesk.infra.notices": 20,  # D-Bus; only when there is news
    "markdown_it": 25,
    "mdit_py_plugins.dollarmath": 5,
    "mdit_py_plugins.footnote": 5,
    "pylatexenc.latex2text": 15,
    "pylatexenc.macrospec": 5,
    "paperdesk.infra.formula": 300,  # ziamath and its font; only for tall formulas
    "tomlkit": 20,
    "ruamel.yaml": 40,
    "paperdesk.app.command_line": 15,
    "paperdesk.app.grammar": 5,
    "paperdesk.domain.deeplink": 8,
    "paperdesk.pdfworker": 20,  # the window's side of it, as no worker needs
    "paperdesk.search": 8,
    "paperdesk.feeds": 20,  # the window's side of it, as no reader of feeds needs
    "paperdesk.app.build": 160,
    "paperdesk.app.opening": 20,  # Qt; the command line needs none of it
    "paperdesk.app.screen": 170,  # made behind the picture of the last screen
    "paperdesk.app.demo": 60,
    "paperdesk.pdfworker.child": 110,  # PyMuPDF, in its own process only
    "paperdesk.feeds.child": 70,  # feedparser, in its own process only
    "paperdesk.intake": 20,  # the window's side of it, as no reader of bibliographies needs
    "paperdesk.intake.bibliography": 5,
    "paperdesk.intake.bibliography.child": 90,  # bibtexparser, in its own process only
    "paperdesk.reader.comparing": 90,  # the window's side of comparing two versions
    "paperdesk.reader.comparing.child": 5,  # … which is done in a process of its own
    "paperdesk.search.child": 90,  # Whoosh, in its own process only
    "paperdesk.search.checking": 90,  # … or when it looks after the library
    "paperdesk.search.drain": 50,  # … or when a command line searches
    "paperdesk.search.searcher": 90,
    "paperdesk.search.stems": 60,  # Whoosh, where a list looks for words without the index
}

WARM = ("sqlalchemy", "paperdesk.infra.tables", "paperdesk.infra.wire")
"""What a morning at the desk will need, in this order."""


_KNOWN = frozenset(
    {"__class__", "__dict__", "__file__", "__lazy__", "__loader__", "__name__", "__package__",
     "__path__", "__spec__", "__wrapped__"}
)  # fmt: skip
"""What a stand-in answers by itself: imports ask, and PySide6 does at every one."""


class _Lazy(types.ModuleType):
    """A module that executes itself when somebody first asks it for something.

    Unlike importlib's own (before Python 3.12.4), threads that ask at the same
    time wait for the one that loads. A module below it that is there already
    needs none of it: a worker loads what it is, not the window's side of it.
    """

    def __getattribute__(self, name: str) -> object:
        attributes = object.__getattribute__(self, "__dict__")
        state = attributes.get("__lazy__")
        if state is not None and name not in _KNOWN:
            below = attributes.get(name)
            if isinstance(below, types.ModuleType):
                return below
            _load(self, state)
        return object.__getattribute__(self, name)


class _Loader(importlib.abc.Loader):
    """Leaves a stand-in where the real loader would execute the module."""

    def __init__(self, real: importlib.abc.Loader) -> None:
        self._real = real

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType | None:
        """Let the real loader decide what kind of module it is."""
        return self._real.create_module(spec)

    def exec_module(self, module: types.ModuleType) -> None:
        """Put off the real work; the module's spec is as it will be."""
        assert module.__spec__ is not None
        module.__spec__.loader = self._real
        module.__loader__ = self._real
        module.__dict__["__lazy__"] = (threading.RLock(), self._real)
        module.__class__ = _Lazy


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the modules of `LAZY` as everybody does, and makes them wait."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: types.ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        """The spec of a listed module, with a loader that waits."""
        if fullname not in LAZY:
            return None
        for finder in sys.meta_path:
            spec = None if finder is self else finder.find_spec(fullname, path, target)
            if spec is not None and spec.loader is not None:
                if hasattr(spec.loader, "exec_module"):
                    spec.loader = _Loader(spec.loader)
                return spec
        return None


def install() -> None:
    """Make the listed modules lazy from here on."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


def open_qt() -> None:
    """Load Qt, and leave the import of everything else as it was.

    *Why:* PySide6 replaces `__import__` by one that reads the source of every
    module imported from then on, to see whether it asks for `__feature__`. None
    of ours does; it cost 180 ms of the start, and 40 of loading sqlalchemy.
    """
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def warm() -> None:
    """Load what will soon be needed; for a thread, after the first paint."""
    for name in WARM:
        module = sys.modules.get(name)
        if module is not None:
            _ = module.__doc__
    # What has been loaded stays: to look through it for garbage again and again
    # would hold the window for 50 to 100 ms each time.
    gc.freeze()


def _load(module: types.ModuleType, state: tuple[threading.RLock, importlib.abc.Loader]) -> None:
    """Execute a module once, whoever asks first; the others wait."""
    lock, loader = state
    with lock:
        attributes = object.__getattribute__(module, "__dict__")
        if attributes.get("__lazy__") is None:
            return
        if attributes.get("__loading__"):
            return  # the module's own code, on this thread, asks for itself
        attributes["__loading__"] = True
        try:
            loader.exec_module(module)
        finally:
            attributes.pop("__loading__", None)
        attributes.pop("__lazy__", None)
        module.__class__ = types.ModuleType
