"""The process that reads bibliographies, before it is shut in."""

import pytest

from paperdesk.intake.bibliography import child


def test_it_meets_a_bibliography_of_each_kind_before_the_doors_close() -> None:
    child.rehearse()


def test_only_paperdesk_can_start_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert child.main(["x"]) == 2
    assert "only PaperDesk" in capsys.readouterr().err
