"""Looks a title up at the sources, for papers that came without an id."""

from collections.abc import Callable
from datetime import UTC, datetime

from paperdesk.domain.errors import Unreachable
from paperdesk.domain.paper import Found, title_key
from paperdesk.feeds.sources.arxiv import Arxiv
from paperdesk.feeds.sources.huggingface import Daily
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job

Search = Callable[[str], tuple[Found, ...]]


class Titles:
    """Knows who to ask for a paper by its title."""

    def __init__(self, http: Http) -> None:
        self._http = http

    def find(self, title: str, job: Job) -> tuple[Found, ...]:
        """Papers of this or a like title; those of exactly this one alone, if any.

        Hugging Face is asked first, being quick; arXiv if that did not settle
        it. An error is raised only if nobody answered.
        """
        wanted = title_key(title)
        daily = Daily(self._http, job, datetime.now(UTC))
        searches: tuple[Search, ...] = (daily.search, Arxiv(self._http, job).search)
        found: dict[str, Found] = {}
        problems: list[Unreachable] = []
        for number, search in enumerate(searches):
            job.advance(number, len(searches), "Looking the title up")
            try:
                answer = search(title)
            except Unreachable as problem:
                problems.append(problem)
                continue
            exact = tuple(paper for paper in answer if title_key(paper.title) == wanted)
            if exact:
                return exact
            for paper in answer:
                found.setdefault(paper.arxiv or paper.title, paper)
        if len(problems) == len(searches):
            raise problems[-1]
        return tuple(found.values())
