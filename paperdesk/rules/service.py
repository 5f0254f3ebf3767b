"""What can be done with rules, and what they do."""

from __future__ import annotations

import time
from collections.abc import Sequence

from paperdesk.domain.errors import NotFound, Refused
from paperdesk.domain.events import RulesChanged
from paperdesk.domain.paper import PaperId
from paperdesk.domain.rule import (
    DONE,
    Action,
    Deed,
    Rehearsal,
    Rule,
    RuleId,
    Tiding,
    Verdict,
    sound,
)
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Edit, Journal
from paperdesk.infra.sweeps import Rows
from paperdesk.infra.tags import tag_made
from paperdesk.rules import store
from paperdesk.rules.judging import Judging, Lately, today

_LATE = 24 * 3600.0
"""Seconds after which what came at a source is no news any more."""


class Rules:
    """Queries with names: smart feeds, follows, mutes and alerts."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal
        self.judging = Judging(changes)

    def all(self) -> tuple[Rule, ...]:
        """Every rule, in the order of the list."""
        return store.rules(self._changes.database.read())

    def counted(self) -> tuple[Rule, ...]:
        """The same, each counting what its list shows; takes longer than `all`."""
        return store.counted(self._changes.database.read())

    def rule(self, rule: RuleId) -> Rule:
        """One rule, which counts what its list shows."""
        found = next((one for one in self.counted() if one.id == rule), None)
        if found is None:
            raise NotFound("That rule was deleted.")
        return found

    def save(self, draft: Rule) -> Rule:
        """Write a rule down, a new one or one that was there; one step to undo."""
        rule = sound(draft)
        for other in self.all():
            if other.name.casefold() == rule.name.casefold() and other.id != rule.id:
                raise Refused(f"There is a rule “{other.name}” already: choose another name.")
        if rule.id:
            old = self.rule(rule.id)
            with self._journal.act(f"Rule changed: {rule.name}", ()) as edit:
                edit.update("rule", {"id": rule.id}, store.row(rule))
                if old.action is Action.HIDE and rule.action is not Action.HIDE:
                    self._unmute(edit, rule.id)
            return self.rule(rule.id)
        with self._journal.act(f"Rule made: {rule.name}", ()) as edit:
            number, position = store.free(edit.connection)
            born = {"created": time.time(), "position": position}
            edit.insert("rule", {"id": number}, {**store.row(rule), **born})
        return self.rule(number)

    def enable(self, rule: Rule, *, on: bool) -> str:
        """Switch a rule on or off; what it hid is back while it is off. Says what was done."""
        title = f"Rule “{rule.name}” is {'on' if on else 'off'}"
        row: dict[str, object] = {"enabled": int(on)}
        if on and rule.over(today()):
            row["expires"] = None
        with self._journal.act(title, ()) as edit:
            edit.update("rule", {"id": rule.id}, row)
            back = 0 if on else self._unmute(edit, rule.id)
        return f"{title}; {_back(back)}" if back else title

    def remove(self, rule: Rule) -> str:
        """Delete a rule; what it hid is back. Says what was done."""
        title = f"Rule deleted: {rule.name}"
        with self._journal.act(title, ()) as edit:
            back = self._unmute(edit, rule.id)
            edit.delete("rule", {"id": rule.id})
        return f"{title}; {_back(back)}" if back else title

    def move(self, rule: Rule, steps: int) -> None:
        """Move a rule in the list: the first that decides about a paper has decided."""
        order = [one.id for one in self.all()]
        at = order.index(rule.id)
        order.insert(max(0, min(len(order) - 1, at + steps)), order.pop(at))
        with self._journal.act(f"Rule moved: {rule.name}", (), merge=f"rule {rule.id}") as edit:
            for position, number in enumerate(order):
                edit.update("rule", {"id": number}, {"position": position})

    def rehearse(self, query: str) -> Rehearsal:
        """What a query finds among the papers of the last thirty days."""
        return self.judging.rehearse(query)

    def act_on(self, rule: Rule, lately: Lately) -> Verdict:
        """Let a rule deal also with the new papers of the last days."""
        self.judging.due_again(rule, lately)
        return self.act()

    def deeds(self, papers: Sequence[PaperId]) -> dict[PaperId, tuple[Deed, ...]]:
        """What rules did with some papers, as far as it was not undone."""
        return store.deeds(self._changes.database.read(), papers)

    def act(self) -> Verdict:
        """Deal with what has come: one step in the journal, whichever rules did it."""
        ended = self._end_what_is_over()
        reading = self._changes.database.read()
        if not store.is_due(reading):
            return Verdict(ended=ended, tidings=self._from_sources())
        rules = {rule.id: rule for rule in self.all()}
        done, due = self._deal(rules)
        told = [
            Tiding(rule.name, count, rule.shelf)
            for rule in rules.values()
            if rule.notify
            and (count := sum(one.rule == rule.id and one.new and one.unread for one in due))
        ]
        return Verdict(done, ended, (*told, *self._from_sources()))

    def settle(self) -> Verdict:
        """See what has changed, and deal with it: what a window does by and by."""
        if self._changes.database.readonly:
            return Verdict()
        while self.judging.judge_some():
            pass
        return self.act()

    def _deal(self, rules: dict[RuleId, Rule]) -> tuple[str, list[store.Due]]:
        """Do what rules say; the title of the step, and what was due, which is so no more."""
        about: list[PaperId] = []
        with self._journal.act("Rules", about) as edit:
            due = store.due(edit.connection)
            plan = _planned(rules, due)
            about += sorted({paper for papers in plan.values() for paper in papers})
            for number, papers in plan.items():
                _do(edit, rules[number], papers, time.time())
            if plan:
                edit.title = _title([(rules[number], len(plan[number])) for number in plan])
        return edit.title, due

    def _unmute(self, edit: Edit, rule: RuleId) -> int:
        """Bring back what a rule hid and nobody took up; how many papers."""
        papers = store.muted_by(edit.connection, rule)
        edit.update_each(Rows("paper", "id", list(papers)), {"state": "new", "unread": 1})
        edit.update_each(Rows("deed", "paper", list(papers), {"rule": rule}), {"standing": 0})
        return len(papers)

    def _end_what_is_over(self) -> tuple[str, ...]:
        over = [rule for rule in self.all() if rule.enabled and rule.over(today())]
        if over:
            with self._changes.write() as write:
                for rule in over:
                    store.end(write.connection, rule.id)
                write.tell(RulesChanged())
        return tuple(rule.name for rule in over)

    def _from_sources(self) -> tuple[Tiding, ...]:
        """What has come at the sources that somebody wants to hear of."""
        reading = self._changes.database.read()
        newest, told = store.newest_entry(reading), store.told_up_to(reading)
        if not store.anybody_told(reading):
            if told is not None:
                # Who asks for news again later is not told of what came while nobody did.
                with self._changes.write(durable=False) as write:
                    store.forget_told(write.connection)
            return ()
        if newest == told:
            return ()
        lately = time.time() - _LATE
        came = () if told is None else store.came_since(reading, told, lately)
        with self._changes.write(durable=False) as write:
            store.tell_up_to(write.connection, newest)
        return came


def _planned(rules: dict[RuleId, Rule], due: Sequence[store.Due]) -> dict[RuleId, list[PaperId]]:
    """The papers that each rule deals with, the first of them having decided."""
    plan: dict[RuleId, list[PaperId]] = {}
    decided: set[PaperId] = set()
    for one in due:
        rule = rules.get(one.rule)
        if rule is None or not one.new or not rule.action:
            continue
        if rule.action in (Action.HIDE, Action.STAR):
            if one.paper in decided:
                continue
            decided.add(one.paper)
        plan.setdefault(rule.id, []).append(one.paper)
    return plan


def _do(edit: Edit, rule: Rule, papers: Sequence[PaperId], at: float) -> None:
    """Do with papers what a rule says, and write down that it was this one."""
    store.remember(edit.connection, rule, papers, at)
    edit.update_each(Rows("deed", "paper", list(papers), {"rule": rule.id}), {"standing": 1})
    if rule.action is Action.TAG:
        tag = tag_made(edit.connection, rule.tag)
        edit.insert_each(Rows("tagging", "paper", list(papers), {"tag": tag}))
        return
    row: dict[str, object] = {}
    if rule.action in (Action.HIDE, Action.READ):
        row["unread"] = 0
    if rule.action in (Action.HIDE, Action.STAR):
        row["state_at"] = at
        row["state"] = "dismissed" if rule.action is Action.HIDE else "shortlist"
    if row:
        edit.update_each(Rows("paper", "id", list(papers)), row)


def _back(papers: int) -> str:
    return "1 paper is back" if papers == 1 else f"{papers} papers are back"


def _title(done: Sequence[tuple[Rule, int]]) -> str:
    """“Rule “x”: 12 muted”, or what several did."""
    parts = [f"“{rule.name}”: {count} {DONE[rule.action]}" for rule, count in done]
    return f"{'Rule' if len(parts) == 1 else 'Rules'} {', '.join(parts)}"
