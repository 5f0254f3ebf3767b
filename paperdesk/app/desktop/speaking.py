"""Reads the open paper aloud, sentence by sentence: the `Aloud` of the commands.

Each sentence is a job in the voice's own lane; the next one begins when it has
been spoken. The page scrolls along, with the sentence marked on it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Document, Pages, Word, Words
from paperdesk.infra.jobs import Job, Jobs, Lane
from paperdesk.infra.speech import Voice, voice
from paperdesk.reader.aloud import Script, Sentence, begin
from paperdesk.ui.reader import ReaderPane

_AHEAD = 3
"""Sentences before the end of what is known at which more is asked for."""

_URGENCY = 120
_BEGUN = "Reading aloud. F9 pauses, Shift+F9 stops."


class Speaking(QObject):
    """One voice, reading in one view at a time."""

    def __init__(self, parts: Parts, pages: Pages, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self.find_voice: Callable[[], Voice] = voice
        self._parts = parts
        self._pages = pages
        self._jobs = jobs
        self._voice: Voice | None = None
        self._view: ReaderPane | None = None
        self._document: Document | None = None
        self._script = Script()
        self._sentences: list[Sentence] = []
        self._at = 0
        self._next_page = 0
        self._last_page = 0
        self._start: tuple[int, float, float] | None = None
        self._asking = False
        self._job: Job | None = None

    @property
    def reading(self) -> bool:
        """Whether it speaks, or waits for the words to speak."""
        return self._document is not None and (self._job is not None or self._asking)

    def toggle(self) -> None:
        """Begin to read the open paper aloud; pause; go on."""
        view = self._parts.spread.here()
        if self._view is not view or not self._is_still_open():
            self._begin(view)
        elif self.reading:
            self._hush()
            self._say("Paused. F9 goes on, Shift+F9 stops.")
        else:
            self._speak()

    def stop(self) -> None:
        """Read no more."""
        self._hush()
        if self._view is not None:
            self._view.parts.marks.speak({})
        self._view = self._document = None

    def step(self, sentences: int) -> None:
        """Go on with a later sentence, or with an earlier one."""
        if self._document is None:
            self._say("Nothing is being read aloud: F9 begins.")
            return
        self._hush()
        self._at = min(max(self._at + sentences, 0), len(self._sentences))
        self._speak()

    def _begin(self, view: ReaderPane) -> None:
        """Read from the selection, else from the top of what is seen."""
        self.stop()
        document, scroller = view.parts.opening.document, view.parts.view.scroller
        if document is None or not len(scroller.column):
            self._say("Open a paper first: it is read aloud from the top of what you see.")
            return
        self._view, self._document = view, document
        chosen = view.selection()
        if chosen is not None and chosen.quads:
            left, top, *_ = chosen.quads[0]
            self._start = chosen.page, top, left + 1
        else:
            self._start = scroller.place.page, max(scroller.place.top, 0.0), 0.0
        self._script, self._sentences, self._at = Script(), [], 0
        self._next_page, self._last_page = self._start[0], len(scroller.column) - 1
        self._say(_BEGUN)
        self._more()

    def _more(self) -> None:
        """Ask for the words of the next page."""
        document = self._document
        if self._asking or document is None or self._next_page > self._last_page:
            return
        self._asking = True
        self._pages.ask(
            Words(document, self._next_page),
            partial(self._take, document),
            lambda _: self._take(document, ()),
            urgency=_URGENCY,
        )

    def _take(self, document: Document, words: tuple[Word, ...]) -> None:
        if document is not self._document:
            return
        self._asking = False
        self._sentences += self._script.add(self._next_page, words)
        if self._next_page == self._last_page:
            self._sentences += self._script.finish()
        self._next_page += 1
        if self._start is not None and self._sentences:
            self._at, self._start = begin(self._sentences, *self._start), None
        if self._job is None:
            self._speak()

    def _speak(self) -> None:
        """Speak the sentence that is due, if it is here."""
        if not self._is_still_open():
            self.stop()
            return
        if self._at + _AHEAD > len(self._sentences):
            self._more()
        if self._at < len(self._sentences):
            self._show(self._sentences[self._at])
            self._job = self._jobs.new("Reading aloud", quiet=True)
            text = self._sentences[self._at].text
            self._jobs.start(
                self._job, Lane.VOICE, partial(self._utter, text), self._spoken, self._fail
            )
        elif not self._asking:
            read = bool(self._sentences)
            self.stop()
            self._say("Read to the end." if read else "There is no text here to read aloud.")

    def _utter(self, text: str, job: Job) -> Job:
        """In the voice's lane."""
        if self._voice is None:
            self._voice = self.find_voice()
        self._voice.say(text, job)
        return job

    def _spoken(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._at += 1
            self._speak()

    def _fail(self, error: PaperDeskError) -> None:
        self._voice = None
        self.stop()
        self._parts.window.toast.withdraw(_BEGUN)
        self._parts.window.errors.complain(str(error))

    def _hush(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _show(self, sentence: Sentence) -> None:
        if self._view is not None:
            parts = self._view.parts
            parts.marks.speak(dict(sentence.places))
            parts.view.scroller.reveal(sentence.page, sentence.places[0][1][0])

    def _is_still_open(self) -> bool:
        view = self._view
        return view is not None and view.parts.opening.document is self._document

    def _say(self, sentence: str) -> None:
        self._parts.window.toast.say(sentence)
