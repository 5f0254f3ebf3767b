"""What stands beside a rectangle or a drawing: by these words it is found again."""

from collections.abc import Sequence

from paperdesk.domain.note import Anchor, Quad
from paperdesk.domain.pages import Word

COUNT = 14
"""Words that are enough: the beginning of a caption."""

_CONTEXT = 64
_AROUND = 30
_SLACK = 12.0


def frame(page: int, box: Quad, words: Sequence[Word]) -> Anchor | None:
    """The passage right below a box, such as a caption, else the one right above.

    Its one quad is the box of its first word.
    """
    beside = [at for at, word in enumerate(words) if _over(box, word.box)]
    below = [at for at in beside if words[at].box[1] >= box[3] - _SLACK / 4]
    above = [at for at in beside if words[at].box[3] <= box[1] + _SLACK / 4]
    if below:
        first = min(below, key=lambda at: (words[at].box[1] + words[at].box[0] / 1000, at))
    elif above:
        first = max(above, key=lambda at: (words[at].box[3], -at))
    else:
        return None
    run = words[first : first + COUNT]
    return Anchor(
        page,
        (run[0].box,),
        _text(run),
        _text(words[max(0, first - _AROUND) : first])[-_CONTEXT:],
        _text(words[first + COUNT : first + COUNT + _AROUND])[:_CONTEXT],
    )


def _over(box: Quad, word: Quad) -> bool:
    """Whether a word stands in the stripe above and below a box."""
    return word[0] >= box[0] - _SLACK and word[2] <= box[2] + _SLACK


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
