"""The running text of a page: which words are of it, and how far something goes on."""

from collections.abc import Sequence, Set

from paperdesk.domain.pages import Word
from paperdesk.reader.asides import asides
from paperdesk.reader.sentences import breaks


class Running:
    """What the words of a page say about each other."""

    def __init__(self, words: Sequence[Word], height: float) -> None:
        self.asides = asides(words, height)
        """The blocks that are no running text."""

        self.sentences, self.paragraphs = breaks(words, self.asides)
        """The words that a sentence ends with, and those that a paragraph does."""

        self._blocks = [word.block for word in words]
        every = range(len(words))
        self.text = [index for index in every if not self.beside(index)] or list(every)
        """The words of the running text; all, where there is none."""

    def beside(self, index: int) -> bool:
        """Whether a word is not of the running text."""
        return self._blocks[index] in self.asides

    def along(self, index: int) -> Sequence[int]:
        """The words that a word goes with: the running text, or its own aside."""
        if not self.beside(index):
            return self.text
        block = self._blocks[index]
        return [each for each, other in enumerate(self._blocks) if other == block]

    def stretch(self, index: int, ends: Set[int]) -> tuple[int, int]:
        """The words around a word, up to those that end something: the first and the last."""
        run = self.along(index)
        at = run.index(index)
        first = next((n for n in range(at, 0, -1) if run[n - 1] in ends), 0)
        last = next((n for n in range(at, len(run)) if run[n] in ends), len(run) - 1)
        return run[first], run[last]
