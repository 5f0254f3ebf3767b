"""CSL-JSON as references: what citation styles speak, and what Zotero and Pandoc write."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.identifier import arxiv_from_doi, arxiv_id, doi
from paperdesk.domain.paper import Found
from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography import dates, markup, names, zoterojson
from paperdesk.intake.bibliography.tagged import tags

Item = Mapping[str, Any]

_PEOPLE = ("author", "editor", "translator", "container-author", "director", "collection-editor")
_DATES = ("issued", "accessed", "original-date", "event-date", "submitted", "available-date")
_OWN = frozenset(("id", "type", "title", "abstract", "keyword", "categories", "note", "annote",
                  "citation-key", "citation-label", "DOI", "URL"))  # fmt: skip
_PARTS = ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")
_WORDS = re.compile(r"^arxiv\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Broken:
    """Where a file ends that should go on, in a sentence."""

    said: str


def references(text: str, name: str) -> list[Reference]:
    """The references of a file in their order; of one that is cut off, those before."""
    items = list(_items(text, name))
    if len(items) == 1 and isinstance(items[0], dict) and "items" in items[0]:
        inside = items[0]
        found = inside["items"]
        if isinstance(found, list) and any(zoterojson.is_item(one) for one in found):
            return zoterojson.references(inside)
        items = found if isinstance(found, list) else [found]
    return [_read(number, one) for number, one in enumerate(items, start=1)]


def _items(text: str, name: str) -> Iterator[object]:
    """The values of a list one by one, so that a broken one costs only those behind it."""
    text = text.strip().lstrip("\ufeff")
    decoder = json.JSONDecoder()
    at = 1 if text.startswith("[") else 0
    while True:
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        if at >= len(text) or text[at] == "]":
            return
        try:
            value, at = decoder.raw_decode(text, at)
        except ValueError as error:
            line = text.count("\n", 0, at) + 1
            if at <= 1:
                raise BadDocument(f"{name} is no JSON that can be read: it is broken.") from error
            yield _Broken(
                f"The file is broken or cut off in line {line}: what follows is not read."
            )
            return
        yield value


def _read(number: int, item: object) -> Reference:
    entry = f"entry {number}"
    if not isinstance(item, dict):
        said = item.said if isinstance(item, _Broken) else "It is no reference."
        return Reference(entry, error=said)
    title = markup.plain(_text(item.get("title")) or _text(item.get("container-title")))
    key = _text(item.get("citation-key") or item.get("citation-label") or item.get("id"))
    if not title:
        said = f"It has no title ({entry})." if key else "It has no title."
        return Reference(key or entry, error=said)
    return _reference(item, title, key)


def _reference(item: Item, title: str, key: str) -> Reference:
    people = {name: _people(item.get(name)) for name in _PEOPLE}
    parts = _day(item.get("issued"))
    named = doi(_text(item.get("DOI"))) or doi(_text(item.get("URL")))
    variables: dict[str, object] = {name: one for name, one in people.items() if one}
    variables |= _variables(item)
    found = Found(
        title,
        tuple(names.shown(one) for one in people["author"] or people["editor"]),
        markup.paragraphs(_text(item.get("abstract"))),
        dates.as_date(parts),
        arxiv=_arxiv(item, named),
        doi=named,
        url=_url(_text(item.get("URL"))),
        fresh=False,
        citekey=key if re.fullmatch(r"[^\s,{}\"#%~\\/]+", key) and not key.isdigit() else "",
        extra={"comment": _text(item.get("note"))},
    )
    note = "\n\n".join(filter(None, (_text(item.get("note")), _text(item.get("annote")))))
    return Reference(
        key or title,
        found,
        _text(item.get("type")) or "document",
        json.dumps(variables, ensure_ascii=False),
        tags(_text(item.get("keyword"))),
        markup.markdown(note),
    )


def _text(value: object) -> str:
    """A value as text: numbers are some, lists and the like are none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def _people(value: object) -> list[names.Name]:
    if isinstance(value, str):
        return [names.listed(one) for one in value.split(";") if one.strip()]
    made = [_person(one) for one in value if one] if isinstance(value, list) else []
    return [one for one in made if one]


def _person(value: object) -> names.Name:
    if isinstance(value, str):
        return names.listed(value)
    if not isinstance(value, dict):
        return {}
    said = {part: markup.plain(_text(value.get(part))) for part in _PARTS}
    name = {part: text for part, text in said.items() if text}
    return name if name.get("family") or name.get("literal") else (
        {"literal": names.shown(name)} if name else {}
    )  # fmt: skip


def _day(value: object) -> dates.Parts:
    """A date of CSL: parts, else in words."""
    if isinstance(value, str):
        return dates.parts(value)
    if not isinstance(value, dict):
        return ()
    listed = value.get("date-parts")
    if isinstance(listed, list) and listed and isinstance(listed[0], list):
        numbers = [int(_text(one)) for one in listed[0][:3] if _text(one).isdigit()]
        return dates.sound(tuple(numbers)) if numbers else ()
    return dates.parts(_text(value.get("raw") or value.get("literal")))


def _variables(item: Item) -> dict[str, object]:
    """All else that an entry says, as far as it is what CSL has there."""
    said: dict[str, object] = {}
    for name, value in item.items():
        if name in _DATES:
            parts = _day(value)
            said |= {name: {"date-parts": [list(parts)]}} if parts else {}
        elif name not in _OWN and name not in _PEOPLE and _text(value):
            said[str(name)] = markup.plain(_text(value))
    return said


def _arxiv(item: Item, named: str | None) -> str | None:
    behind = arxiv_from_doi(named) if named else None
    texts = [_text(item.get(name)) for name in ("URL", "number", "archive_location", "note")]
    texts += [_text(item.get("container-title"))]
    found = [behind, *(arxiv_id(one) for one in texts if "arxiv" in one.lower())]
    return next((one.base for one in found if one), None)


def _url(text: str) -> str | None:
    return text if re.match(r"https?://\S+$", text) else None
