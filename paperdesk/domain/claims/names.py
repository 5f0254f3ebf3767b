"""The names of data sets and benchmarks: the well-known, and those that a text calls so."""

import re
from collections.abc import Iterator

from paperdesk.domain.claims.known import COMMON, NAMES, PHRASES, TASKS

_TOKEN = (
    r"(?:[A-Z]|[a-z\u03b1-\u03c9\u221e]{1,8}(?=[A-Z^0-9]))[\w+'/^\u221e-]{0,40}"
    r"(?:\.[0-9][\w-]{0,20})?!?"
)
_NAME = rf"{_TOKEN}(?: {_TOKEN}){{0,2}}"
_KIND = (
    r"(?:[Bb]enchmarks?|[Dd]ata ?[Ss]ets?|[Cc]orpus|[Cc]orpora|[Tt]est[ -]?[Ss]ets?|"
    r"[Tt]est[ -]?[Bb]eds?|[Ll]eaderboards?)"
)
_AND = r"(?:,? and |,? or |, as well as )(?:the )?"
_NAMELY = (
    r"(?:[,:;]? ?\(|[,:]? (?:called|named|termed|dubbed|namely|i\.e\.,?|such as|including|like|"
    r"e\.g\.,?) |: | )"
)
_GOES_ON = r"(?=,|\)|;|\.(?: |\Z)| and\b| or\b|\Z)"
"""Behind a comma, a name that goes on with a verb is a method: "on COCO, FastNet wins"."""

_BEFORE_A = (
    r"(?:[Ii]ntroduc|[Pp]resent|[Pp]ropos|[Cc]onstruct|[Bb]uil|[Cc]reat|[Rr]eleas|[Cc]urat|"
    r"[Dd]evelop|[Cc]ontribut|[Cc]ollect|[Dd]esign)[a-z]{0,4}"
)

_KINDS = re.compile(rf"\b{_KIND}\b")
_CALLED = re.compile(
    rf"(?P<the>\bthe )?(?<![\w-])(?P<name>{_NAME}) "
    r"(?:(?!via|with|from|under|against|over|using|across|and|for)[a-z-]{3,16} )?\Z"
)
_FARTHEST = 90
"""Characters before "data set" in which its name begins."""

_LISTED = re.compile(rf"{_NAMELY}(?:the )?(?P<name>{_NAME})")
_APART = re.compile(rf", (?P<name>{_NAME}){_GOES_ON}")
_MADE = re.compile(
    rf"{_BEFORE_A} (?P<name>{_NAME}) ?(?:\([^()]{{1,40}}\))?,? {{0,2}}"
    rf"(?:the first |an? |the |which is an? |is an? )(?:[\w-]{{1,24}},? ){{0,8}}?{_KIND}\b"
)
_ENTITLED = re.compile(
    rf"(?:\A|(?:with|by|via|in|on) )(?P<name>{_NAME}): "
    rf"(?:(?:[\w,'-]{{1,30}} ){{0,9}}?{_KIND}\b|[Bb]enchmarking\b)"
)
_AFTER = re.compile(rf"(?:{_AND}(?P<last>{_NAME})|, (?P<name>{_NAME}){_GOES_ON})")
_AHEAD = re.compile(rf"(?<![\w-])(?P<name>{_NAME})(?:{_AND}|, )\Z")
_BEGINS = r"(?<![\w-])[A-Z\u03b1-\u03c9\u221e]"
_SIGNS = (
    (
        "ench",
        re.compile(
            rf"{_BEGINS}[\w\u221e^-]{{0,30}}(?:(?<=[\w-])Bench(?!mark)|-bench\b)[\w-]{{0,20}}"
        ),
    ),
    ("Eval", re.compile(rf"{_BEGINS}[\w-]{{0,30}}[a-z-]Eval\b")),
    ("QA", re.compile(rf"{_BEGINS}[A-Za-z0-9-]{{2,30}}QA\b")),
)
"""Endings that only names of benchmarks have, and letters without which they are not there."""

_TOKENS = re.compile(r"[^\W_][\w+'/\u221e^-]*(?:\.[0-9][\w-]*)?!?")
_PHRASE = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, PHRASES))})(?![\w])")
_LIKE_ONE = re.compile(r"-(?:style|based|backed|like|level|scale|trained|generated)\Z")
_ADDRESS = re.compile(r"https?:\S{1,300}")
_STRAY = " .,'-/"
_MODELS = re.compile(
    r"(?:GPT|Qwen|L[Ll]a[Mm][Aa]|LLaVA|Gemma|Gemini|Claude|Mistral|Mixtral|DeepSeek|CLIP|BERT|RoBERTa|"
    r"ResNet|VGG|ViT|YOLO|DINO|SAM|Mamba|Phi|Stable|FLUX|DALL|Whisper|OpenAI|NVIDIA|Google|Meta|"
    r"Microsoft|Amazon|Hugging|Faster|Mask|ChatGPT|ConvNets?|ResNets?|AlexNet|MobileNet|Intern|Kimi|GLM)\w{0,20}"
)
_KNOWN = frozenset(name.replace("-", "") for name in NAMES)
_LOOSELY = frozenset(
    name.casefold() for name in _KNOWN if len(name) >= 8 or any(map(str.isdigit, name))
)


Named = tuple[str, int, int]
"""A name, and where it stands."""


def entitled(title: str) -> Iterator[Named]:
    """The name of a paper that is one of a data set: "X: A Benchmark for …"."""
    found = _ENTITLED.search(title)
    if found:
        yield from _cleaned(title, found, sure=found.start() == 0)


def named(text: str) -> Iterator[Named]:
    """Every mention of a data set by its name; what an address spells is none."""
    text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    spans = sorted({*_known(text), *_called(text)}, key=lambda span: (span[1], -span[2]))
    reach = 0
    for span in spans:
        if span[1] >= reach:
            reach = span[2]
            yield span
            yield from _neighbours(text, span)


def _known(text: str) -> Iterator[Named]:
    for found in _TOKENS.finditer(text):
        word = found[0].rstrip(_STRAY)
        plain = word.replace("-", "")
        if plain in _KNOWN or (plain.casefold() in _LOOSELY and _is_odd(word)):
            yield word, found.start(), found.start() + len(word)
    for found in _PHRASE.finditer(text):
        yield found[0], *found.span()
    for sign, pattern in _SIGNS:
        for found in pattern.finditer(text) if sign in text else ():
            if found[0] not in TASKS and len(found[0]) > 5:
                yield found[0].rstrip(_STRAY), found.start(), found.end()


def _called(text: str) -> Iterator[Named]:
    kinds = list(_KINDS.finditer(text))
    for kind in kinds:
        found = _CALLED.search(text, max(0, kind.start() - _FARTHEST), kind.start())
        if found:
            yield from _cleaned(text, found, sure=found["the"] is not None)
        found = _LISTED.match(text, kind.end()) or _APART.match(text, kind.end())
        if found:
            yield from _cleaned(text, found)
    for found in _MADE.finditer(text) if kinds else ():
        yield from _cleaned(text, found)


def _neighbours(text: str, span: Named) -> Iterator[Named]:
    """What is enumerated with a data set is one too, if it looks like a name."""
    stop = span[2]
    while found := _AFTER.match(text, stop):
        stop = found.end()
        yield from _cleaned(text, found, "last" if found["last"] else "name")
    start = span[1]
    while ahead := _AHEAD.search(text, max(0, start - 60), start):
        start = ahead.start()
        yield from _cleaned(text, ahead)


def _cleaned(
    text: str, found: "re.Match[str]", group: str = "name", *, sure: bool = False
) -> Iterator[Named]:
    """A name without the common words around it; nothing, if no name is left."""
    words = list(_ONE.finditer(found[group]))
    told = [word[0].strip(_STRAY) not in COMMON for word in words]
    if not any(told):
        return
    if not sure:
        words = words[told.index(True) : len(told) - told[::-1].index(True)]
    start = found.start(group) + words[0].start()
    name = text[start : found.start(group) + words[-1].end()].rstrip(_STRAY)
    name = name.removesuffix("'s")
    if sure or _is_a_name(text, name):
        yield name, start, start + len(name)


def _is_a_name(text: str, name: str) -> bool:
    """Whether this has the shape of a name, and stands for no task, model or method."""
    if not any(map(_is_odd, name.split())) or name in TASKS:
        return False
    if _MODELS.fullmatch(name) or _LIKE_ONE.search(name):
        return False
    if not (name.isalpha() and name.isupper()):
        return True
    at = text.find(f"({name}")
    return at < 0 or _KIND_ENDS.search(text[max(0, at - 40) : at]) is not None


def _is_odd(word: str) -> bool:
    """Whether a word is written as only names are: "nuScenes", "CIFAR-10", "XSum"."""
    if any(map(str.isdigit, word)):
        return True
    return any(sum(map(str.isupper, part)) > 1 for part in word.split("-"))


_KIND_ENDS = re.compile(rf"{_KIND} \Z")
_ONE = re.compile(_TOKEN)
