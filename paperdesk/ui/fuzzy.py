"""Finds a command by a few of its letters."""


def score(wanted: str, title: str) -> float:
    """How well `title` answers to some letters in order; 0 if it does not.

    Letters that begin a word count most, letters in a run count more than
    letters apart, and of two equal titles the shorter one wins.
    """
    letters, text = wanted.casefold().replace(" ", ""), title.casefold()
    if not letters:
        return 1.0
    best, start = 0.0, text.find(letters[0])
    while start >= 0:
        best = max(best, _from(letters, text, start))
        start = text.find(letters[0], start + 1)
    return best / (1 + len(text) / 100)


def _from(letters: str, text: str, start: int) -> float:
    """The worth of the first match that begins at `start`, 0 without one."""
    worth, at, before = 0.0, start, -2
    for letter in letters:
        at = text.find(letter, at)
        if at < 0:
            return 0.0
        worth += 1.0
        if at == 0 or not text[at - 1].isalnum():
            worth += 1.5
        if at == before + 1:
            worth += 1.0
        before, at = at, at + 1
    return worth / len(letters)
