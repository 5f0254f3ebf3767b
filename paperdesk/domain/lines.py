"""Text from elsewhere, made fit to keep: one line, paragraphs, or as it is written."""

import re

_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""What steers terminals and turns the direction of text about: with it, a title can lie."""

_SHORT = 120
"""Letters of a text that make a title."""


def one_line(text: object) -> str:
    """A text without line wraps and without what a database does not take."""
    return " ".join(_sound(text).split())


def headline(text: object) -> str:
    """The beginning of a text, to stand for the title that a short post has not."""
    return one_line(text)[:_SHORT]


def paragraphs(text: object) -> str:
    """A text whose lines were wrapped by hand, unwrapped paragraph by paragraph."""
    parts = re.split(r"\n[ \t]*\n", _sound(text).replace("\r\n", "\n"))
    return "\n\n".join(joined for part in parts if (joined := " ".join(part.split())))


def written(text: str) -> str:
    """A text with its lines as they are, which end as everywhere here.

    The two signs that are no characters are Qt's own ends of a line: an editor
    would give them back as such. *Why signs of direction stay here:* these are
    the user's own words, in whichever script.
    """
    for end in ("\r\n", "\r", "\u2029", "\ufdd0", "\ufdd1"):
        text = text.replace(end, "\n")
    return _writable(text).lstrip("\ufeff\ufffe")


def _sound(text: object) -> str:
    """A string that can be written as UTF-8, whatever was sent in its place."""
    if not isinstance(text, str):
        return ""
    return _writable(_UNSEEN.sub("", text))


def _writable(text: str) -> str:
    """A string as it is, but for what no database takes."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
