"""The JSON that Better BibTeX exports: Zotero's items as they are, with all that hangs on them."""

import json
import re
from collections.abc import Mapping
from typing import Any

from paperdesk.domain.identifier import arxiv_from_doi, arxiv_id, doi
from paperdesk.domain.paper import Found
from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography import dates, markup, names, zoterofields
from paperdesk.intake.bibliography.tagged import those

Item = Mapping[str, Any]

_BESIDE = frozenset(("attachment", "note", "annotation"))
_DEEPEST = 20


def is_item(value: object) -> bool:
    """Whether something is an item of Zotero."""
    return isinstance(value, dict) and isinstance(value.get("itemType"), str)


def references(whole: Item) -> list[Reference]:
    """The items of a file, each with its notes, files, tags and collections."""
    groups = _groups(whole.get("collections"))
    items = [one for one in whole["items"] if is_item(one)]
    named = {str(one.get(name)): _name(one) for one in items for name in ("itemID", "key", "uri")}
    return [_reference(one, groups, named) for one in items if one["itemType"] not in _BESIDE]


def _name(item: Item) -> str:
    return _text(item, "citationKey", "citekey") or _text(item, "title")


def _reference(item: Item, groups: Mapping[str, list[str]], named: Mapping[str, str]) -> Reference:
    title, extra = markup.plain(_text(item, "title")), _text(item, "extra")
    key = _text(item, "citationKey", "citekey") or zoterofields.key_of(extra)
    if not title:
        return Reference(key or "an item", error=f"The item “{key}” has no title.")
    people = _people(item.get("creators"))
    parts = dates.parts(_text(item, "date"))
    identifier = doi(_text(item, "DOI") or zoterofields.doi_of(extra) or _text(item, "url"))
    found = Found(
        title,
        tuple(names.shown(one) for one in people.get("author") or people.get("editor") or ()),
        markup.paragraphs(_text(item, "abstractNote")),
        dates.as_date(parts),
        arxiv=_arxiv(item, identifier),
        doi=identifier,
        url=_text(item, "url") if re.match(r"https?://\S+$", _text(item, "url")) else None,
        fresh=False,
        citekey=key,
    )
    variables: dict[str, object] = dict(people)
    for name, csl in zoterofields.VARIABLES.items():
        if text := _text(item, name):
            variables.setdefault(csl, text)
    variables |= {"issued": {"date-parts": [list(parts)]}} if parts else {}
    ids = [str(item.get(name)) for name in ("itemID", "key")]
    return Reference(
        key or title,
        found,
        zoterofields.KINDS.get(str(item["itemType"]), "document"),
        json.dumps(variables, ensure_ascii=False),
        those([_inner(one, "tag") for one in _list(item, "tags")]),
        "\n\n".join(markup.markdown(_inner(one, "note")) for one in _list(item, "notes")),
        tuple(filter(None, (_inner(one, "path") for one in _list(item, "attachments")))),
        tuple(path for one in ids for path in groups.get(one, ())),
        tuple(filter(None, (named.get(one) for one in _related(item)))),
    )


def _text(item: Item, *fields: str) -> str:
    said = (item.get(name) for name in fields)
    return next((str(one).strip() for one in said if isinstance(one, str | int) and one), "")


def _list(item: Item, name: str) -> list[Any]:
    value = item.get(name)
    return value if isinstance(value, list) else []


def _inner(value: object, name: str) -> str:
    """What something says under a name, or what it is."""
    inside = value.get(name) if isinstance(value, dict) else value
    return inside if isinstance(inside, str) else ""


def _people(value: object) -> dict[str, list[names.Name]]:
    people: dict[str, list[names.Name]] = {}
    for one in value if isinstance(value, list) else ():
        role = zoterofields.CREATORS.get(_inner(one, "creatorType")) if is_dict(one) else None
        if role:
            name = {"family": _inner(one, "lastName"), "given": _inner(one, "firstName")}
            whole = _inner(one, "name")
            said = {"literal": whole} if whole else {part: x for part, x in name.items() if x}
            if said:
                people.setdefault(role, []).append(said)
    return people


def is_dict(value: object) -> bool:
    """Whether something has names."""
    return isinstance(value, dict)


def _arxiv(item: Item, named: str | None) -> str | None:
    behind = arxiv_from_doi(named) if named else None
    fields = ("archiveID", "url", "extra", "publicationTitle")
    said = [_text(item, name) for name in fields]
    found = [behind, *(arxiv_id(one) for one in said if "arxiv" in one.lower())]
    return next((one.base for one in found if one), None)


def _related(item: Item) -> list[str]:
    relations = item.get("relations")
    said = relations.get("dc:relation") if isinstance(relations, dict) else relations
    listed = said if isinstance(said, list) else [said]
    return [one for one in listed if isinstance(one, str)]


def _groups(value: object) -> dict[str, list[str]]:
    """The collections of items, by the items' numbers: each the path of its names."""
    by_key = value if isinstance(value, dict) else {}
    found: dict[str, list[str]] = {}
    for key, one in by_key.items():
        for item in _list(one, "items") if is_dict(one) else ():
            found.setdefault(str(item), []).append(_path(key, by_key))
    return found


def _path(key: object, by_key: Mapping[Any, Any]) -> str:
    parts: list[str] = []
    while is_dict(by_key.get(key)) and len(parts) < _DEEPEST:
        one = by_key[key]
        parts.insert(0, _text(one, "name", "title").replace("/", "∕") or "Collection")
        key = one.get("parent") or None
    return "/".join(parts)
