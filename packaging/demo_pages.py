"""A demonstration paper set in two columns, with outline, links and page labels."""

from pathlib import Path
from typing import Any

import pymupdf
from demo_columns import Columns, Sheet, page_of
from demo_figures import draw
from demo_source import Json, Source

from paperdesk.infra.latex import plain, rich

NOTE = (
    "Written for PaperDesk, as something to read while trying it. "
    "The people, the study and its numbers are invented."
)


def typeset(paper: Json, source: Source, target: Path, stamp: str) -> None:
    """Write the PDF of a paper."""
    sheet = Sheet(*map(float, _list(source.head["sheet"])))
    columns = _balanced(sheet, paper, source)
    document = columns.document()
    for page in document:
        page.wrap_contents()
        _margins(page, sheet, source.head)
    for page_number, box, drawing in columns.drawings:
        draw(document[page_number], box, drawing)
    _links(document, columns.places)
    _describe(document, paper, source, stamp)
    document.set_toc(_outline(columns.places))
    document.subset_fonts()
    partial = target.with_suffix(".partial")
    document.save(partial, garbage=4, deflate=True, no_new_id=True)
    partial.replace(target)


def _balanced(sheet: Sheet, paper: Json, source: Source) -> Columns:
    """The paper in columns that end at one height on the last page."""
    columns = _filled(Columns(sheet), paper, source)
    page, end = columns.used
    for more in range(0, 80, 8):
        tried = _filled(Columns(sheet, (page, end + more)), paper, source)
        if tried.used[0] == page:
            return tried
    return columns


def _filled(columns: Columns, paper: Json, source: Source) -> Columns:
    columns.head(_title(paper, source))
    for block in source.blocks:
        columns.add(block)
    return columns


def _title(paper: Json, source: Source) -> str:
    authors = " &ensp; ".join(rich(str(name)) for name in _list(paper["authors"]))
    abstract = rich(str(paper["abstract"])).replace("&#x27;", "’")
    return page_of(
        f'<p class="title">{rich(str(paper["title"]))}</p><p class="authors">{authors}</p>'
        f'<p class="place">{source.head["place"]}</p>'
        f'<h2 class="abstract" id="abstract">Abstract</h2><p class="abstract">{abstract}</p>'
    )


def _links(document: pymupdf.Document, places: list[Any]) -> None:
    """Links inside the paper, from every pointer to what it points to."""
    targets = {place.id: place for place in places if place.id and place.open_close & 1}
    for link in places:
        if link.href and link.open_close & 1:
            target = targets[link.href.removeprefix("#")]
            top = pymupdf.Point(target.rect[0], max(0, target.rect[1] - 8))
            goto = {"kind": pymupdf.LINK_GOTO, "page": target.page_num, "to": top}
            document[link.page_num].insert_link({**goto, "from": pymupdf.Rect(link.rect)})


def _outline(places: list[Any]) -> list[list[object]]:
    """The table of contents, from the headings as they were placed."""
    items: list[list[object]] = []
    for place in places:
        if place.heading and place.open_close & 1:
            title = " ".join(place.text.replace("\u2002", " ").split())
            to = {"kind": pymupdf.LINK_GOTO, "to": pymupdf.Point(place.rect[0], place.rect[1] - 8)}
            items.append([place.heading - 1, title, place.page_num + 1, to])
    return items


def _describe(document: pymupdf.Document, paper: Json, source: Source, stamp: str) -> None:
    """Title and authors in the file, and the numbers printed on the pages as labels."""
    first = {"startpage": 0, "prefix": "", "style": "D", "firstpagenum": source.head["first_page"]}
    document.set_page_labels([first])
    document.set_metadata(
        {
            "title": plain(str(paper["title"])),
            "author": ", ".join(plain(name) for name in _list(paper["authors"])),
            "keywords": stamp,
            "creationDate": f"D:{str(paper['published']).replace('-', '')}090000Z",
        }
    )


def _margins(page: pymupdf.Page, sheet: Sheet, head: Json) -> None:
    """Running head and page number; on the first page where it is from, and a note."""
    font = pymupdf.Font("tiro")
    is_first = page.number == 0
    number = str(int(str(head["first_page"])) + page.number)
    ink = pymupdf.TextWriter(page.rect, color=(0.35, 0.36, 0.4))
    middle = page.rect.width / 2 - font.text_length(number, 9) / 2
    ink.append((middle, sheet.height - sheet.margin / 2), number, font, 9)
    ink.append(
        (sheet.margin, sheet.top - 22), str(head["venue" if is_first else "short"]), font, 8.5
    )
    rule = (sheet.top - 17, sheet.margin, sheet.width - sheet.margin)
    if is_first:
        rule = (sheet.bottom - 22, sheet.margin, sheet.margin + 60)
        for at, line in enumerate(_wrapped(NOTE, font, sheet.column)):
            ink.append((sheet.margin, sheet.bottom - 12 + 9 * at), line, font, 7.4)
    ink.write_text(page)
    page.draw_line((rule[1], rule[0]), (rule[2], rule[0]), color=(0.6, 0.6, 0.63), width=0.4)


def _wrapped(text: str, font: pymupdf.Font, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.text_length(longer, 7.4) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
