"""People as bibliographies write them: BibTeX's four parts, and "Family, Given"."""

import re
from collections.abc import Iterator

from paperdesk.intake.bibliography.tex import plain

Name = dict[str, str]
"""A name as CSL has it: given, family, with what stands before and behind; or literal."""

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]")


def people(text: str) -> list[Name]:
    """The names of a field of BibTeX; "and others" is nobody."""
    plain_ = re.sub(r"\s+and$", "", " ".join(text.split()), flags=re.IGNORECASE)
    read = (person(one) for one in _apart(plain_))
    return [name for name in read if name and name.get("family") != "others"]


def person(text: str) -> Name:
    """One name of BibTeX: "Ludwig van Beethoven", "van Beethoven, Ludwig", "{A Group}"."""
    text = text.strip()
    if text.startswith("{") and _closing(text) == len(text) - 1:
        return {"literal": plain(text)} if plain(text) else {}
    commas = [one.strip() for one in _split(text, ",")]
    if len(commas) > 1:
        return _parts(_split(commas[0], " "), commas[-1], commas[1] if len(commas) > 2 else "")
    return _in_order(_split(text, " "))


def listed(text: str) -> Name:
    """A name without TeX: "Family, Given, Suffix", else with the family last."""
    parts = [one.strip() for one in text.split(",") if one.strip()]
    if len(parts) > 1:
        return _named(parts[0], parts[1], "", ", ".join(parts[2:]))
    words = text.split()
    if len(words) > 1:
        return _in_order(words)
    return {"literal": text.strip()} if words else {}


def shown(name: Name) -> str:
    """A name as a library lists it: "Ludwig van Beethoven"."""
    if "literal" in name:
        return name["literal"]
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(filter(None, (name.get(part, "") for part in parts)))


def _apart(text: str) -> Iterator[str]:
    """The names between "and"s that stand in no braces."""
    start = 0
    for found in _AND.finditer(text):
        if text.count("{", start, found.start()) == text.count("}", start, found.start()):
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _in_order(words: list[str]) -> Name:
    """Given names, small words, then the family."""
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word)]
    if not small:
        return _named(words[-1] if words else "", " ".join(words[:-1]), "")
    return _parts(words[small[0] :], " ".join(words[: small[0]]), "")


def _parts(family: list[str], given: str, suffix: str) -> Name:
    """A family name with its small words before it."""
    big = next((at for at, word in enumerate(family) if not _is_small(word)), 0)
    return _named(" ".join(family[big:]), given, " ".join(family[:big]), suffix)


def _named(family: str, given: str, particle: str, suffix: str = "") -> Name:
    parts = {
        "family": plain(family),
        "given": plain(given),
        "non-dropping-particle": plain(particle),
        "suffix": plain(suffix),
    }
    said = {name: part for name, part in parts.items() if part}
    return said if said.get("family") else {"literal": shown(said)} if said else {}


def _is_small(word: str) -> bool:
    """Whether a word begins with a small letter, as von and de do; braces protect."""
    letter = None if word.startswith("{") and not word.startswith("{\\") else _WORD.search(word)
    return letter is not None and letter[0].islower()


def _split(text: str, mark: str) -> list[str]:
    """A text at marks that stand in no braces."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "{") - (letter == "}")
        if letter == mark and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part for part in parts if part] if mark == " " else parts


def _closing(text: str) -> int:
    """Where the brace that a text begins with is closed."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if not depth:
            return at
    return -1
