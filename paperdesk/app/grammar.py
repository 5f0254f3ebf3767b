"""The words of the command line: verbs that exist, and what follows them."""

import argparse
from datetime import date

VERBS: dict[str, str] = {
    "fetch": "ask the sources for what is new",
    "list": "list papers of the feed and the library",
    "show": "show a paper with its note and highlights",
    "add": "add papers by arXiv id, DOI or link, and PDFs",
    "search": "search papers, full texts, notes and highlights",
    "tag": "put tags on papers (+name) or take them off (-name)",
    "state": "put papers into a state",
    "note": "show, extend or rewrite the note of a paper",
    "export": "write papers to a folder as Markdown",
    "import": "bring in bibliographies, saved papers pages, and sources of OPML files",
    "index": "bring the search index up to date",
    "backup": "copy the library to its folder of backups, or to a file",
    "restore": "put a backup in the library's place, which is backed up before",
    "doctor": "look the library over, and put right what can be",
    "run": "run a command of the window by its id",
}


def parser(version: str) -> argparse.ArgumentParser:
    """The grammar of the command line."""
    top = argparse.ArgumentParser(
        prog="paperdesk",
        description="Keep up with, read and remember research papers. "
        "Without a verb the window opens; --demo opens it on a small library of samples.",
    )
    top.add_argument("--version", action="version", version=f"PaperDesk {version}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    made = {
        name: verbs.add_parser(name, help=help_, description=help_) for name, help_ in VERBS.items()
    }
    for name, add in _ARGUMENTS.items():
        add(made[name])
        made[name].add_argument("--json", action="store_true", help="one JSON value on stdout")
    return top


def _fetch(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--source", help="the name or id of one source")
    verb.add_argument("--date", type=day, help="one day, as 2026-05-29")


def _list(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("query", nargs="?", default="", help="such as state:inbox tag:rl")
    verb.add_argument("--limit", type=count, help="at most so many")


def _show(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("paper", help="id, citation key, arXiv id or DOI")


def _add(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("what", nargs="+", help="arXiv ids, DOIs, links that hold one; PDFs")


def _search(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("query", help="words, phrases, author: title: tag: state: in: year:")
    verb.add_argument("--limit", type=count, default=20, help="at most so many hits")


def _tag(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("words", nargs=argparse.REMAINDER, metavar="PAPER… +name -name")


def _state(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("state", help="new, dismissed, inbox, later, shortlist, archive or trash")
    verb.add_argument("papers", nargs="+", metavar="PAPER")


def _note(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("paper", help="id, citation key, arXiv id or DOI")
    how = verb.add_mutually_exclusive_group()
    how.add_argument("--append", metavar="TEXT", help="add a paragraph")
    how.add_argument(
        "--edit",
        metavar="FILE",
        nargs="?",
        const="",
        help="replace the note by a file's text; without FILE, write it in your editor",
    )


def _export(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("folder", metavar="DIR")
    verb.add_argument("query", nargs="?", default="in:library", help="which papers; else all kept")
    verb.add_argument("--format", choices=("markdown",), default="markdown")
    verb.add_argument("--dry-run", action="store_true", help="only say what would be written")


def _import(verb: argparse.ArgumentParser) -> None:
    what = "BibTeX, RIS, CSL-JSON or Zotero RDF; PDFs, folders of them; OPML; saved pages"
    verb.add_argument("files", nargs="+", metavar="FILE", help=what)
    verb.add_argument("--date", type=day, help="the day of the page, as 2026-03-12")


def _index(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--rebuild", action="store_true", help="begin anew from the library")


def _backup(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="else in the folder of backups; a folder: plain files",
    )


def _restore(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", metavar="FILE", help="a backup, or the folder of a plain copy")
    verb.add_argument("--dry-run", action="store_true", help="only say what would differ")


def _doctor(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--fix", action="store_true", help="do what is listed, after a backup")


def _run(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("command", metavar="COMMAND", help="its id, such as paper.archive")
    verb.add_argument(
        "papers", nargs="*", default=[], metavar="ARG", help="the papers that it is about"
    )
    verb.add_argument(
        "--answer", action="append", default=[], metavar="TEXT", help="what it would ask for"
    )


_ARGUMENTS = {
    "fetch": _fetch,
    "list": _list,
    "show": _show,
    "add": _add,
    "search": _search,
    "tag": _tag,
    "state": _state,
    "note": _note,
    "export": _export,
    "import": _import,
    "index": _index,
    "backup": _backup,
    "restore": _restore,
    "doctor": _doctor,
    "run": _run,
}


def day(text: str) -> date:
    """A day, written as 2026-05-29."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        sentence = f"“{text}” is no day of the calendar: write it as 2026-05-29"
        raise argparse.ArgumentTypeError(sentence) from error


def count(text: str) -> int:
    """A number of things: one or more."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
