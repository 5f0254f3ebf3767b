"""What went wrong is tried again, or said to have gone well."""

from dataclasses import dataclass, replace

import pytest

from paperdesk.commands import remedies
from paperdesk.commands.desk import Desk
from tests.commands.conftest import Screen


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
