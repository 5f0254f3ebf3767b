"""What rules do, and how it is taken back."""

import json
from datetime import timedelta
from typing import Any

import pytest

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.paper import State
from paperdesk.domain.rule import Action, Rule
from paperdesk.domain.shelf import day_shelf
from paperdesk.infra.changes import Changes
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal

Morning = Any


def test_muting_hides_from_the_day_and_z_takes_it_back(morning: Morning, journal: Journal) -> None:
    rule = morning.rules.save(Rule("Dull", "dull", Action.HIDE))
    paper, other = morning.comes("A dull one"), morning.comes("A fine one")
    assert morning.judge().done == "Rule “Dull”: 1 muted"
    day = day_shelf(morning.today)
    assert list(morning.library.ids(day)) == [other]
    assert morning.hits(rule) == [paper]
    (deed,) = morning.rules.deeds([paper])[paper]
    assert deed.sentence == "muted by rule “Dull”"

    assert journal.undo() == "Rule “Dull”: 1 muted"
    assert set(morning.library.ids(day)) == {paper, other}
    assert morning.rules.deeds([paper]) == {}
    assert morning.judge().done == "", "once is enough"
    assert journal.redo() == "Rule “Dull”: 1 muted"
    assert list(morning.library.ids(day)) == [other]


@pytest.mark.parametrize(
    ("action", "done"),
    [
        (Action.STAR, lambda paper: paper.state is State.SHORTLIST and paper.unread),
        (Action.READ, lambda paper: paper.state is State.NEW and not paper.unread),
        (Action.TAG, lambda paper: paper.tags == ("pets",) and paper.unread),
        (Action.HIDE, lambda paper: paper.state is State.DISMISSED and not paper.unread),
        (Action.DOWN, lambda paper: paper.state is State.NEW and paper.unread),
    ],
)
def test_a_rule_does_what_it_says(morning: Morning, action: Action, done: Any) -> None:
    morning.rules.save(Rule("Cats", "cat", action, tag="pets"))
    paper = morning.comes("Cat")
    morning.judge()
    assert done(morning.paper(paper))
    assert morning.rules.deeds([paper])[paper][0].action is action


def test_what_is_ranked_down_stands_at_the_end_of_its_day(morning: Morning) -> None:
    morning.rules.save(Rule("Dull", "dull", Action.DOWN))
    first, second = morning.comes("A dull one"), morning.comes("A fine one")
    assert list(morning.library.ids(day_shelf(morning.today))) == [first, second]
    morning.judge()
    assert list(morning.library.ids(day_shelf(morning.today))) == [second, first]


def test_a_refresh_is_one_step_whichever_rules_act(morning: Morning, journal: Journal) -> None:
    morning.rules.save(Rule("Cats", "cat", Action.STAR))
    morning.rules.save(Rule("Dogs", "dog", Action.HIDE))
    for title in ("Cat", "Dog", "Dog two"):
        morning.comes(title)
    assert morning.judge().done == "Rules “Cats”: 1 shortlisted, “Dogs”: 2 muted"
    journal.undo()
    assert {paper.state for paper in morning.library.papers([1, 2, 3])} == {State.NEW}


def test_of_many_papers_a_step_keeps_a_few_lists_and_not_each(
    morning: Morning, changes: Changes, journal: Journal
) -> None:
    rule = morning.rules.save(Rule("Dull", "dull", Action.HIDE))
    papers = [morning.comes(f"Dull {number}") for number in range(30)]
    morning.judge()
    kept = changes.database.read().execute("SELECT changes FROM journal ORDER BY id DESC LIMIT 1")
    assert len(json.loads(kept.fetchone()[0])["rows"]) == 2
    assert {paper.state for paper in morning.library.papers(papers)} == {State.DISMISSED}
    assert morning.rules.enable(rule, on=False) == "Rule “Dull” is off; 30 papers are back"
    assert all(paper.unread for paper in morning.library.papers(papers))
    journal.undo()
    journal.undo()
    assert {paper.state for paper in morning.library.papers(papers)} == {State.NEW}


def test_the_first_rule_that_decides_has_decided(morning: Morning) -> None:
    star = morning.rules.save(Rule("Cats", "cat", Action.STAR))
    mute = morning.rules.save(Rule("Dull", "dull", Action.HIDE))
    first = morning.comes("Dull cat")
    morning.judge()
    assert morning.paper(first).state is State.SHORTLIST
    morning.rules.move(mute, -1)
    assert [rule.id for rule in morning.rules.all()] == [mute.id, star.id]
    second = morning.comes("Another dull cat")
    morning.judge()
    assert morning.paper(second).state is State.DISMISSED


def test_what_was_there_before_the_rule_is_left_alone_unless_asked(morning: Morning) -> None:
    paper = morning.comes("Cat")
    rule = morning.rules.save(Rule("Cats", "cat", Action.STAR))
    assert morning.judge().done == ""
    lately = morning.rules.judging.look_lately(rule, 7, Job(1, "Looking"))
    assert morning.rules.act_on(rule, lately).done == "Rule “Cats”: 1 shortlisted"
    assert morning.paper(paper).state is State.SHORTLIST


def test_what_somebody_has_decided_about_is_left_alone(morning: Morning) -> None:
    morning.rules.save(Rule("Cats", "cat", Action.HIDE))
    paper = morning.comes("Cat")
    morning.library.set_state([paper], State.INBOX)
    assert morning.judge().done == ""
    assert morning.paper(paper).state is State.INBOX


@pytest.mark.parametrize("way", ["remove", "disable", "change"])
def test_a_mute_that_ends_gives_back_what_it_hid(
    morning: Morning, journal: Journal, way: str
) -> None:
    rule = morning.rules.save(Rule("Dull", "dull", Action.HIDE))
    paper = morning.comes("A dull one")
    morning.judge()
    if way == "remove":
        assert morning.rules.remove(rule) == "Rule deleted: Dull; 1 paper is back"
    elif way == "disable":
        morning.rules.enable(rule, on=False)
    else:
        morning.rules.save(Rule("Dull", "dull", id=rule.id))
    assert morning.paper(paper).state is State.NEW
    journal.undo()
    morning.judge()
    assert morning.paper(paper).state is State.DISMISSED
    assert morning.hits(rule) == [paper]


def test_a_rule_ends_by_itself_and_says_so(morning: Morning) -> None:
    yesterday = morning.today - timedelta(days=1)
    rule = morning.rules.save(Rule("Cats", "cat", Action.HIDE, expires=yesterday))
    paper = morning.comes("Cat")
    assert morning.judge().ended == ("Cats",)
    assert morning.paper(paper).state is State.NEW
    assert not morning.rules.rule(rule.id).enabled
    assert morning.judge().ended == ()


def test_an_alert_tells_of_what_is_new_once(morning: Morning) -> None:
    rule = morning.rules.save(Rule("Cats", "cat", notify=True))
    morning.comes("Cat one")
    morning.comes("Cat two")
    (told,) = morning.judge().tidings
    assert (told.title, told.papers, told.shelf) == ("Cats", 2, rule.shelf)
    assert morning.judge().tidings == ()


def test_a_source_tells_of_what_is_new_once(morning: Morning, changes: Changes) -> None:
    with changes.write() as write:
        write.connection.exec_driver_sql("UPDATE source SET notify = 1, name = 'Daily'")
    morning.comes("Before anybody looked")
    assert morning.judge().tidings == ()
    morning.comes("New")
    (told,) = morning.judge().tidings
    assert (told.title, told.papers) == ("Daily", 1)


@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [
        ("", "cat", "name"),
        ('A "quote"', "cat", "quotes"),
        ("Everything", " ", "everything"),
        ("Wrong", "state:bogus", "No state"),
        ("Knot", 'rule:"Cats"', "other rules"),
        ("CATS", "cat", "already"),
    ],
)
def test_what_cannot_be_a_rule_is_said(
    morning: Morning, name: str, query: str, sentence: str
) -> None:
    morning.rules.save(Rule("Cats", "cat"))
    with pytest.raises(PaperDeskError, match=sentence):
        morning.rules.save(Rule(name, query))


def test_a_change_of_rules_is_undone(morning: Morning, journal: Journal) -> None:
    rule = morning.rules.save(Rule("Cats", "cat"))
    morning.rules.save(Rule("Dogs", "dog", id=rule.id))
    morning.rules.remove(rule)
    assert morning.rules.all() == ()
    journal.undo()
    assert [one.query for one in morning.rules.all()] == ["dog"]
    journal.undo()
    assert [one.query for one in morning.rules.all()] == ["cat"]
    journal.undo()
    assert morning.rules.all() == ()


def test_a_smart_feed_leaves_out_what_only_muted_sources_list(morning: Morning) -> None:
    morning.mute_one()
    rule = morning.rules.save(Rule("Cats", "title:cat", notify=True))
    heard, unheard = morning.comes("Cat one"), morning.comes("Cat two", source=9)
    told = [(one.title, one.papers) for one in morning.judge().tidings]
    kept = morning.rules.rule(rule.id)
    assert (told, kept.papers, kept.unread) == ([("Cats", 1)], 1, 1)
    assert morning.hits(rule) == list(morning.rules.rehearse("title:cat").papers) == [heard]
    morning.library.set_state([unheard], State.INBOX)
    assert morning.hits(rule) == [heard, unheard]


def test_a_source_that_is_to_tell_again_tells_of_nothing_that_came_while_it_was_silent(
    morning: Morning, changes: Changes
) -> None:
    def notify(on: int) -> None:
        with changes.write() as write:
            write.connection.exec_driver_sql("UPDATE source SET notify = ?", (on,))

    notify(1)
    morning.judge()
    notify(0)
    morning.comes("While it was silent")
    assert morning.judge().tidings == ()
    notify(1)
    assert morning.judge().tidings == ()
    morning.comes("New")
    assert [told.papers for told in morning.judge().tidings] == [1]
