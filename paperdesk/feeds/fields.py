"""Fields to begin with, each with the sources that it adds."""

from dataclasses import dataclass

from paperdesk.domain import daily
from paperdesk.feeds import wishes


@dataclass(frozen=True, slots=True)
class Field:
    """A field of research: its name, and the categories of arXiv in which it publishes."""

    name: str
    categories: tuple[str, ...]
    daily: bool = False
    """Whether Hugging Face's daily papers are about it."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of its sources."""
        return (*((daily.HOME,) if self.daily else ()), wishes.news(self.categories))

    @property
    def sources(self) -> str:
        """Its sources in words."""
        first = "Hugging Face, arXiv" if self.daily else "arXiv"
        return f"{first} {', '.join(self.categories)}"


FIELDS = (
    Field("Language models and text", ("cs.CL",), daily=True),
    Field("Images and video", ("cs.CV",), daily=True),
    Field("Machine learning", ("cs.LG", "stat.ML"), daily=True),
    Field("Agents and reasoning", ("cs.AI", "cs.MA"), daily=True),
    Field("Speech, sound and music", ("cs.SD", "eess.AS"), daily=True),
    Field("Robots", ("cs.RO",), daily=True),
    Field("Search and recommendation", ("cs.IR",)),
    Field("People and computers", ("cs.HC", "cs.CY")),
    Field("Programs and languages", ("cs.SE", "cs.PL")),
    Field("Systems and networks", ("cs.DC", "cs.OS", "cs.NI", "cs.AR", "cs.PF")),
    Field("Databases", ("cs.DB",)),
    Field("Security", ("cs.CR",)),
    Field("Theory of computing", ("cs.CC", "cs.DS", "cs.DM", "cs.LO", "cs.IT")),
    Field("Graphics and geometry", ("cs.GR", "cs.CG")),
    Field("Statistics", ("stat.ME", "stat.AP", "stat.CO", "math.ST")),
    Field("Mathematics", ("math",)),
    Field("Optimisation and control", ("math.OC", "eess.SY")),
    Field("Signals and images", ("eess.SP", "eess.IV")),
    Field("Quantum physics", ("quant-ph",)),
    Field("Physics", ("physics",)),
    Field("Matter and materials", ("cond-mat",)),
    Field("Particles and fields", ("hep-th", "hep-ph", "hep-ex", "hep-lat")),
    Field("Gravity and the universe", ("astro-ph", "gr-qc")),
    Field("Biology", ("q-bio",)),
    Field("Economics and finance", ("econ", "q-fin")),
)
