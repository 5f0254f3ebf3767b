"""Verbs about what Hugging Face links to a paper: models, data sets and Spaces that name it."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.domain.card import Links
from paperdesk.domain.errors import NotFound

ON = "Hugging Face is asked about each paper that you look at: it learns which these are."
OFF = "Hugging Face is asked about no paper that you look at."


def ask(desk: Desk) -> None:
    """Ask Hugging Face which models, data sets and Spaces name this paper."""
    paper = desk.current()
    if paper.arxiv is None:
        raise NotFound("Hugging Face knows papers by their arXiv number, and this one has none.")
    arxiv = paper.arxiv

    def kept(links: Links) -> None:
        desk.write(
            lambda: desk.library.linkage.keep(paper.id, links),
            lambda _: desk.view.say(_told(links)),
        )

    desk.fetch("What links to a paper", lambda job: desk.feeds.links(arxiv, job), kept)


def toggle(desk: Desk) -> None:
    """Ask what links to each paper that is looked at for a moment, or only when told to."""
    on = not desk.settings.get("ask-links")
    desk.write(
        lambda: desk.settings.set("ask-links", on), lambda _: desk.view.say(ON if on else OFF)
    )


def _told(links: Links) -> str:
    found = sum(count for _, count in links.counts)
    if not found:
        return "Nothing on Hugging Face names this paper."
    return f"On Hugging Face {found:,} {'thing names' if found == 1 else 'things name'} this paper."
