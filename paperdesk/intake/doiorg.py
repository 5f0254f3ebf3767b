"""doi.org, asked for what a DOI names; it passes the question on to who registered it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote

from paperdesk.domain.errors import BadDocument, NotFound
from paperdesk.domain.reference import Reference
from paperdesk.infra.http import Accept, BadStatus, Http
from paperdesk.infra.jobs import Job
from paperdesk.intake.bibliography import csl

ADDRESS = "https://doi.org/"
CAP = 2_000_000
_UNKNOWN = (404, 410)


@dataclass(frozen=True, slots=True)
class DoiOrg:
    """Asks doi.org, for one job."""

    http: Http
    job: Job

    def paper(self, name: str) -> Reference:
        """What a DOI names, with all that a citation needs."""
        try:
            url = f"{ADDRESS}{quote(name, safe='/')}"
            reply = self.http.get(url, job=self.job, cap=CAP, accept=Accept.CSL)
        except BadStatus as error:
            if error.status in _UNKNOWN:
                raise NotFound(f"Nobody knows the DOI {name}. Check it.") from error
            raise
        told = self._told(reply.body.decode("utf-8", "replace"), name)
        if told is None:
            raise NotFound(f"doi.org does not tell what {name} is. Look at its page.")
        found = replace(told.found, doi=name, citekey="", fresh=True)
        return replace(told, input=name, found=found, note="", tags=())

    @staticmethod
    def _told(body: str, name: str) -> Reference | None:
        """The one entry of an answer, if it is one."""
        try:
            entries = csl.references(f"[{body}]", name)
        except (BadDocument, RecursionError):
            return None
        return entries[0] if len(entries) == 1 and not entries[0].error else None
