"""Verbs about the network: what was asked of whom, when and why."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.domain.exchange import Exchange, amount

TITLE = "Network: what was asked of whom, the newest first"
_COPY, _CLEAR = "copy", "clear"


def show(desk: Desk) -> None:
    """Show what was asked of the network, of whom, when, and why."""

    def offer(exchanges: Sequence[Exchange]) -> None:
        desk.chooser.offer(TITLE, _options(exchanges), lambda id_: _take(desk, exchanges, id_))

    desk.read_offers(TITLE, desk.http.ledger.exchanges, offer)


def _options(exchanges: Sequence[Exchange]) -> list[Option]:
    if not exchanges:
        return [Option("", "Nothing was asked of anybody yet.")]
    lines = [
        Option(str(number), _title(one), _remark(one), f"{one.why} {one.error}")
        for number, one in enumerate(exchanges)
    ]
    size = sum(one.size for one in exchanges)
    return [
        *lines,
        Option(_COPY, "Copy all of it", f"{len(exchanges):,} requests, {amount(size)}"),
        Option(_CLEAR, "Forget all of it"),
    ]


def _title(one: Exchange) -> str:
    sign = "✗" if one.error else "·" if one.status == 304 else "✓"
    return f"{sign}  {one.url.partition('://')[2]}"


def _remark(one: Exchange) -> str:
    when = f"{one.at.astimezone():%d %b %H:%M:%S}"
    return f"{one.purpose[:40]} · {one.result} · {one.seconds:.1f} s · {when}"


def _take(desk: Desk, exchanges: Sequence[Exchange], chosen: str) -> None:
    if chosen == _COPY:
        desk.view.copy("\n".join(one.line for one in exchanges) + "\n")
        desk.view.say(f"{len(exchanges):,} requests copied")
    elif chosen == _CLEAR:
        desk.write(desk.http.ledger.clear, lambda _: desk.view.say("The record is empty."))
    else:
        _show_one(desk, exchanges[int(chosen)])


def _show_one(desk: Desk, one: Exchange) -> None:
    """Show all that is known of a request; Enter copies it."""
    told = {
        "Address": one.url,
        "When": f"{one.at.astimezone():%Y-%m-%d %H:%M:%S}",
        "For": one.purpose,
        "Why": one.why,
        "Answer": one.result,
        "Took": f"{one.seconds:.2f} s",
        "Only if changed": "yes" if one.conditional else "no",
        "What went wrong": one.error or "nothing",
    }
    options = [Option(one.line, f"{name}: {value}") for name, value in told.items()]
    desk.chooser.offer(f"Request to {one.host}: Enter copies it", options, desk.view.copy)
