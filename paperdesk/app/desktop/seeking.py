"""How papers are searched: what is switched on in the find bar, kept for the next time."""

from paperdesk.domain.errors import NothingSelected
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.infra.settings import Settings
from paperdesk.reader.sought import SECTION
from paperdesk.ui.reader import ReaderPane, Spread

OPTIONS = ("case", "words", "regex")


class FindHabits:
    """Keeps the switches of every find bar as the settings say: the `Seeking` of the commands."""

    def __init__(self, spread: Spread, settings: Settings, jobs: Jobs) -> None:
        self._spread = spread
        self._settings = settings
        self._jobs = jobs
        spread.each(self._join)

    def switch(self, option: str) -> bool:
        """Switch an option, for this search and the next; whether it is on now."""
        bar = self._spread.here().parts.bar
        on = not bar.options[option].isChecked()
        bar.switch(option, on=on)
        self._keep(self._spread.here())
        return on

    def within(self, part: str) -> None:
        """Open the find bar for a part of the paper."""
        view = self._spread.here()
        if not view.parts.outline.pages:
            raise NothingSelected("Open a paper first: there is none to find in.")
        view.open_find()
        if part == "pages":
            view.parts.bar.ranged.emit()
        else:
            view.parts.bar.begin(f"{SECTION} " if part == "section" else "")

    def _join(self, view: ReaderPane) -> None:
        for option in OPTIONS:
            view.parts.bar.switch(option, on=bool(self._settings.get(f"find-{option}")))
        view.parts.bar.chosen.connect(lambda: self._keep(view))

    def _keep(self, view: ReaderPane) -> None:
        """Let the other views search so too, and the next start of the program."""
        chosen = {name: view.parts.bar.options[name].isChecked() for name in OPTIONS}
        for other in self._spread.views():
            for name, on in chosen.items():
                other.parts.bar.switch(name, on=on)
        aside(self._jobs, Lane.WRITE, lambda: self._write(chosen))

    def _write(self, chosen: dict[str, bool]) -> None:
        for name, on in chosen.items():
            if self._settings.get(f"find-{name}") != on:
                self._settings.set(f"find-{name}", on)
