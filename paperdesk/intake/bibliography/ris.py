"""RIS as references: lines of a tag and a value, as Zotero, EndNote and publishers write it.

*Why not a library:* the one that is well kept loses the last record of a file that
was cut off, and stops at a line that comes before the first tag.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from paperdesk.domain.identifier import arxiv_from_doi, arxiv_id, doi
from paperdesk.domain.paper import Found
from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography import dates, markup, names
from paperdesk.intake.bibliography.tagged import those

_TAG = re.compile(r"^\s{0,3}([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$")
_YEAR = re.compile(r"\d{4}")

_KINDS = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "JFULL": "article-journal",
    "ABST": "article-journal", "INPR": "article-journal", "MGZN": "article-magazine",
    "NEWS": "article-newspaper", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "WHOLE": "book", "SER": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "THES": "thesis", "RPRT": "report",
    "STAND": "standard", "PAT": "patent", "DATA": "dataset", "DBASE": "dataset",
    "AGGR": "dataset", "COMP": "software", "ELEC": "webpage", "BLOG": "post-weblog",
    "ICOMM": "webpage", "UNPB": "manuscript", "MANSCPT": "manuscript", "PAMP": "pamphlet",
    "DICT": "entry-dictionary", "ENCYC": "entry-encyclopedia", "VIDEO": "motion_picture",
    "SLIDE": "speech", "MAP": "map", "PCOMM": "personal_communication", "BILL": "bill",
}  # fmt: skip
_VARIABLES = {
    "container-title": ("T2", "JF", "JO", "BT", "J1"), "container-title-short": ("JA", "J2"),
    "publisher": ("PB",), "publisher-place": ("CY", "PP"), "volume": ("VL",), "issue": ("IS",),
    "edition": ("ET",), "language": ("LA",), "collection-title": ("T3",), "genre": ("M3",),
    "number-of-pages": ("NV",), "source": ("DB", "DP"), "call-number": ("CN",),
    "title-short": ("ST",), "accessed": ("Y2",),
}  # fmt: skip

Record = Mapping[str, list[str]]


def references(text: str) -> list[Reference]:
    """The references of a file in their order."""
    return [_reference(line, record) for line, record in records(text)]


def records(text: str) -> Iterator[tuple[int, Record]]:
    """Each record with the line on which it begins; the last also without its end."""
    record: defaultdict[str, list[str]] = defaultdict(list)
    begun, last = 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        found = _TAG.match(line)
        if found is None:
            if last and line.strip():
                record[last][-1] = f"{record[last][-1]}\n{line.strip()}".strip()
            continue
        tag, value = found[1], (found[2] or "").strip()
        if tag in ("TY", "ER") and begun and record:
            yield begun, record
            record, begun, last = defaultdict(list), 0, ""
        if tag == "TY":
            record, begun = defaultdict(list), number
        if tag != "ER" and begun:
            record[tag].append(value)
            last = tag
    if begun:
        yield begun, record


def _reference(line: int, record: Record) -> Reference:
    title = markup.plain(_first(record, "TI", "T1", "CT", "BT", "T2"))
    key = _first(record, "ID").strip()
    if not title:
        where = f"line {line}"
        said = f"It has no title ({where})." if key else "It has no title."
        return Reference(key or where, error=said)
    authors = [names.listed(one) for tag in ("AU", "A1") for one in _said(record, tag)]
    editors = [names.listed(one) for tag in ("ED", "A2") for one in _said(record, tag)]
    parts = _day(record)
    named = next(filter(None, (doi(one) for tag in ("DO", "UR", "M3") for one in
                               _said(record, tag))), None)  # fmt: skip
    found = Found(
        title,
        tuple(names.shown(one) for one in authors or editors),
        markup.paragraphs("\n\n".join(_said(record, "AB") or _said(record, "N2"))),
        dates.as_date(parts),
        arxiv=_arxiv(record, named),
        doi=named,
        url=next((one for tag in ("UR", "LK", "L2") for one in _urls(record, tag)), None),
        fresh=False,
        citekey=key if re.fullmatch(r"[\w:./+-]+", key) and not key.isdigit() else "",
    )
    variables = _variables(record, title)
    variables |= {"author": authors} if authors else {}
    variables |= {"editor": editors} if editors else {}
    variables |= {"issued": {"date-parts": [list(parts)]}} if parts else {}
    kind = _KINDS.get(_first(record, "TY").upper(), "article" if found.arxiv else "document")
    return Reference(
        key or title,
        found,
        kind,
        json.dumps(variables, ensure_ascii=False),
        those([one for words in _said(record, "KW") for one in re.split(r"[;\n]", words)]),
        "\n\n".join(markup.markdown(one) for one in _said(record, "N1") + _said(record, "RN")),
        tuple(one.removeprefix("internal-pdf://") for one in _files(record)),
    )


def _said(record: Record, tag: str) -> list[str]:
    return [one for one in record.get(tag, ()) if one]


def _first(record: Record, *tags: str) -> str:
    return next((one for tag in tags for one in _said(record, tag)), "")


def _urls(record: Record, tag: str) -> list[str]:
    return [one for one in _said(record, tag) if re.match(r"https?://\S+$", one)]


def _files(record: Record) -> list[str]:
    listed = [part for tag in ("L1", "L4") for one in _said(record, tag) for part in one.split(";")]
    here = ("internal-pdf:", "file:")
    return [one.strip() for one in listed if "://" not in one or one.startswith(here)]


def _arxiv(record: Record, named: str | None) -> str | None:
    behind = arxiv_from_doi(named) if named else None
    tags = ("UR", "L1", "L2", "M3", "T2", "JO", "JF", "N1", "AN")
    texts = [one for tag in tags for one in _said(record, tag) if "arxiv" in one.lower()]
    found = [behind, *map(arxiv_id, texts)]
    return next((one.base for one in found if one), None)


def _day(record: Record) -> dates.Parts:
    """The most that any of the tags for a date says, of the same year."""
    tried = [dates.parts(one) for tag in ("PY", "Y1", "DA") for one in _said(record, tag)]
    known = [parts for parts in tried if parts]
    same = [parts for parts in known if parts[0] == known[0][0]]
    return max(same, key=len, default=())


def _variables(record: Record, title: str) -> dict[str, object]:
    said: dict[str, object] = {}
    for name, tags in _VARIABLES.items():
        text = markup.plain(_first(record, *tags))
        if text and text != title:
            said[name] = text
    first, last = _first(record, "SP"), _first(record, "EP")
    if first:
        said["page"] = f"{first}-{last}" if last and last != first and "-" not in first else first
    for number in _said(record, "SN"):
        plain = re.sub(r"[^0-9Xx]", "", number.split("(")[0])
        said["ISSN" if len(plain) == 8 else "ISBN"] = number
    return said
