"""Verbs of rules: filter, smart feeds, follows, mutes, alerts."""

from __future__ import annotations

import re
from collections.abc import Callable

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.rule import Action, Edited, Rule, Verdict
from paperdesk.domain.shelf import Shelf
from paperdesk.infra.jobs import Lane
from paperdesk.rules.judging import Lately

_WORD = re.compile(r"[^\W_][\w-]{4,}")
_PEOPLE = 4
"""Authors that are offered by name: the first ones and the last."""

_WORDS = 8
_SHOWN_DAYS = 30
"""Days of papers that stand beside a query while it is written."""

_DAYS = 7
"""Days of papers that a rule deals with afterwards when it is asked to."""


def narrow(desk: Desk) -> None:
    """Build a filter for this list; with a name it is kept as a smart feed, mute or alert."""
    _edit(desk, Rule("", ""))


def mute(desk: Desk) -> None:
    """Mute new papers like this one: by author, organisation, submitter, subject or word."""
    offers = _traits(desk) | {f"Word: {word}": f"title:{word}" for word in _title_words(desk)}

    def taken(option: str) -> None:
        name = f"Without {option.partition(': ')[2]}"
        _edit(desk, Rule(name, offers[option], Action.HIDE, shown=False))

    desk.chooser.choose("Mute new papers by…", tuple(offers), taken)


def follow(desk: Desk) -> None:
    """Follow an author, organisation or submitter of this paper: new papers are shortlisted."""
    offers = {words: query for words, query in _traits(desk).items() if words[:2] != "Su"}

    def taken(option: str) -> None:
        rule = Rule(option.partition(": ")[2], offers[option], Action.STAR)
        desk.write(
            lambda: desk.rules.save(rule),
            lambda kept: desk.view.say(f"Following {kept.name}", undo=True),
        )

    desk.chooser.choose("Follow…", tuple(offers), taken)


def manage(desk: Desk) -> None:
    """List the rules: edit, switch off, move, delete, or let one act on the last days."""
    rules = {_line(rule): rule for rule in desk.rules.all()}
    if not rules:
        raise NotFound("There are no rules yet: F builds one.")
    desk.chooser.choose("Rules", tuple(rules), lambda line: offer(desk, rules[line]))


def edit_shown(desk: Desk) -> None:
    """Edit the smart feed that is shown."""
    _edit(desk, _shown_rule(desk))


def of_paper(desk: Desk) -> None:
    """Show the rule that did something with this paper."""
    paper = desk.current()
    deeds = desk.rules.deeds([paper.id]).get(paper.id, ())
    if not deeds:
        raise NotFound("No rule has done anything with this paper.")
    _edit(desk, desk.rules.rule(deeds[0].rule))


def tell(desk: Desk, verdict: Verdict) -> None:
    """Say what rules did, and which have come to their end."""
    for name in verdict.ended:
        desk.view.say(f"Rule “{name}” has come to its last day and is off.")
    if verdict.done:
        desk.view.say(verdict.done, undo=True)


def _edit(desk: Desk, draft: Rule) -> None:
    """Let a rule be written, then keep it or look through it."""
    edited = desk.editor.edit(draft)
    if edited is None:
        return
    if not edited.keep:
        desk.rows.show(_narrowed(desk.rows.shelf(), edited.rule.query.strip()))
        return
    desk.write(lambda: desk.rules.save(edited.rule), lambda rule: _kept(desk, rule, edited))


def _kept(desk: Desk, rule: Rule, edited: Edited) -> None:
    desk.view.say(f"Rule kept: {rule.name}", undo=True)
    if edited.at_once:
        _act_on(desk, rule, _SHOWN_DAYS)
        return
    if rule.shown and rule.action is not Action.HIDE:
        desk.rows.show(rule.shelf)


def _narrowed(shelf: Shelf, query: str) -> Shelf:
    """A shelf with only what a query finds; what is hidden stays hidden."""
    base = f"({shelf.query}) " if shelf.query else ""
    return Shelf(f"{shelf.title} · {query}", f"{base}({query}) -is:muted", shelf.order)


def offer(desk: Desk, rule: Rule) -> None:
    """Offer what can be done with a rule."""
    deeds: dict[str, Callable[[], None]] = {
        "Edit…": lambda: _edit(desk, rule),
        "Show its papers": lambda: desk.rows.show(rule.shelf),
        f"Switch {'off' if rule.enabled else 'on'}": lambda: _say(
            desk, lambda: desk.rules.enable(rule, on=not rule.enabled)
        ),
        "Move up": lambda: _move(desk, rule, -1),
        "Move down": lambda: _move(desk, rule, 1),
        "Delete": lambda: _say(desk, lambda: desk.rules.remove(rule)),
    }
    if rule.action:
        last = f"Do it with the papers of the last {_DAYS} days"
        deeds[last] = lambda: _act_on(desk, rule, _DAYS)
    desk.chooser.choose(rule.name, tuple(deeds), lambda word: deeds[word]())


def _act_on(desk: Desk, rule: Rule, days: int) -> None:
    """Look through the last days, in a job that can be stopped; then deal with what is found."""

    def found(lately: Lately) -> None:
        desk.write(lambda: desk.rules.act_on(rule, lately), lambda verdict: _acted(desk, verdict))

    job = desk.jobs.new(f"“{rule.name}” looks through the last {days} days")
    look = desk.rules.judging.look_lately
    desk.jobs.start(job, Lane.READ, lambda job: look(rule, days, job), found, desk.view.complain)


def _acted(desk: Desk, verdict: Verdict) -> None:
    if not verdict.done:
        desk.view.say("It finds no new paper of these days.")
        return
    tell(desk, verdict)
    desk.rows.reload()


def _say(desk: Desk, work: Callable[[], str]) -> None:
    desk.write(work, lambda said: desk.view.say(said, undo=True))


def _move(desk: Desk, rule: Rule, steps: int) -> None:
    desk.write(lambda: desk.rules.move(rule, steps), lambda _: manage(desk))


def _line(rule: Rule) -> str:
    state = "" if rule.enabled else " (off)"
    return f"{rule.name}{state} — {rule.query}"


def _shown_rule(desk: Desk) -> Rule:
    query = desk.rows.shelf().query
    for rule in desk.rules.all():
        if rule.shelf.query == query:
            return rule
    raise NotFound("This list is no smart feed. The list of rules has them all.")


def _traits(desk: Desk) -> dict[str, str]:
    """What a paper has that a rule may ask for, in words, with the query for it."""
    paper = desk.current()
    people = (*paper.authors[: _PEOPLE - 1], *paper.authors[-1:])
    offers = {f"Author: {name}": _asked("author", name) for name in dict.fromkeys(people)}
    for field, name in desk.completion.of(paper.id):
        offers[f"{_TRAITS[field]}: {name}"] = _asked(field, name)
    return offers


_TRAITS = {"org": "Organisation", "submitter": "Brought by", "category": "Subject"}


def _title_words(desk: Desk) -> list[str]:
    words = dict.fromkeys(word.lower() for word in _WORD.findall(desk.current().title))
    return list(words)[:_WORDS]


def _asked(field: str, name: str) -> str:
    plain = name.replace('"', "")
    return f'{field}:"{plain}"' if not plain.isalnum() else f"{field}:{plain}"
