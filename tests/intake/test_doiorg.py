"""doi.org, as it answers and as it may."""

import json
from types import SimpleNamespace
from typing import Any, cast

import pytest

from paperdesk.domain.errors import NotFound, Unreachable
from paperdesk.infra.http import BadStatus, Http
from paperdesk.infra.jobs import Job
from paperdesk.intake.doiorg import DoiOrg

TOLD = {
    "type": "article-journal", "title": "A Study", "author": [{"family": "B", "given": "A"}],
    "container-title": "Journal", "issued": {"date-parts": [[2019]]}, "DOI": "10.1000/XYZ",
}  # fmt: skip


def answering(body: bytes, status: int = 200) -> DoiOrg:
    def get(url: str, **_: object) -> Any:
        assert url == "https://doi.org/10.1000/xyz%3C1%3E"
        if status != 200:
            raise BadStatus("It will not.", status, b"")
        return SimpleNamespace(body=body)

    return DoiOrg(cast(Http, SimpleNamespace(get=get)), Job(0, "Look up"))


def test_what_a_doi_names_comes_with_its_citation() -> None:
    told = answering(json.dumps(TOLD).encode()).paper("10.1000/xyz<1>")
    assert (told.found.title, told.found.authors, told.found.doi) == (
        "A Study", ("A B",), "10.1000/xyz<1>"
    )  # fmt: skip
    assert json.loads(told.fields)["container-title"] == "Journal"


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b"[3]", b"\xff"])
def test_what_is_no_answer_is_a_sentence(body: bytes) -> None:
    with pytest.raises(NotFound, match="does not tell"):
        answering(body).paper("10.1000/xyz<1>")


def test_a_doi_that_nobody_knows_is_said_and_a_silent_host_too() -> None:
    with pytest.raises(NotFound, match="Nobody knows"):
        answering(b"", 404).paper("10.1000/xyz<1>")
    with pytest.raises(Unreachable):
        answering(b"", 500).paper("10.1000/xyz<1>")
