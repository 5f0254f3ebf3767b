import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from paperdesk.ui import strokes

Mod = Qt.KeyboardModifier
Key = Qt.Key
NONE = Mod.NoModifier


def press(key: int, text: str = "", held: Qt.KeyboardModifier = NONE, scan: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan, 0, 0, text)


def test_a_letter_is_the_character_it_makes() -> None:
    assert strokes.strokes(press(Key.Key_J, "j")) == ("j",)
    assert strokes.strokes(press(Key.Key_G, "G", Mod.ShiftModifier)) == ("G",)


def test_altgr_makes_characters_not_chords() -> None:
    event = press(Key.Key_BracketLeft, "[", Mod.GroupSwitchModifier)
    assert strokes.strokes(event) == ("[",)


def test_windows_calls_altgr_ctrl_and_alt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    event = press(Key.Key_BracketLeft, "[", Mod.ControlModifier | Mod.AltModifier)
    assert strokes.strokes(event) == ("[",)


def test_a_letter_that_is_not_latin_counts_by_its_place_as_well() -> None:
    assert strokes.strokes(press(0x41E, "о", scan=44)) == ("о", "j")
    assert strokes.strokes(press(0x41E, "О", Mod.ShiftModifier, 44)) == ("О", "J")


def test_windows_numbers_its_keys_8_lower(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert strokes.strokes(press(0x41E, "о", scan=36)) == ("о", "j")


def test_a_latin_letter_of_another_alphabet_stays_what_it_is() -> None:
    assert strokes.strokes(press(0xD6, "ö", scan=47)) == ("ö",)


def test_a_cyrillic_chord_counts_by_its_place() -> None:
    event = press(0x417, "", Mod.ControlModifier | Mod.ShiftModifier, 33)
    assert strokes.strokes(event) == ("Ctrl+Shift+P",)


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (press(Key.Key_Down), "Down"),
        (press(Key.Key_Enter, "\r", Mod.KeypadModifier), "Return"),
        (press(Key.Key_Space, " "), "Space"),
        (press(Key.Key_Space, " ", Mod.ShiftModifier), "Shift+Space"),
        (press(Key.Key_Delete), "Del"),
        (press(Key.Key_PageDown), "PgDown"),
        (press(Key.Key_Escape, "\x1b"), "Esc"),
        (press(Key.Key_Z, "\x1a", Mod.ControlModifier), "Ctrl+Z"),
        (press(Key.Key_G, "", Mod.ControlModifier | Mod.AltModifier), "Ctrl+Alt+G"),
        (press(Key.Key_Left, "", Mod.AltModifier), "Alt+Left"),
        (press(Key.Key_F7, "", Mod.ControlModifier), "Ctrl+F7"),
    ],
)
def test_named_keys_and_chords_are_spelled_as_in_the_table(event: QKeyEvent, name: str) -> None:
    assert strokes.strokes(event) == (name,)
    assert strokes.spell(name) == ((name,),)


def test_shift_that_only_makes_the_plus_is_no_part_of_the_chord() -> None:
    event = press(Key.Key_Plus, "+", Mod.ControlModifier | Mod.ShiftModifier)
    assert "Ctrl++" in strokes.strokes(event)


def test_a_modifier_alone_is_nothing() -> None:
    assert strokes.strokes(press(Key.Key_Shift, "", Mod.ShiftModifier)) == ()


def test_the_table_spells_sequences_and_alternatives() -> None:
    assert strokes.spell("gd") == (("g", "d"),)
    assert strokes.spell("j Down") == (("j",), ("Down",))
    assert strokes.spell("+ Ctrl++ Ctrl+-") == (("+",), ("Ctrl++",), ("Ctrl+-",))
    assert strokes.spell("Return Enter") == (("Return",), ("Return",))
    assert strokes.spell("") == ()


def test_a_chord_is_what_no_text_can_mean() -> None:
    assert strokes.is_chord("Ctrl+E")
    assert strokes.is_chord("Shift+F6")
    assert not strokes.is_chord("a")
    assert not strokes.is_chord("Shift+Space")
    assert not strokes.is_chord("Del")


def test_sequences_are_read_together_and_the_first_alternative_is_shown() -> None:
    assert strokes.spoken(("g", "d")) == "gd"
    assert strokes.spoken(("Ctrl+E",)) == "Ctrl+E"
    assert strokes.first("j Down") == "j"
    assert strokes.first("") == ""
