"""What went wrong is tried again, or said to have gone well."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from paperdesk.commands import remedies
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import Unreachable
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.infra.jobs import AtOnce, Job
from tests.commands.conftest import Screen, with_rooms

Papers = tuple[PaperId, ...]


@dataclass
class Patient:
    """A reader in which something went wrong, or nothing did."""

    ill: bool

    def try_again(self) -> bool:
        return self.ill


@pytest.mark.parametrize(("ill", "said"), [(True, 0), (False, 1)])
def test_one_is_told_when_there_is_nothing_to_try_again(
    desk: Desk, screen: Screen, ill: bool, said: int
) -> None:
    remedies.try_again(replace(desk, remedy=Patient(ill)))
    assert len(screen.said) == said


class Source:
    """An intake that fetches PDFs again, or cannot."""

    def __init__(self, *, there: bool) -> None:
        self._there = there

    def download_again(self, paper: Paper, _job: Job) -> Path:
        if not self._there:
            raise Unreachable("arXiv did not answer.")
        return Path("paper.pdf")

    def revisit(self, _paper: PaperId) -> bool:
        return False


@pytest.mark.parametrize("there", [True, False])
def test_a_pdf_that_came_again_is_opened_anew(
    desk: Desk, screen: Screen, papers: Papers, there: bool
) -> None:
    screen.chosen = papers[:1]
    remedies.download_again(with_rooms(desk, intake=Source(there=there), jobs=AtOnce()))
    assert (("renew", papers[0]) in screen.told) == there
    assert screen.problems == ([] if there else ["arXiv did not answer."])
