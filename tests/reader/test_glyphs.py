from paperdesk.reader.glyphs import width


def test_letters_are_as_wide_as_they_usually_are() -> None:
    assert width("i") < width("s") < width("n") < width("m") < width("W")


def test_what_is_not_known_is_of_the_usual_width() -> None:
    assert width("語") == width("n") == width("0")


def test_no_letter_is_without_width() -> None:
    assert all(width(chr(code)) > 0 for code in range(0x20, 0x250))
