"""What a key press is called, on any keyboard, and how the table spells keys.

The character that was produced counts first, whatever it took to produce it
(`[` needs AltGr on many layouts). Where it is not Latin, the key counts by its
place: one table of places holds for every layout.
"""

import re
import sys
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Sequence = tuple[str, ...]
"""Strokes in a row: `("g", "d")`, `("Ctrl+E",)`."""

_Mod = Qt.KeyboardModifier

# X11 and Wayland number the keys so; Windows and evdev 8 less. Rows of a US keyboard.
_ROWS = {10: "1234567890-=", 24: "qwertyuiop[]", 38: "asdfghjkl;'`", 51: "\\zxcvbnm,./"}
_PLACES = {first + n: char for first, row in _ROWS.items() for n, char in enumerate(row)}

# macOS has numbers of its own: Carbon's kVK_ANSI_*; § stands for keys that are no US keys.
_MAC = dict(enumerate("asdfhgzxcv§bqweryt123465=97-80]ou[ip§lj'k;\\,/nm."))

_SHIFTED = dict(zip("1234567890-=[];'`\\,./", '!@#$%^&*()_+{}:"~|<>?', strict=True))
_NAMED = {"Enter": "Return", "Backtab": "Tab", "Delete": "Del", "PageDown": "PgDown"}
_CHORD = re.compile(r"((?:(?:Ctrl|Alt|Shift|Meta)\+)*)(.+)")
_KEY_NAMES = re.compile(
    r"F\d{1,2}|Return|Enter|Esc|Tab|Backspace|Space|Del|Ins|Home|End|PgUp|PgDown|Up|Down|Left|Right"
)


def strokes(event: QKeyEvent) -> Sequence:
    """The names that a key press may be known by, best first."""
    text = event.text()
    if len(text) == 1 and text.isprintable() and text != " " and _plain(event.modifiers()):
        place = "" if _latin(text) else _place(event)
        return (text, place) if place else (text,)
    return _chords(event)


def spell(keys: str) -> tuple[Sequence, ...]:
    """The alternatives of a table entry: `"gd"` is two strokes, `"j Down"` one each."""
    return tuple(_spell_one(word) for word in keys.split())


def spoken(sequence: Sequence) -> str:
    """A sequence as people read it."""
    return "".join(sequence) if all(len(key) == 1 for key in sequence) else " ".join(sequence)


def first(keys: str) -> str:
    """The first alternative, which menus and buttons show."""
    return keys.split()[0] if keys else ""


def is_chord(stroke: str) -> bool:
    """Whether a stroke means something also while typing."""
    held = _CHORD.fullmatch(stroke)
    if held is None:
        return False
    return any(mod in held[1] for mod in ("Ctrl", "Alt", "Meta")) or bool(
        re.fullmatch(r"F\d{1,2}", held[2])
    )


def _spell_one(word: str) -> Sequence:
    held = _CHORD.fullmatch(word)
    if held is None:
        return (word,)
    if not held[1] and not _KEY_NAMES.fullmatch(word):
        return tuple(word)
    return (held[1] + _NAMED.get(held[2], held[2]),)


def _plain(held: Qt.KeyboardModifier) -> bool:
    """Whether no chord is held; AltGr, which Windows calls Ctrl+Alt, is none."""
    if held & _Mod.GroupSwitchModifier:
        return True
    if sys.platform == "win32" and held & _Mod.ControlModifier and held & _Mod.AltModifier:
        return True
    return not held & (_Mod.ControlModifier | _Mod.AltModifier | _Mod.MetaModifier)


def _chords(event: QKeyEvent) -> Sequence:
    name = _key_name(event)
    if not name:
        return ()
    held = event.modifiers()
    mods = "".join(
        spelled
        for flag, spelled in (
            (_Mod.ControlModifier, "Ctrl+"),
            (_Mod.AltModifier, "Alt+"),
            (_Mod.ShiftModifier, "Shift+"),
            (_Mod.MetaModifier, "Meta+"),
        )
        if held & flag
    )
    full = mods + name
    # Ctrl++ is Ctrl+Shift+= on a US keyboard: Shift made the character, and is no part of it.
    made_by_shift = "Shift+" in mods and len(name) == 1 and not name.isalnum()
    return (full, full.replace("Shift+", "")) if made_by_shift else (full,)


def _key_name(event: QKeyEvent) -> str:
    key = event.key()
    if 0x7F < key < 0x01000000 and (place := _place(event)):
        return place.upper()
    if key in (
        0,
        Qt.Key.Key_unknown,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    ):
        return ""  # fmt: skip
    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    return _NAMED.get(name, name)


def _place(event: QKeyEvent) -> str:
    """What a US keyboard has in this place, or nothing."""
    if sys.platform == "darwin":
        char = _MAC.get(event.nativeVirtualKey(), "")
    else:
        code = event.nativeScanCode() + (8 if sys.platform == "win32" else 0)
        char = _PLACES.get(code, "")
    if event.modifiers() & _Mod.ShiftModifier:
        return _SHIFTED.get(char, char.upper())
    return char


def _latin(text: str) -> bool:
    return not text.isalpha() or unicodedata.name(text, "LATIN").startswith("LATIN")
