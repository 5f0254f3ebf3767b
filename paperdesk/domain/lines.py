"""Text from elsewhere, made fit to keep: one line, or paragraphs."""

import re


def one_line(text: object) -> str:
    """A text without line wraps and without what a database does not take."""
    return " ".join(_sound(text).split())


def paragraphs(text: object) -> str:
    """A text whose lines were wrapped by hand, unwrapped paragraph by paragraph."""
    parts = re.split(r"\n[ \t]*\n", _sound(text).replace("\r\n", "\n"))
    return "\n\n".join(joined for part in parts if (joined := " ".join(part.split())))


def _sound(text: object) -> str:
    """A string that can be written as UTF-8, whatever was sent in its place."""
    if not isinstance(text, str):
        return ""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
