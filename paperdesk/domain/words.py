r"""What counts as a word for whoever searches: case, accents and joints aside.

One reading of a text serves the index, the SQL conditions and the snippets, so
that they agree on what a word is:

- case, accents and ligatures make no difference ("Søren", "ﬁne" and "NAÏVE");
- a compound is found by its parts and as a whole, however it is joined:
  "pre-training" also reads "pretraining", "GPT-4" also "gpt4"; dots stay, so
  that "2503.01234" and "1.5" are themselves;
- a Greek letter that stands alone is its name, as LaTeX writes it: "β-VAE" is
  "$\beta$-VAE" is "beta-VAE"; the signs of a formula join as if not there;
- Chinese, Japanese and Korean, written without spaces, are read in pairs.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

Kin = Callable[[str, str], bool]
"""Whether a second word is another form of a first ("learned" of "learning")."""

LONGEST = 64
"""Characters of a word that matter; what is longer is not a word."""

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_JOINTS = "-\u2010\u2011'’_"
_JOINED = rf"\$[{_JOINTS}](?:\$\\?)?|[{_JOINTS}]\$\\?|[{_JOINTS}.]"
RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+(?:(?:{_JOINED})[^\W_{_CJK}]+)*")
"""A word with all that is joined to it, in a folded or an original text."""

CJK = re.compile(rf"[{_CJK}]")
"""A character of a script that is written without spaces."""

JOINT = f"[{_JOINTS}]?"
"""The pattern of what may join two parts of a word, and is not seen."""

# fmt: off
GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu",
    "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}
# fmt: on
"""The letters of formulas (folded), and their names."""

ALIKE = 3
"""Letters that all forms of a word begin with."""

_SPLIT = re.compile(_JOINED)
_HIDDEN = re.compile(rf"[{_JOINTS}$\\]")
_LOWER = bytes(range(256)).lower()
_JOINTS_OF_ASCII = b"-'_$"
"""What is hidden of a plain text, beside the backslash of a formula."""

_ALONE = re.compile("[α-ω](?<![α-ω]{2})(?![α-ω])")
_VARIANT = re.compile(r"\\var(?=epsilon|theta|kappa|pi|rho|sigma|phi)")
_NUMBER = re.compile(r"[\d.]+")
_VERSION = re.compile(r"(\d{4}\.\d{4,5})v\d+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_LETTER = re.compile(f"[{''.join(_LETTERS)}]")


def fold(text: str) -> str:
    """A text without the differences that a search should not see.

    >>> fold("ŁUKASZ’s ﬁne Naïveté")
    'lukasz’s fine naivete'
    """
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return _LETTER.sub(_plain_letter, unicodedata.normalize("NFC", plain))


def occurrences(text: str) -> Iterator[tuple[str, int]]:
    """Each word of a text and its position; a compound's forms share the first.

    >>> list(occurrences("GPT-4 wins"))
    [('gpt4', 0), ('gpt', 0), ('4', 1), ('wins', 2)]
    """
    position = 0
    for run in RUN.findall(_spelt(text)):
        if run.isascii() and run.isalnum():
            if len(run) <= LONGEST:
                yield run, position
            position += 1
            continue
        parts = parts_of(run)
        for whole in _wholes(run):
            yield whole, position
        for part in parts:
            yield part, position
            position += 1


def places(text: str) -> dict[str, list[int]]:
    """Every word of a text with its positions, first to last."""
    found: dict[str, list[int]] = {}
    for word, position in occurrences(text):
        found.setdefault(word, []).append(position)
    return found


def sought(text: str) -> tuple[str, ...]:
    """What to look for, one after the other, to find a text as it was typed.

    A single compound is looked for as a whole, whatever joins it; in a phrase
    its parts must follow each other. What is too long for a word is looked for
    all the same, and stands nowhere.

    >>> sought("pre-training"), sought("large pre-training")
    (('pretraining',), ('large', 'pre', 'training'))
    """
    runs = RUN.findall(_spelt(text))
    if len(runs) == 1 and not CJK.match(runs[0]):
        return (joined(runs[0])[: LONGEST + 1],)
    before = [part for run in runs[:-1] for part in _split(run)]
    row = (*before, *(part for run in runs[-1:] for part in _sought_parts(run)))
    return tuple(word[: LONGEST + 1] for word in row)


def stands(text: str, row: tuple[str, ...], *, beginning: bool, kin: Kin | None = None) -> bool:
    """Whether words follow each other in a text, the last perhaps only begun.

    With `kin` other forms of a word will do, if they share its first letters.
    """
    letters = _letters(text)
    for word in row:
        if (word[:ALIKE] if kin else word) not in letters:
            return False
    found = places(text)
    starts: set[int] | None = None
    for offset, word in enumerate(row):
        last = beginning and offset == len(row) - 1
        here = {place - offset for place in _places_of(word, found, kin, beginning=last)}
        starts = here if starts is None else starts & here
        if not starts:
            return False
    return True


def _letters(text: str) -> str:
    """A text folded, without what joins the parts of its words.

    *Why in two ways:* a search may ask this of every abstract there is, and most
    are plain ones, whose bytes are dropped sooner than any pattern is met.
    """
    if text.isascii() and "\\" not in text:
        return text.encode().translate(_LOWER, _JOINTS_OF_ASCII).decode()
    return _HIDDEN.sub("", _spelt(text))


def named(name: str, row: tuple[str, ...], *, beginning: bool) -> bool:
    """Whether a name has all words of a row: "He, K" is also Kaiming He."""
    found = places(name)
    return all(
        word in found or (begun and any(other.startswith(word) for other in found))
        for word, begun in of_name(row, beginning=beginning)
    )


def of_name(row: tuple[str, ...], *, beginning: bool) -> list[tuple[str, bool]]:
    """The words of a name, in whichever order, and which are only begun: initials are."""
    last = len(row) - 1
    return [(word, len(word) == 1 or (beginning and at == last)) for at, word in enumerate(row)]


def joined(run: str) -> str:
    """A compound as one word."""
    return _HIDDEN.sub("", run)


def parts_of(run: str) -> list[str]:
    """The words that a compound is found by, in their order."""
    return [part for part in _split(run) if len(part) <= LONGEST]


def _spelt(text: str) -> str:
    """A text folded, its Greek letters by their names."""
    plain = fold(text)
    if "\\var" in plain:
        plain = _VARIANT.sub(r"\\", plain)
    return plain if plain.isascii() else _ALONE.sub(_name, plain)


def _name(letter: "re.Match[str]") -> str:
    return GREEK.get(letter[0], letter[0])


def _split(run: str) -> list[str]:
    if CJK.match(run):
        return [run[start : start + 2] for start in range(len(run))]
    return [run] if _NUMBER.fullmatch(run) else _SPLIT.split(run)


def _plain_letter(found: "re.Match[str]") -> str:
    return _LETTERS[found[0]]


def _sought_parts(run: str) -> list[str]:
    """As `parts_of`, but a last character alone would ask for too little."""
    parts = _split(run)
    return parts[:-1] if len(parts) > 1 and CJK.match(run) else parts


def _wholes(run: str) -> Iterator[str]:
    """The forms of a compound as one word, an arXiv id also without version."""
    if CJK.match(run) or _NUMBER.fullmatch(run) or not _SPLIT.search(run):
        return
    whole = joined(run)
    if len(whole) <= LONGEST:
        yield whole
    if version := _VERSION.fullmatch(whole):
        yield version[1]


def _places_of(
    word: str, found: dict[str, list[int]], kin: Kin | None, *, beginning: bool
) -> Iterator[int]:
    if not beginning and kin is None:
        yield from found.get(word, ())
        return
    for other, positions in found.items():
        begun = beginning and other.startswith(word)
        if begun or other == word or (kin is not None and kin(word, other)):
            yield from positions
