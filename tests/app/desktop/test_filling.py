"""A new rule looks through the older papers where one can see it, and stop it."""

from collections.abc import Iterator

import pytest

from paperdesk.domain.rule import Rule
from paperdesk.infra.jobs import Job
from paperdesk.rules import judging
from tests.app.conftest import Desktop


@pytest.fixture
def rule(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rule]:
    """A rule for everything that has an abstract, which goes back paper by paper."""
    monkeypatch.setattr(judging, "STRETCH", 1)
    rule = desktop.rooms.rules.save(Rule("All of them", "-title:nothing"))
    yield rule
    monkeypatch.setattr(judging, "STRETCH", 500)
    desktop.rooms.rules.remove(rule)


def looking(desktop: Desktop) -> Job | None:
    """The job that is shown while a rule looks through older papers."""
    return desktop.desk.under_way("“All of them” looks through older papers")


def test_how_far_a_rule_has_come_is_shown_until_it_knows_all(desktop: Desktop, rule: Rule) -> None:
    seen: list[tuple[int, int]] = []

    def done() -> bool:
        job = looking(desktop)
        if job is not None:
            seen.append((job.done, job.total))
        return not desktop.rooms.rules.rule(rule.id).filling

    desktop.wait(done)
    desktop.wait(lambda: looking(desktop) is None)
    assert seen == sorted(seen)
    assert 0 < seen[0][0] < seen[-1][1]
    assert len(desktop.rooms.library.ids(rule.shelf)) == len(desktop.papers())


def test_who_stops_it_keeps_what_was_found_and_is_told_how_to_go_on(
    desktop: Desktop, rule: Rule
) -> None:
    desktop.wait(lambda: looking(desktop) is not None)
    job = looking(desktop)
    assert job is not None
    desktop.parts.activity.cancelled.emit(job.id)
    desktop.wait(lambda: "newest papers only" in desktop.parts.window.toast.sentence())
    found = len(desktop.rooms.library.ids(rule.shelf))
    assert 0 < found < len(desktop.papers())
    assert not desktop.rooms.rules.rule(rule.id).filling
    for on in (False, True):
        desktop.rooms.rules.enable(desktop.rooms.rules.rule(rule.id), on=on)
    desktop.wait(lambda: len(desktop.rooms.library.ids(rule.shelf)) == len(desktop.papers()))
