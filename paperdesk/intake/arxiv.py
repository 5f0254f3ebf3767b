"""arXiv, asked for papers by id or by title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.errors import NotFound
from paperdesk.domain.identifier import ArxivId
from paperdesk.domain.paper import Found
from paperdesk.infra import catalogue
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job

CANDIDATES = 5
MOST_WORDS = 24
TELLING_WORDS = 4
"""How many words of a title, the longest, are enough to find it by."""


@dataclass(frozen=True, slots=True)
class Arxiv:
    """Asks arXiv, for one job."""

    http: Http
    job: Job

    def paper(self, named: ArxivId) -> Found:
        """The paper with an id."""
        for found in self._asked({"id_list": str(named), "max_results": "1"}):
            return found
        raise NotFound(f"arXiv does not know {named}. Check the number.")

    def papers(self, names: Sequence[str]) -> tuple[Found, ...]:
        """Those of some papers that it knows, asked for in one request."""
        return self._asked({"id_list": ",".join(names), "max_results": str(len(names))})

    def titled(self, title: str) -> tuple[Found, ...]:
        """Papers whose titles hold these words: in a row, else all of them."""
        words = re.findall(r"\w+", title)[:MOST_WORDS]
        if not words:
            return ()
        in_a_row = 'ti:"{}"'.format(" ".join(words))
        long_ones = sorted(words, key=len, reverse=True)[:TELLING_WORDS]
        anywhere = " AND ".join(f"ti:{word}" for word in long_ones)
        return self._matching(in_a_row) or self._matching(anywhere)

    def _matching(self, query: str) -> tuple[Found, ...]:
        return self._asked({"search_query": query, "max_results": str(CANDIDATES)})

    def _asked(self, wanted: dict[str, str]) -> tuple[Found, ...]:
        return catalogue.ask(self.http, self.job, wanted).founds
