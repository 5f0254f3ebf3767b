"""What an entry of BibTeX says, as a reference."""

import json
import re
from collections.abc import Mapping

from paperdesk.domain.identifier import arxiv_from_doi, arxiv_id, doi
from paperdesk.domain.paper import Found
from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography import attached, dates, names, tex
from paperdesk.intake.bibliography.bibtex import Record
from paperdesk.intake.bibliography.tagged import tags

_KINDS = {
    "article": "article-journal", "inproceedings": "paper-conference",
    "conference": "paper-conference", "proceedings": "book", "book": "book", "mvbook": "book",
    "collection": "book", "booklet": "pamphlet", "inbook": "chapter", "incollection": "chapter",
    "bookinbook": "chapter", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "bachelorsthesis": "thesis", "techreport": "report", "report": "report", "manual": "report",
    "unpublished": "manuscript", "dataset": "dataset", "software": "software", "patent": "patent",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "inreference":
    "entry-encyclopedia", "preprint": "article", "standard": "standard", "video": "motion_picture",
}  # fmt: skip
_VARIABLES = {
    "container-title": ("journal", "journaltitle", "booktitle", "maintitle"),
    "container-title-short": ("shortjournal",),
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "publisher-place": ("address", "location"),
    "volume": ("volume",), "issue": ("number", "issue"), "page": ("pages",),
    "number-of-pages": ("pagetotal",), "edition": ("edition",), "ISBN": ("isbn",),
    "ISSN": ("issn",), "PMID": ("pmid",), "PMCID": ("pmcid",), "language": ("language", "langid"),
    "collection-title": ("series",), "event-title": ("eventtitle",), "genre": ("type",),
    "version": ("version",), "accessed": ("urldate",), "title-short": ("shorttitle",),
    "chapter-number": ("chapter",), "source": ("archive",), "note": ("note",),
}  # fmt: skip
_NUMBERED = frozenset({"report", "patent", "standard"})
"""Kinds whose number is a number of their own, and no issue of something."""

_CREATORS = {"author": "author", "editor": "editor", "translator": "translator",
             "bookauthor": "container-author", "director": "director"}  # fmt: skip
_LEFT = frozenset({"groups", "owner", "timestamp", "creationdate", "modificationdate"})
_ABSTRACTS = ("abstract", "summary")
_NOTES = ("annote", "annotation", "review", "comment")


def reference(record: Record) -> Reference:
    """An entry as a reference; with an error where it names no paper."""
    fields = record.fields
    title = _title(fields)
    if record.error or not title:
        return _faulty(record)
    creators = {csl: _people(fields, name) for name, csl in _CREATORS.items()}
    parts = dates.parts(
        tex.plain(fields.get("date") or fields.get("year", "")),
        tex.plain(fields.get("month", "")),
        fields.get("day", ""),
    )
    named = doi(tex.plain(fields.get("doi", "")))
    found = Found(
        title,
        tuple(names.shown(one) for one in creators["author"] or creators["editor"]),
        _first(fields, _ABSTRACTS),
        dates.as_date(parts),
        arxiv=_arxiv(fields, named),
        doi=named,
        url=_url(fields),
        fresh=False,
        citekey=record.key if re.fullmatch(r"[^\s,{}\"#%~\\]+", record.key) else "",
        extra={"comment": tex.plain(fields.get("note", ""))},
    )
    kind = _kind(record.kind, found)
    variables = {**{name: one for name, one in creators.items() if one}, **_variables(fields, kind)}
    if parts:
        variables["issued"] = {"date-parts": [list(parts)]}
    return Reference(
        record.key or title,
        found,
        kind,
        json.dumps(variables, ensure_ascii=False),
        tags(tex.plain(fields.get("keywords", "") or fields.get("mendeley-tags", ""))),
        _note(fields),
        attached.paths(fields.get("file", "")) or _pdf(fields),
        _groups(fields.get("groups", "")),
        _listed(fields.get("related", "")),
    )


def _faulty(record: Record) -> Reference:
    line = f"line {record.line}"
    if record.error or not record.key:
        return Reference(line, error=record.error or "It has no title.")
    return Reference(record.key, error=f"It has no title ({line}).")


def _title(fields: Mapping[str, str]) -> str:
    title = tex.plain(fields.get("title", "") or fields.get("booktitle", ""))
    below = tex.plain(fields.get("subtitle", ""))
    return f"{title}: {below}" if title and below else title


def _people(fields: Mapping[str, str], name: str) -> list[names.Name]:
    return names.people(fields[name]) if fields.get(name) else []


def _first(fields: Mapping[str, str], wanted: tuple[str, ...]) -> str:
    return next((tex.paragraphs(fields[name]) for name in wanted if fields.get(name)), "")


def _arxiv(fields: Mapping[str, str], named: str | None) -> str | None:
    """The arXiv id that an entry names: by its eprint, its DOI, its address or its journal."""
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").lower()
    eprint = fields.get("eprint", "")
    texts = [eprint] if archive in ("", "arxiv") else []
    texts += [fields[name] for name in ("url", "journal", "note") if _says(fields, name)]
    behind = arxiv_from_doi(named) if named else None
    found = [behind, *(arxiv_id(tex.plain(text)) for text in texts if text)]
    return next((one.base for one in found if one), None)


def _says(fields: Mapping[str, str], name: str) -> bool:
    return "arxiv" in fields.get(name, "").lower()


def _url(fields: Mapping[str, str]) -> str | None:
    """An address of the web, without TeX around it."""
    for name in ("url", "link", "ee", "howpublished"):
        found = re.search(r"https?://[^\s{}]+", fields.get(name, "").replace("\\", ""))
        if found:
            return found[0]
    return None


def _kind(kind: str, found: Found) -> str:
    if kind in _KINDS:
        return _KINDS[kind]
    return "article" if found.arxiv else "webpage" if found.url else "document"


def _variables(fields: Mapping[str, str], kind: str) -> dict[str, object]:
    said: dict[str, object] = {}
    for name, wanted in _VARIABLES.items():
        text = next((tex.plain(fields[one]) for one in wanted if fields.get(one)), "")
        if text:
            said[name] = text
    if kind in _NUMBERED and "issue" in said:
        said["number"] = said.pop("issue")
    if "page" in said:
        said["page"] = re.sub(r"\s*[-–—]+\s*", "-", str(said["page"]))
    return said


def _note(fields: Mapping[str, str]) -> str:
    """What somebody wrote: the note, unless it only says where the paper is."""
    texts = [_first(fields, (name,)) for name in ("note", *_NOTES)]
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def _pdf(fields: Mapping[str, str]) -> tuple[str, ...]:
    """As old JabRef and others write it: one path in a field of its own."""
    path = fields.get("pdf", "") or fields.get("localfile", "")
    return (path.strip(),) if path and "://" not in path else ()


def _groups(text: str) -> tuple[str, ...]:
    """Collections that JabRef keeps in a field: their names, commas between."""
    return tuple(one.replace("\\", "") for one in _listed(text))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in re.split(r"(?<!\\),", text) if one.strip())
