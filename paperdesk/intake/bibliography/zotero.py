"""What Zotero exports as RDF: items with their notes, files, tags, collections and kin.

A file of strangers: it may declare no entities, and depth and number have an end.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.identifier import arxiv_from_doi, arxiv_id, doi
from paperdesk.domain.paper import Found
from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography import dates, markup, names, zoterofields
from paperdesk.intake.bibliography.tagged import those

_DEEPEST = 60
_SPACES = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.zotero.org/namespaces/export#": "z",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/net/biblio#": "bib",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "http://purl.org/rss/1.0/modules/link/": "link",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://nwalsh.com/rdf/vCard#": "vcard",
}
_CONTAINERS = frozenset(("bib:Journal", "bib:Book", "bib:Periodical", "bib:Proceedings",
                         "bib:Series", "bib:Website", "bib:Newspaper", "bib:Magazine",
                         "z:Blog", "z:Website", "z:Dictionary", "z:Encyclopedia", "bib:Journal",
                         "z:Forum", "z:Program"))  # fmt: skip
_PEOPLE = {"bib:authors": "author", "bib:editors": "editor", "z:translators": "translator",
           "z:programmers": "author", "z:presenters": "author", "z:inventors": "author",
           "z:bookAuthors": "container-author", "z:seriesEditors": "collection-editor"}  # fmt: skip
_VARIABLES = {
    "container-title": "dc:title", "container-title-short": "dcterms:alternative",
    "volume": "prism:volume", "issue": "prism:number",
}  # fmt: skip
_OWN = {
    "page": "bib:pages", "edition": "prism:edition", "language": "z:language", "genre": "z:type",
    "volume": "prism:volume", "issue": "prism:number", "number-of-pages": "z:numPages",
    "number": "z:number", "source": "z:libraryCatalog", "title-short": "z:shortTitle",
    "archive": "z:archive", "version": "z:versionNumber",
}  # fmt: skip


@dataclass(slots=True)
class Node:
    """An element: its name, what it refers to, what is in it."""

    name: str
    about: str = ""
    resource: str = ""
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    def all(self, name: str) -> Iterator["Node"]:
        """The elements in it of a name."""
        return (one for one in self.children if one.name == name)

    def first(self, name: str) -> "Node | None":
        """The first element in it of a name."""
        return next(self.all(name), None)

    def said(self, name: str) -> str:
        """The words of the first element of a name."""
        found = self.first(name)
        return found.words() if found else ""

    def words(self) -> str:
        """Its words, also where they stand in a value."""
        inner = self.first("rdf:value")
        return (inner.text if inner else self.text).strip()

    def deep(self, name: str) -> Iterator["Node"]:
        """The elements anywhere in it of a name."""
        for one in self.children:
            if one.name == name:
                yield one
            yield from one.deep(name)


def references(text: str, name: str) -> list[Reference]:
    """The items of a file in their order."""
    root = _parsed(text, name)
    tops = root.children
    by_id = {one.about: one for one in tops if one.about}
    items = [one for one in tops if _is_item(one)]
    named = {one.about: _name(one) for one in items}
    groups = _groups(by_id)
    return [_Item(one, by_id, groups.get(one.about, ()), named).reference() for one in items]


def _is_item(node: Node) -> bool:
    """Whether an element is an item by itself: no container, note, file or collection."""
    kind = node.said("z:itemType")
    if kind in ("attachment", "note", "annotation") or node.name in (
        "z:Attachment", "bib:Memo", "z:Collection", "z:UserItem",
    ):  # fmt: skip
        return False
    return bool(kind) or (node.name not in _CONTAINERS and node.first("dc:title") is not None)


def _name(node: Node) -> str:
    return _key(node) or markup.plain(node.said("dc:title"))


def _key(node: Node) -> str:
    return node.said("z:citationKey") or zoterofields.key_of(node.said("dc:description"))


class _Item:
    """One item, and where what belongs to it stands."""

    def __init__(
        self,
        node: Node,
        by_id: Mapping[str, Node],
        groups: Sequence[str],
        named: Mapping[str, str],
    ) -> None:
        self._node = node
        self._by_id = by_id
        self._groups = groups
        self._named = named

    def reference(self) -> Reference:
        """The item as a reference."""
        node, key = self._node, _key(self._node)
        title = markup.plain(node.said("dc:title"))
        if not title:
            return Reference(key or node.about, error=f"The item {node.about} has no title.")
        people: dict[str, list[names.Name]] = {csl: [] for csl in _PEOPLE.values()}
        for role, csl in _PEOPLE.items():
            people[csl] += self._people(role)
        parts = dates.parts(node.said("dc:date"))
        named, url = self._identifiers()
        found = Found(
            title,
            tuple(names.shown(one) for one in people["author"] or people["editor"]),
            markup.paragraphs(node.said("dcterms:abstract")),
            dates.as_date(parts),
            arxiv=self._arxiv(named, url),
            doi=named,
            url=url,
            fresh=False,
            citekey=key,
        )
        variables = {**{csl: one for csl, one in people.items() if one}, **self._variables()}
        variables |= {"issued": {"date-parts": [list(parts)]}} if parts else {}
        kind = zoterofields.KINDS.get(node.said("z:itemType"), "document")
        return Reference(
            key or title,
            found,
            kind,
            json.dumps(variables, ensure_ascii=False),
            those([one.words() or _inner(one) for one in node.all("dc:subject")]),
            "\n\n".join(markup.markdown(one.words()) for one in self._notes()),
            tuple(self._files()),
            tuple(self._groups),
            tuple(
                self._named[one.resource]
                for one in node.all("dc:relation")
                if one.resource in self._named
            ),
        )

    def _linked(self, name: str) -> Iterator[Node]:
        """What the item refers to by a name, or holds in it."""
        for one in self._node.all(name):
            if one.resource in self._by_id:
                yield self._by_id[one.resource]
            yield from one.children

    def _people(self, name: str) -> list[names.Name]:
        found = self._node.first(name)
        people = found.deep("foaf:Person") if found else ()
        made = []
        for one in people:
            family = one.said("foaf:surname")
            given = one.said("foaf:givenName") or one.said("foaf:givenname")
            made.append({"family": family, "given": given} if given else {"literal": family})
        return [name for name in made if any(name.values())]

    def _identifiers(self) -> tuple[str | None, str | None]:
        """The DOI and the address: its own, those of what it is in, or in its extra words."""
        texts = [self._node.said("dc:description")]
        url = None
        for node in (self._node, *self._linked("dcterms:isPartOf")):
            for one in node.all("dc:identifier"):
                address = one.first("dcterms:URI")
                if address is None:
                    texts.append(one.words())
                elif node is self._node:
                    url = url or address.words()
        named = doi(zoterofields.doi_of(texts[0])) or next(
            filter(None, (doi(one) for one in (*texts[1:], url or ""))), None
        )
        return named, url if url and re.match(r"https?://\S+$", url) else None

    def _arxiv(self, named: str | None, url: str | None) -> str | None:
        behind = arxiv_from_doi(named) if named else None
        node = self._node
        texts = [url or "", node.said("dc:description"), node.said("prism:number")]
        found = [behind, *(arxiv_id(one) for one in texts if "arxiv" in one.lower())]
        return next((one.base for one in found if one), None)

    def _variables(self) -> dict[str, object]:
        said: dict[str, object] = {}
        for inside in self._linked("dcterms:isPartOf"):
            said = {**_of_container(inside), **said}
        for csl, name in _OWN.items():
            if text := markup.plain(self._node.said(name)):
                said[csl] = text
        for one in self._linked("dc:publisher"):
            said |= {"publisher": one.said("foaf:name")} if one.said("foaf:name") else {}
            place = next((x.words() for x in one.deep("vcard:locality")), "")
            said |= {"publisher-place": place} if place else {}
        return said

    def _notes(self) -> Iterator[Node]:
        return (one for one in self._linked("dcterms:isReferencedBy") if one.name == "bib:Memo")

    def _files(self) -> Iterator[str]:
        for one in self._linked("link:link"):
            path = one.first("rdf:resource")
            if path is not None and path.resource:
                yield path.resource


def _of_container(inside: Node) -> dict[str, object]:
    """What is known of the journal, the book or the series that an item is in."""
    said: dict[str, object] = {}
    series = inside.name == "bib:Series"
    for csl, name in _VARIABLES.items():
        if text := markup.plain(inside.said(name)):
            said["collection-title" if series and csl == "container-title" else csl] = text
    for one in inside.all("dc:identifier"):
        kind, _, number = one.words().partition(" ")
        if kind in ("ISSN", "ISBN") and number:
            said.setdefault(kind, number)
    return said


def _inner(node: Node) -> str:
    """The words of a tag that Zotero set by itself."""
    return next((one.words() for one in node.children), "")


def _groups(by_id: Mapping[str, Node]) -> dict[str, list[str]]:
    """The collections of each item, as paths."""
    collections = {name: one for name, one in by_id.items() if one.name == "z:Collection"}
    above = {
        part.resource: name
        for name, one in collections.items()
        for part in one.all("dcterms:hasPart")
        if part.resource in collections
    }
    found: dict[str, list[str]] = {}
    for name, one in collections.items():
        for part in one.all("dcterms:hasPart"):
            if part.resource not in collections:
                found.setdefault(part.resource, []).append(_path(name, above, collections))
    return found


def _path(name: str, above: Mapping[str, str], collections: Mapping[str, Node]) -> str:
    parts: list[str] = []
    at: str | None = name
    while at is not None and len(parts) < _DEEPEST:
        parts.insert(0, collections[at].said("dc:title").replace("/", "∕") or "Collection")
        at = above.get(at)
    return "/".join(parts)


def _parsed(text: str, name: str) -> Node:
    """The elements of a file; of one that is broken, those before."""
    walk = _Walk()
    text = re.sub(r"<\?xml[^>]*\?>", "", text, count=1).strip("\ufeff \n")
    try:
        walk.parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003
    except expat.ExpatError as error:
        if not walk.root.children:
            said = expat.ErrorString(error.code)
            raise BadDocument(
                f"{name} is broken in line {error.lineno} ({said}). Export it again."
            ) from error
    return walk.root


class _Walk:
    """Builds the elements as they are met."""

    def __init__(self) -> None:
        self.root = Node("rdf:RDF")
        self._open: list[Node] = []
        self._deep = 0
        self.parser = expat.ParserCreate(namespace_separator="\t")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = _refuse

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._deep += 1
        if self._deep > _DEEPEST:
            raise BadDocument("The file is nested too deep to be what Zotero exports.")
        if self._deep == 1:
            self._open.append(self.root)
            return
        said = {_short(key): value for key, value in attributes.items()}
        node = Node(_short(name), said.get("rdf:about", ""), said.get("rdf:resource", ""))
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, _: str) -> None:
        self._deep -= 1
        self._open.pop()

    def _words(self, data: str) -> None:
        self._open[-1].text += data


def _refuse(*_: object) -> None:
    raise BadDocument("The file declares entities, as nothing that Zotero exports does.")


def _short(name: str) -> str:
    """A name with the prefix that Zotero gives it."""
    space, _, local = name.rpartition("\t")
    return f"{_SPACES.get(space, '')}:{local}"
