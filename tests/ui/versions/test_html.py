from paperdesk.domain.comparison import Change, Kind, Part, Stretch
from paperdesk.ui.versions.html import Dress, change_page

DRESS = Dress(10, "#000000", "#777777", "#aa0000", "#0000aa")
LONG = " ".join(f"w{number}" for number in range(100)) + " "
CHANGE = Change(
    Kind.CHANGED,
    Part.TEXT,
    "",
    (Stretch(LONG), Stretch("<27.3>", changed=True, number=True)),
    (Stretch(LONG), Stretch("28.4", changed=True, number=True)),
)


def test_what_changed_is_told_without_colour_and_numbers_stand_out() -> None:
    text = change_page(CHANGE, ("v1", "v2"), DRESS, wide=True)
    assert 'line-through; font-weight:bold">&lt;27.3&gt;' in text
    assert 'underline; font-weight:bold">28.4' in text


def test_of_a_long_stretch_only_the_words_beside_the_change_are_shown() -> None:
    text = change_page(CHANGE, ("v1", "v2"), DRESS, wide=True)
    assert "… w85" in text
    assert "w84" not in text


def test_sides_stand_beside_each_other_where_there_is_room() -> None:
    assert change_page(CHANGE, ("v1", "v2"), DRESS, wide=True).count("<tr>") == 1
    assert change_page(CHANGE, ("v1", "v2"), DRESS, wide=False).count("<tr>") == 2


def test_what_is_new_as_a_whole_is_only_named() -> None:
    added = Change(Kind.ADDED, Part.TEXT, "", (), (Stretch(LONG),))
    text = change_page(added, ("v1", "v2"), DRESS, wide=True)
    assert "underline" not in text
    assert "w50" in text
    assert "v1" not in text
