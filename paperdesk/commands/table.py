"""Everything a person can do, one row each.

Menus, palette, keys, key help, `paperdesk run` and the manual page read this
table. Keys are alternatives separated by spaces; `gd` is g, then d.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from paperdesk.commands import (
    adding,
    aloud,
    bookmarks,
    bringing,
    caret,
    collections,
    columns,
    downloads,
    drawing,
    duplicates,
    editing,
    feed,
    filemarks,
    filling,
    go,
    history,
    identifiers,
    layouts,
    letters,
    linking,
    locks,
    look,
    lookup,
    marks,
    missing,
    network,
    notes,
    opinions,
    outlines,
    papers,
    pdfs,
    picking,
    pins,
    printing,
    reading,
    relating,
    remedies,
    revising,
    rules,
    safekeeping,
    scans,
    screen,
    seeking,
    sharing,
    side,
    sorting,
    sources,
    splits,
    tabs,
    times,
    trash,
    triage,
    versions,
    ways,
)
from paperdesk.commands.desk import Desk


class Menu(Enum):
    """The menus, in the order of the menu bar; a slash leads into a menu of a menu.

    No letter after & is one that a command has with Alt in the same place.
    """

    FILE = "&File"
    BRING = "&File/Bring &in"
    BACKUPS = "&File/&Backups"
    PAPER = "&Paper"
    READ = "&Paper/R&ead and unread"
    WEB = "&Paper/On the &web"
    COPY = "&Paper/&Copy"
    OPINION = "&Paper/&Rating and remark"
    PINS = "&Paper/&Pinned tags"
    VERSIONS = "&Paper/The PDF and its &versions"
    BIN = "&Paper/&Trash"
    TWINS = "&Paper/&Duplicates"
    LIKE = "&Paper/&Follow and mute"
    COLLECTION = "&Paper/C&ollections"
    RELATED = "&Paper/Re&lated papers"
    GO = "&Go"
    ROWS = "&Go/Se&lect papers"
    DAYS = "&Go/&Days, sources and rules"
    PAGE = "P&age"
    MOVE = "P&age/M&ove"
    LAYOUT = "P&age/&Layout"
    COLOURS = "P&age/&Colours"
    FIND = "P&age/&Find"
    PLACES = "P&age/&Bookmarks and letters"
    MARKS = "P&age/&Marks"
    INKS = "P&age/&Marks/&Colour"
    ALOUD = "P&age/Read &aloud"
    SIDE = "P&age/Be&side the page"
    TAB = "&Tab"
    NUMBER = "&Tab/Tab by &number"
    SELECT = "Se&lect"
    CARET = "Se&lect/&Move the caret"
    EXTEND = "Se&lect/&Select more or less"
    NOTE = "&Note"
    VIEW = "&View"
    TABLE = "&View/&Order and table"
    TIMES = "&View/&Reading times"
    HELP = "&Help"


class Where(Enum):
    """Where keys count."""

    ALWAYS = "always"
    """Also while typing: chords only."""

    DESK = "list and reader"
    LIST = "list"
    READER = "reader"
    CARET = "reader, with a caret"
    SIDE = "beside the page"
    MARK = "reader and beside the page"
    """Where a mark can be chosen."""

    CHOSEN = "where a mark is chosen"

    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do; the first line of `run`'s docstring is its help."""

    id: str
    title: str
    menu: Menu
    keys: str
    where: Where
    run: Callable[[Desk], None]
    then: Callable[[Desk, str], None] | None = None
    """What it does with the stroke after its key, for one that takes a letter; a menu asks."""
    choices: Callable[[Desk], tuple[tuple[str, str], ...]] | None = None
    """The strokes that `then` may be given, each with what it stands for."""
    counted: Callable[[Desk, int], None] | None = None
    """What it does with a count; one that has none of this is no more than repeated."""

    @property
    def help(self) -> str:
        """What it does, in a sentence."""
        return (self.run.__doc__ or "").strip().splitlines()[0]


# fmt: off
TABLE: tuple[Command, ...] = (
    #        id                    title                          menu        keys                    where         run
    Command("feed.refresh",        "Refresh this source",         Menu.FILE,  "r",                    Where.LIST,   feed.refresh),
    Command("feed.refresh-all",    "Refresh all sources",         Menu.FILE,  "F5 R",                 Where.DESK,   feed.refresh_all),
    Command("feed.add",            "Add a source…",               Menu.FILE,  "",                     Where.DESK,   adding.add),
    Command("feed.fields",         "Choose fields of research…",  Menu.FILE,  "",                     Where.DESK,   adding.choose_fields),
    Command("feed.search",         "Search Hugging Face and arXiv…", Menu.FILE, "",                   Where.DESK,   adding.search_away),
    Command("feed.keep-search",    "Keep this search",            Menu.FILE,  "",                     Where.DESK,   adding.keep_search),
    Command("feed.remove",         "Remove a source…",              Menu.FILE,  "",                     Where.DESK,   feed.remove),
    Command("feed.stop",           "Stop what is running",        Menu.FILE,  "",                     Where.DESK,   feed.stop),
    Command("feed.sources",        "Sources…",                    Menu.FILE,  "",                     Where.ALWAYS, sources.show),
    Command("feed.network",        "Network…",                    Menu.FILE,  "",                     Where.ALWAYS, network.show),
    Command("feed.look-versions",  "Look for new versions",       Menu.FILE,  "",                     Where.DESK,   versions.look),
    Command("feed.offline",        "Work offline",                Menu.FILE,  "",                     Where.ALWAYS, feed.toggle_offline),
    Command("feed.ask-links",      "Ask what links to papers looked at", Menu.FILE, "",               Where.ALWAYS, linking.toggle),
    Command("paper.add",           "Add paper by identifier…",    Menu.FILE,  "Ctrl+N a",             Where.ALWAYS, identifiers.add),
    Command("library.import",      "Import a bibliography…",      Menu.BRING,  "",                     Where.DESK,   bringing.bring),
    Command("library.add-pdfs",    "Add the PDFs of a folder…",   Menu.BRING,  "",                     Where.DESK,   pdfs.bring_folder),
    Command("library.seek-missing", "Look for missing PDFs",      Menu.BRING,  "",                     Where.DESK,   missing.seek),
    Command("page.import",         "Import a saved page…",        Menu.BRING,  "",                     Where.DESK,   feed.import_page),
    Command("feed.opml-import",    "Import sources (OPML)…",      Menu.BRING,  "",                     Where.DESK,   outlines.bring),
    Command("feed.opml-export",    "Save sources (OPML)…",        Menu.FILE,  "",                     Where.DESK,   outlines.save),
    Command("export.markdown",     "Export to Markdown…",         Menu.FILE,  "Ctrl+E",               Where.ALWAYS, sharing.export_selected),
    Command("export.all",          "Export all papers…",          Menu.FILE,  "Ctrl+Shift+E",         Where.ALWAYS, sharing.export_all),
    Command("export.annotated",    "Save annotated copy…",        Menu.FILE,  "",                     Where.DESK,   filemarks.save_copy),
    Command("page.print",          "Print…",                      Menu.FILE,  "Ctrl+P",               Where.READER, printing.print_paper),
    Command("page.print-plain",    "Print without marks…",        Menu.FILE,  "",                     Where.READER, printing.print_plain),
    Command("backup.take",         "Back up now",                 Menu.BACKUPS,  "",                     Where.ALWAYS, safekeeping.back_up),
    Command("backup.restore",      "Restore a backup…",           Menu.BACKUPS,  "",                     Where.ALWAYS, safekeeping.restore),
    Command("backup.plain",        "Keep a copy in plain files…", Menu.BACKUPS,  "",                     Where.ALWAYS, safekeeping.toggle_plain),
    Command("app.quit",            "Quit",                        Menu.FILE,  "Ctrl+Q",               Where.ALWAYS, screen.quit_program),

    Command("paper.open",          "Open in reader",              Menu.PAPER, "Return Enter",         Where.LIST,   reading.open_paper),
    Command("paper.next",          "Next paper of the list",      Menu.PAPER, "J",                    Where.DESK,   reading.next_paper),
    Command("paper.previous",      "Paper before in the list",    Menu.PAPER, "K",                    Where.DESK,   reading.previous_paper),
    Command("paper.archive",       "Archive, or dismiss",         Menu.PAPER, "e",                    Where.DESK,   papers.archive),
    Command("paper.later",         "Read later",                  Menu.PAPER, "l",                    Where.DESK,   papers.later),
    Command("paper.shortlist",     "Shortlist",                   Menu.PAPER, "s",                    Where.DESK,   papers.shortlist),
    Command("paper.inbox",         "Keep in the inbox",           Menu.PAPER, "i",                    Where.DESK,   papers.inbox),
    Command("paper.unread",        "Toggle unread",               Menu.READ, "u",                    Where.DESK,   papers.toggle_unread),
    Command("view.read",           "Mark view read",              Menu.READ, "A",                    Where.LIST,   triage.read_view),
    Command("view.read-above",     "Mark above read",             Menu.READ, "U",                    Where.LIST,   triage.read_above),
    Command("view.read-below",     "Mark below read",             Menu.READ, "",                     Where.LIST,   triage.read_below),
    Command("paper.progress",      "How far it is read…",         Menu.READ, "",                     Where.DESK,   times.say),
    Command("paper.tags",          "Tags…",                       Menu.PAPER, "t",                    Where.DESK,   papers.tags),
    Command("paper.edit",          "Edit details…",               Menu.PAPER, "E",                    Where.DESK,   editing.edit),
    Command("paper.rate-1",        "Rate 1 of 5",                 Menu.OPINION, "*1",                 Where.DESK,   opinions.rate_one),
    Command("paper.rate-2",        "Rate 2 of 5",                 Menu.OPINION, "*2",                 Where.DESK,   opinions.rate_two),
    Command("paper.rate-3",        "Rate 3 of 5",                 Menu.OPINION, "*3",                 Where.DESK,   opinions.rate_three),
    Command("paper.rate-4",        "Rate 4 of 5",                 Menu.OPINION, "*4",                 Where.DESK,   opinions.rate_four),
    Command("paper.rate-5",        "Rate 5 of 5",                 Menu.OPINION, "*5",                 Where.DESK,   opinions.rate_five),
    Command("paper.unrate",        "Take the rating off",         Menu.OPINION, "*0",                 Where.DESK,   opinions.unrate),
    Command("paper.flag",          "Flag, or take the flag off",  Menu.OPINION, "!",                  Where.DESK,   opinions.flag),
    Command("paper.remark",        "Remark under the title…",     Menu.OPINION, ";",                  Where.DESK,   opinions.remark),
    Command("paper.withdrawn",     "Mark as withdrawn",           Menu.OPINION, "",                   Where.DESK,   opinions.withdrawn),
    Command("paper.retracted",     "Mark as retracted",           Menu.OPINION, "",                   Where.DESK,   opinions.retracted),
    Command("paper.standing",      "Neither withdrawn nor retracted", Menu.OPINION, "",               Where.DESK,   opinions.standing),
    Command("tag.1",               "Pinned tag 1",                Menu.PINS, "1",                    Where.LIST,   pins.NTH[0]),
    Command("tag.2",               "Pinned tag 2",                Menu.PINS, "2",                    Where.LIST,   pins.NTH[1]),
    Command("tag.3",               "Pinned tag 3",                Menu.PINS, "3",                    Where.LIST,   pins.NTH[2]),
    Command("tag.4",               "Pinned tag 4",                Menu.PINS, "4",                    Where.LIST,   pins.NTH[3]),
    Command("tag.5",               "Pinned tag 5",                Menu.PINS, "5",                    Where.LIST,   pins.NTH[4]),
    Command("tag.6",               "Pinned tag 6",                Menu.PINS, "6",                    Where.LIST,   pins.NTH[5]),
    Command("tag.7",               "Pinned tag 7",                Menu.PINS, "7",                    Where.LIST,   pins.NTH[6]),
    Command("tag.8",               "Pinned tag 8",                Menu.PINS, "8",                    Where.LIST,   pins.NTH[7]),
    Command("tag.9",               "Pinned tag 9",                Menu.PINS, "9",                    Where.LIST,   pins.NTH[8]),
    Command("tag.clear",           "Clear pinned tags",           Menu.PINS, "0",                    Where.LIST,   pins.clear),
    Command("tag.pin",             "Pin a tag…",                  Menu.PINS, "",                     Where.DESK,   pins.pin),
    Command("tag.unpin",           "Unpin a tag…",                Menu.PINS, "",                     Where.DESK,   pins.unpin),
    Command("tag.move",            "Give a pinned tag another digit…", Menu.PINS, "",                Where.DESK,   pins.move),
    Command("tag.paint",           "Colour a pinned tag…",        Menu.PINS, "",                     Where.DESK,   pins.paint),
    Command("paper.propose",       "Details from the PDF…",       Menu.VERSIONS, "",                  Where.DESK,   pdfs.propose),
    Command("paper.trash",         "Move to the trash",           Menu.PAPER, "Del #",                Where.DESK,   papers.trash),
    Command("trash.show",          "What was thrown away…",       Menu.BIN,   "gX",                   Where.DESK,   trash.show),
    Command("trash.restore",       "Restore from the trash",      Menu.BIN,   "",                     Where.LIST,   trash.restore),
    Command("trash.empty",         "Empty the trash…",            Menu.BIN,   "",                     Where.DESK,   trash.empty),
    Command("trash.days",          "Days in the trash…",          Menu.BIN,   "",                     Where.DESK,   trash.set_days),
    Command("note.trash",          "Throw the note away",         Menu.BIN,   "",                     Where.DESK,   trash.throw_note),
    Command("paper.duplicates",    "Look for duplicates…",        Menu.TWINS, "g=",                   Where.DESK,   duplicates.look),
    Command("paper.merge",         "Merge selected papers…",      Menu.TWINS, "=",                    Where.LIST,   duplicates.merge),
    Command("paper.merge-at-once", "Merge without asking",        Menu.TWINS, "",                     Where.LIST,   duplicates.merge_at_once),
    Command("paper.apart",         "Not the same paper",          Menu.TWINS, "",                     Where.LIST,   duplicates.tell_apart),
    Command("paper.web",           "Open web page",               Menu.WEB, "o",                    Where.DESK,   papers.web_page),
    Command("paper.discussion",    "Open the discussion",         Menu.WEB, "gc",                   Where.DESK,   papers.discussion),
    Command("paper.links",         "Ask what links to it",        Menu.WEB, "",                     Where.DESK,   linking.ask),
    Command("paper.newest",        "Fetch the newest version",    Menu.VERSIONS, "",                     Where.DESK,   revising.newest),
    Command("paper.changes",       "What changed in the new version", Menu.VERSIONS, "V",                 Where.DESK,   versions.changes),
    Command("paper.version",       "Read another version…",       Menu.VERSIONS, "",                     Where.DESK,   versions.pick),
    Command("paper.ignore-version", "Ignore the new version",     Menu.VERSIONS, "",                     Where.DESK,   versions.ignore),
    Command("paper.download",      "Download PDF",                Menu.VERSIONS, "d",                    Where.LIST,   downloads.begin),
    Command("download.turn",       "Pause its download, or go on", Menu.VERSIONS, "",                    Where.DESK,   downloads.turn),
    Command("download.show",       "Downloads…",                  Menu.VERSIONS, "gD",                   Where.DESK,   downloads.show),
    Command("download.pause",      "Pause all downloads",         Menu.VERSIONS, "",                     Where.DESK,   downloads.pause),
    Command("download.resume",     "Go on with all downloads",    Menu.VERSIONS, "",                     Where.DESK,   downloads.resume),
    Command("paper.download-again", "Download the PDF again",     Menu.VERSIONS, "",                     Where.DESK,   remedies.download_again),
    Command("paper.forget-password", "Forget the PDF's password", Menu.VERSIONS, "",                     Where.DESK,   locks.forget_password),
    Command("copy.citation",       "Copy Markdown citation",      Menu.COPY,  "yy",                   Where.DESK,   sharing.copy_citation),
    Command("copy.key",            "Copy citation key",           Menu.COPY,  "yk",                   Where.DESK,   sharing.copy_key),
    Command("copy.link",           "Copy link",                   Menu.COPY,  "yl",                   Where.DESK,   sharing.copy_link),
    Command("copy.title",          "Copy title",                  Menu.COPY,  "yt",                   Where.DESK,   sharing.copy_title),
    Command("rule.follow",         "Follow…",                     Menu.LIKE,  "",                     Where.LIST,   rules.follow),
    Command("rule.mute",           "Mute papers like this…",      Menu.LIKE,  "M",                    Where.LIST,   rules.mute),
    Command("rule.of-paper",       "The rule that did this…",     Menu.LIKE,  "gm",                   Where.DESK,   rules.of_paper),
    Command("edit.undo",           "Undo",                        Menu.PAPER, "z Ctrl+Z",             Where.DESK,   papers.undo),
    Command("edit.redo",           "Redo",                        Menu.PAPER, "Z Ctrl+Shift+Z",       Where.DESK,   papers.redo),

    Command("edit.history",        "History…",                    Menu.PAPER, "gz",                   Where.DESK,   history.show),

    Command("collection.add",      "Put into a collection…",      Menu.COLLECTION, "C",               Where.DESK,   collections.add),
    Command("collection.take-out", "Take out of the collection",  Menu.COLLECTION, "X",               Where.LIST,   collections.take_out),
    Command("go.collection",       "Go to a collection…",         Menu.COLLECTION, "gC",              Where.DESK,   collections.go),
    Command("go.unsorted",         "Papers in no collection",     Menu.COLLECTION, "",                Where.DESK,   collections.unsorted),
    Command("collection.new",      "New collection…",             Menu.COLLECTION, "",                Where.DESK,   collections.new),
    Command("collection.new-within", "New collection within…",    Menu.COLLECTION, "",                Where.DESK,   collections.new_within),
    Command("collection.new-smart", "New smart collection…",      Menu.COLLECTION, "",                Where.DESK,   collections.new_smart),
    Command("collection.query",    "What a smart collection looks for…", Menu.COLLECTION, "",         Where.DESK,   collections.ask),
    Command("collection.rename",   "Rename a collection…",        Menu.COLLECTION, "",                Where.DESK,   collections.rename),
    Command("collection.move",     "Move a collection…",          Menu.COLLECTION, "",                Where.DESK,   collections.move),
    Command("collection.up",       "Move a collection up",        Menu.COLLECTION, "",                Where.DESK,   collections.up),
    Command("collection.down",     "Move a collection down",      Menu.COLLECTION, "",                Where.DESK,   collections.down),
    Command("collection.out",      "Move a collection out",       Menu.COLLECTION, "",                Where.DESK,   collections.out),
    Command("collection.own",      "Only what is in the collection itself", Menu.COLLECTION, "",      Where.DESK,   collections.own),
    Command("collection.delete",   "Delete a collection…",        Menu.COLLECTION, "",                Where.DESK,   collections.remove),

    Command("paper.relate",        "Relate to…",                  Menu.RELATED, "L",                  Where.DESK,   relating.relate),
    Command("paper.unrelate",      "No longer related to…",       Menu.RELATED, "",                   Where.DESK,   relating.unrelate),
    Command("go.related",          "Go to a related paper…",      Menu.RELATED, "gN",                 Where.DESK,   relating.go),

    Command("list.down",           "Down",                        Menu.GO,    "j Down",               Where.LIST,   go.down),
    Command("list.up",             "Up",                          Menu.GO,    "k Up",                 Where.LIST,   go.up),
    Command("list.first",          "First paper",                 Menu.GO,    "gg Home",              Where.LIST,   go.first, counted=go.row),
    Command("list.last",           "Last paper",                  Menu.GO,    "G End",                Where.LIST,   go.last, counted=go.row),
    Command("list.next-unread",    "Next unread",                 Menu.GO,    "n",                    Where.LIST,   go.next_unread),
    Command("list.previous-unread", "Previous unread",            Menu.GO,    "N",                    Where.LIST,   go.previous_unread),
    Command("list.select",         "Select",                      Menu.ROWS,    "x",                    Where.LIST,   go.select, counted=go.select_rows),
    Command("list.range",          "Select a range",              Menu.ROWS,    "v",                    Where.LIST,   go.select_range, counted=go.select_rows),
    Command("list.select-all",     "Select all",                  Menu.ROWS,    "Ctrl+A",               Where.LIST,   go.select_all),
    Command("list.scroll",         "Scroll the abstract, then next unread", Menu.GO, "Space",        Where.LIST,   triage.scroll_on),
    Command("list.scroll-back",    "Scroll the abstract back",    Menu.GO,    "Shift+Space",          Where.LIST,   triage.scroll_back),
    Command("list.late",           "What was added late",         Menu.DAYS,  "gL",                   Where.LIST,   triage.late),
    Command("go.kept",             "Kept of this view",           Menu.DAYS,  "gk",                   Where.LIST,   triage.kept),
    Command("go.next-source",      "Next source",                 Menu.DAYS,  "J",                    Where.LIST,   go.next_source),
    Command("go.previous-source",  "Source before",               Menu.DAYS,  "K",                    Where.LIST,   go.previous_source),
    Command("go.day",              "Today's papers",              Menu.DAYS,  "gd",                   Where.DESK,   go.newest_day),
    Command("go.previous-day",     "Previous day, week or month", Menu.DAYS,  "[",                    Where.LIST,   go.previous_day),
    Command("go.next-day",         "Next day, week or month",     Menu.DAYS,  "]",                    Where.LIST,   go.next_day),
    Command("go.week",             "This week",                   Menu.DAYS,  "",                     Where.DESK,   go.week),
    Command("go.month",            "This month",                  Menu.DAYS,  "",                     Where.DESK,   go.month),
    Command("go.trending",         "Trending",                    Menu.DAYS,  "gt",                   Where.DESK,   adding.trending),
    Command("go.inbox",            "Inbox",                       Menu.GO,    "gi",                   Where.DESK,   go.inbox),
    Command("go.later",            "Later",                       Menu.GO,    "gl",                   Where.DESK,   go.later),
    Command("go.shortlist",        "Shortlist",                   Menu.GO,    "gs",                   Where.DESK,   go.shortlist),
    Command("go.archive",          "Archive",                     Menu.GO,    "ge",                   Where.DESK,   go.archive),
    Command("go.all",              "All papers",                  Menu.GO,    "ga",                   Where.DESK,   go.all_papers),
    Command("go.marks",            "Marks of the library",        Menu.GO,    "gH",                   Where.DESK,   marks.browse),
    Command("go.new-versions",     "New versions",                Menu.GO,    "gv",                   Where.DESK,   versions.show_new),
    Command("go.trash",            "Trash",                       Menu.GO,    "",                     Where.DESK,   go.trash),
    Command("go.search",           "Search everything",           Menu.GO,    "Ctrl+Shift+F",         Where.ALWAYS, go.search),
    Command("go.search-here",      "Search",                      Menu.GO,    "/ Ctrl+K Ctrl+F",      Where.DESK,   go.search),
    Command("go.back-layer",       "Back to the list",            Menu.GO,    "q",                    Where.DESK,   go.leave),
    Command("times.fill",          "Fill some minutes…",          Menu.GO,    "",                     Where.DESK,   filling.fill_minutes),
    Command("list.filter",         "Filter, or make a smart feed…", Menu.GO,  "F",                    Where.LIST,   rules.narrow),
    Command("rule.edit",           "Edit this smart feed…",       Menu.DAYS,  "",                     Where.LIST,   rules.edit_shown),
    Command("rule.manage",         "Rules…",                      Menu.DAYS,  "gR",                   Where.DESK,   rules.manage),
    Command("go.command",          "Command line",                Menu.GO,    ":",                    Where.DESK,   screen.palette),

    Command("page.down",           "Scroll down",                 Menu.MOVE,  "j Down",               Where.READER, reading.down),
    Command("page.up",             "Scroll up",                   Menu.MOVE,  "k Up",                 Where.READER, reading.up),
    Command("page.screen-down",    "Screen down",                 Menu.MOVE,  "Space PgDown",         Where.READER, reading.screen_down),
    Command("page.screen-up",      "Screen up",                   Menu.MOVE,  "Shift+Space PgUp",     Where.READER, reading.screen_up),
    Command("page.half-down",      "Half a screen down",          Menu.MOVE,  "Ctrl+D",               Where.READER, reading.half_down),
    Command("page.half-up",        "Half a screen up",            Menu.MOVE,  "Ctrl+U",               Where.READER, reading.half_up),
    Command("page.next",           "Next page",                   Menu.MOVE,  ".",                    Where.READER, reading.next_page),
    Command("page.previous",       "Previous page",               Menu.MOVE,  ",",                    Where.READER, reading.previous_page),
    Command("page.first",          "First page",                  Menu.MOVE,  "gg Home",              Where.READER, reading.first_page, counted=reading.page),
    Command("page.last",           "Last page",                   Menu.MOVE,  "G End",                Where.READER, reading.last_page, counted=reading.page),
    Command("page.contents",       "Contents",                    Menu.PAGE,  "T",                    Where.READER, ways.contents),
    Command("page.thumbnails",     "Pages in little",             Menu.PAGE,  "gp",                   Where.READER, ways.thumbnails),
    Command("page.next-section",   "Next section",                Menu.MOVE,  "]",                    Where.READER, ways.next_section),
    Command("page.previous-section", "Previous section",          Menu.MOVE,  "[",                    Where.READER, ways.previous_section),
    Command("page.go-to",          "Go to page…",                 Menu.MOVE,  "Ctrl+Alt+G",           Where.READER, ways.go_to_page),
    Command("page.fit-width",      "Fit width",                   Menu.LAYOUT, "w",                    Where.READER, layouts.fit_width),
    Command("page.fit-text",       "Fit text",                    Menu.LAYOUT, "W",                    Where.READER, layouts.fit_text),
    Command("page.fit-page",       "Fit page",                    Menu.LAYOUT, "",                     Where.READER, layouts.fit_page),
    Command("page.two",            "Two pages side by side",      Menu.LAYOUT, "d",                    Where.READER, layouts.two_pages),
    Command("page.cover",          "First page alone",            Menu.LAYOUT, "",                     Where.READER, layouts.cover),
    Command("page.more-columns",   "More pages side by side",     Menu.LAYOUT, "",                     Where.READER, layouts.more_columns),
    Command("page.fewer-columns",  "Fewer pages side by side",    Menu.LAYOUT, "",                     Where.READER, layouts.fewer_columns),
    Command("page.trim",           "Trim margins",                Menu.LAYOUT, "",                     Where.READER, layouts.trim),
    Command("page.turn-right",     "Rotate clockwise",            Menu.LAYOUT, "",                     Where.READER, layouts.turn_clockwise),
    Command("page.turn-left",      "Rotate anticlockwise",        Menu.LAYOUT, "",                     Where.READER, layouts.turn_anticlockwise),
    Command("page.ruler",          "Reading ruler",               Menu.PAGE,  "r",                    Where.READER, layouts.ruler),
    Command("page.larger",         "Zoom in",                     Menu.LAYOUT, "+ Ctrl++",             Where.READER, reading.larger),
    Command("page.smaller",        "Zoom out",                    Menu.LAYOUT, "- Ctrl+-",             Where.READER, reading.smaller),
    Command("page.actual-size",    "Actual size",                 Menu.LAYOUT, "= Ctrl+0",             Where.READER, reading.actual_size),
    Command("page.find",           "Find in this paper",          Menu.FIND,  "Ctrl+F /",             Where.READER, reading.find),
    Command("page.next-match",     "Next match",                  Menu.FIND,  "n F3",                 Where.READER, reading.next_match),
    Command("page.previous-match", "Previous match",              Menu.FIND,  "N Shift+F3",           Where.READER, reading.previous_match),
    Command("find.case",           "Find: match case",            Menu.FIND,  "Alt+C",                Where.READER, seeking.match_case),
    Command("find.words",          "Find: whole words",           Menu.FIND,  "Alt+W",                Where.READER, seeking.whole_words),
    Command("find.regex",          "Find: regular expression",    Menu.FIND,  "Alt+R",                Where.READER, seeking.regular_expression),
    Command("find.section",        "Find in this section",        Menu.FIND,  "Alt+S",                Where.READER, seeking.in_section),
    Command("find.pages",          "Find in pages…",              Menu.FIND,  "",                     Where.READER, seeking.in_pages),
    Command("page.back",           "Back",                        Menu.PAGE,  "Backspace Alt+Left",   Where.READER, reading.back),
    Command("page.forward",        "Forward",                     Menu.PAGE,  "Shift+Backspace Alt+Right", Where.READER, reading.forward),
    Command("page.follow",         "Follow a link by its letters", Menu.PAGE, "f",                    Where.READER, picking.follow_link),
    Command("page.try-again",      "Try again",                   Menu.PAGE,  "Ctrl+R",               Where.READER, remedies.try_again),
    Command("mark.set",            "Set mark…",                   Menu.PLACES, "m",                    Where.READER, letters.put, letters.put_as, letters.known),
    Command("mark.go",             "Go to mark…",                 Menu.PLACES, "'",                    Where.READER, letters.visit, letters.visit_at, letters.reachable),
    Command("bookmark.add",        "Add bookmark…",               Menu.PLACES, "b",                    Where.READER, bookmarks.add),
    Command("bookmark.list",       "Bookmarks of this paper",     Menu.PLACES, "gb",                   Where.MARK,   bookmarks.show),
    Command("bookmark.all",        "Bookmarks of the library…",   Menu.PLACES, "gB",                   Where.DESK,   bookmarks.show_all),
    Command("bookmark.rename",     "Rename the bookmark…",        Menu.PLACES, "F2",                   Where.SIDE,   bookmarks.rename),
    Command("bookmark.drop",       "Delete the bookmark",         Menu.PLACES, "Del",                  Where.SIDE,   bookmarks.drop),
    Command("page.copy",           "Copy the selected text",      Menu.PAGE,  "Ctrl+C",               Where.READER, reading.copy_text),
    Command("page.copy-quote",     "Copy as a quote",             Menu.PAGE,  "yq",                   Where.READER, picking.copy_quote),
    Command("page.copy-region",    "Copy a region as an image",   Menu.PAGE,  "yr",                   Where.READER, picking.copy_region),
    Command("page.highlight",      "Highlight the selected text", Menu.MARKS, "h",                    Where.READER, marks.highlight),
    Command("page.underline",      "Underline the selected text", Menu.MARKS, "_",                    Where.READER, marks.underline),
    Command("page.highlight-comment", "Highlight and comment",    Menu.MARKS, "H",                    Where.READER, marks.highlight_and_comment),
    Command("page.capture",        "Capture an area",             Menu.MARKS, "a",                    Where.READER, drawing.capture),
    Command("page.write",          "Write on the page",           Menu.MARKS, "",                     Where.READER, drawing.write),
    Command("page.draw",           "Draw on the page",            Menu.MARKS, "",                     Where.READER, drawing.draw),
    Command("mark.move",           "Move or resize the mark",     Menu.MARKS, "",                     Where.CHOSEN, drawing.move),
    Command("page.yellow",         "Mark yellow",                 Menu.INKS,  "1",                    Where.MARK,   marks.yellow),
    Command("page.green",          "Mark green",                  Menu.INKS,  "2",                    Where.MARK,   marks.green),
    Command("page.blue",           "Mark blue",                   Menu.INKS,  "3",                    Where.MARK,   marks.blue),
    Command("page.pink",           "Mark pink",                   Menu.INKS,  "4",                    Where.MARK,   marks.pink),
    Command("page.orange",         "Mark orange",                 Menu.INKS,  "5",                    Where.MARK,   marks.orange),
    Command("page.purple",         "Mark purple",                 Menu.INKS,  "6",                    Where.MARK,   marks.purple),
    Command("page.red",            "Mark red",                    Menu.INKS,  "7",                    Where.MARK,   marks.red),
    Command("page.grey",           "Mark grey",                   Menu.INKS,  "8",                    Where.MARK,   marks.grey),
    Command("mark.name-colour",    "Name a colour…",              Menu.INKS,  "",                     Where.MARK,   marks.name_colour),
    Command("mark.list",           "Marks of this paper",         Menu.MARKS, "gh",                   Where.MARK,   marks.show),
    Command("mark.comment",        "Comment on the mark",         Menu.MARKS, "c",                    Where.CHOSEN, marks.comment),
    Command("mark.tags",           "Tags of the mark…",           Menu.MARKS, "t",                    Where.CHOSEN, marks.tag),
    Command("mark.cited",          "Go to the note that cites the mark", Menu.MARKS, "",              Where.CHOSEN, marks.cited),
    Command("mark.next",           "Next mark",                   Menu.MARKS, "Alt+Down",             Where.MARK,   marks.next_mark),
    Command("mark.previous",       "Mark before",                 Menu.MARKS, "Alt+Up",               Where.MARK,   marks.previous_mark),
    Command("page.drop-highlight", "Remove the mark",             Menu.MARKS, "Del",                  Where.CHOSEN, marks.drop),

    Command("page.adopt",          "Adopt the marks in the PDF",  Menu.MARKS, "",                     Where.READER, filemarks.adopt_all),

    Command("page.theme",          "Next page theme",             Menu.COLOURS, "D",                    Where.READER, look.next_theme),
    Command("page.reading-mode",   "Reading mode",                Menu.PAGE,  "Ctrl+Alt+R",           Where.READER, look.reading_mode),
    Command("page.read-aloud",     "Read aloud, or pause",        Menu.ALOUD, "F9",                   Where.READER, aloud.read_aloud),
    Command("page.stop-reading",   "Stop reading aloud",          Menu.ALOUD, "Shift+F9",             Where.READER, aloud.stop),
    Command("page.next-sentence",  "Next sentence aloud",         Menu.ALOUD, "Ctrl+Right",           Where.READER, aloud.next_sentence),
    Command("page.previous-sentence", "Sentence before aloud",    Menu.ALOUD, "Ctrl+Left",            Where.READER, aloud.previous_sentence),
    Command("page.make-searchable", "Make scans searchable",      Menu.PAGE,  "",                     Where.READER, scans.make_searchable),
    Command("page.auto",           "Pages as the window",         Menu.COLOURS, "",                     Where.ALWAYS, look.auto),
    Command("page.light",          "Light pages",                 Menu.COLOURS, "",                     Where.ALWAYS, look.light),
    Command("page.sepia",          "Sepia pages",                 Menu.COLOURS, "",                     Where.ALWAYS, look.sepia),
    Command("page.dark",           "Dark pages",                  Menu.COLOURS, "",                     Where.ALWAYS, look.dark),
    Command("page.black",          "Black pages",                 Menu.COLOURS, "",                     Where.ALWAYS, look.black),
    Command("page.own",            "Pages in your own colours…",  Menu.COLOURS, "",                     Where.ALWAYS, look.own),
    Command("page.figures",        "Recolour figures too",        Menu.COLOURS, "",                     Where.ALWAYS, look.toggle_figures),

    Command("select.keys",         "Select by keyboard",          Menu.SELECT, "v",                   Where.READER, caret.find_word),
    Command("caret.word",          "Go to a word",                Menu.SELECT, "f",                   Where.CARET,  caret.find_word),
    Command("caret.select",        "Begin to select here",        Menu.SELECT, "v",                   Where.CARET,  caret.anchor),
    Command("caret.keep",          "Keep the selection",          Menu.SELECT, "Return Enter",        Where.CARET,  caret.keep),
    Command("caret.leave",         "Let go",                      Menu.SELECT, "Esc",                 Where.CARET,  caret.let_go),
    Command("caret.right",         "Next letter",                 Menu.CARET,  "Right",               Where.CARET,  caret.right),
    Command("caret.left",          "Letter before",               Menu.CARET,  "Left",                Where.CARET,  caret.left),
    Command("caret.down",          "Next line",                   Menu.CARET,  "Down",                Where.CARET,  caret.down),
    Command("caret.up",            "Line before",                 Menu.CARET,  "Up",                  Where.CARET,  caret.up),
    Command("caret.next-word",     "Next word",                   Menu.CARET,  "w Ctrl+Right",        Where.CARET,  caret.next_word),
    Command("caret.word-before",   "Word before",                 Menu.CARET,  "b Ctrl+Left",         Where.CARET,  caret.word_before),
    Command("caret.next-sentence", "Next sentence",               Menu.CARET,  "s )",                 Where.CARET,  caret.next_sentence),
    Command("caret.sentence-before", "Sentence before",           Menu.CARET,  "(",                   Where.CARET,  caret.sentence_before),
    Command("caret.next-paragraph", "Next paragraph",             Menu.CARET,  "p } Ctrl+Down",       Where.CARET,  caret.next_paragraph),
    Command("caret.paragraph-before", "Paragraph before",         Menu.CARET,  "{ Ctrl+Up",           Where.CARET,  caret.paragraph_before),
    Command("caret.line-start",    "Beginning of the line",       Menu.CARET,  "Home",                Where.CARET,  caret.line_start),
    Command("caret.line-end",      "End of the line",             Menu.CARET,  "End",                 Where.CARET,  caret.line_end),
    Command("select.web",          "Search the web for the selection…", Menu.SELECT, "",              Where.READER, lookup.search_web),
    Command("select.engines",      "Search engines…",             Menu.SELECT, "",                    Where.READER, lookup.edit_engines),
    Command("select.right",        "Select a letter more",        Menu.EXTEND, "Shift+Right",         Where.READER, caret.extend_right),
    Command("select.left",         "Select a letter less",        Menu.EXTEND, "Shift+Left",          Where.READER, caret.extend_left),
    Command("select.down",         "Select a line more",          Menu.EXTEND, "Shift+Down",          Where.READER, caret.extend_down),
    Command("select.up",           "Select a line less",          Menu.EXTEND, "Shift+Up",            Where.READER, caret.extend_up),
    Command("select.next-word",    "Select a word more",          Menu.EXTEND, "Ctrl+Shift+Right",    Where.READER, caret.extend_next_word),
    Command("select.word-before",  "Select a word less",          Menu.EXTEND, "Ctrl+Shift+Left",     Where.READER, caret.extend_word_before),
    Command("select.next-paragraph", "Select a paragraph more",   Menu.EXTEND, "Ctrl+Shift+Down",     Where.READER, caret.extend_next_paragraph),
    Command("select.paragraph-before", "Select a paragraph less", Menu.EXTEND, "Ctrl+Shift+Up",       Where.READER, caret.extend_paragraph_before),
    Command("select.line-start",   "Select to the line's beginning", Menu.EXTEND, "Shift+Home",       Where.READER, caret.extend_line_start),
    Command("select.line-end",     "Select to the line's end",    Menu.EXTEND, "Shift+End",           Where.READER, caret.extend_line_end),

    Command("side.down",           "Next row",                    Menu.SIDE,  "j Down",               Where.SIDE,   side.down),
    Command("side.up",             "Row before",                  Menu.SIDE,  "k Up",                 Where.SIDE,   side.up),
    Command("side.first",          "First row",                   Menu.SIDE,  "gg Home",              Where.SIDE,   side.first),
    Command("side.last",           "Last row",                    Menu.SIDE,  "G End",                Where.SIDE,   side.last),
    Command("side.choose",         "Go there",                    Menu.SIDE,  "Return Enter",         Where.SIDE,   side.choose),
    Command("side.filter",         "Filter this list",            Menu.SIDE,  "/ Ctrl+F",             Where.SIDE,   side.narrow),
    Command("side.contents",       "Contents, or put them away",  Menu.SIDE,  "T",                    Where.SIDE,   ways.contents),
    Command("side.thumbnails",     "Pages in little, or put them away", Menu.SIDE, "gp",              Where.SIDE,   ways.thumbnails),
    Command("side.leave",          "Back to the pages",           Menu.SIDE,  "q",                    Where.SIDE,   side.leave),
    Command("changes.new",         "Go to the change in the new version", Menu.SIDE, "",              Where.SIDE,   versions.visit_new),
    Command("changes.old",         "Go to the change in the old version", Menu.SIDE, "o",             Where.SIDE,   versions.visit_old),
    Command("changes.copy",        "Copy what changed as Markdown", Menu.SIDE, "yc",                  Where.SIDE,   versions.copy),
    Command("side.hide",           "Hide what is beside the pages", Menu.SIDE, "",                    Where.READER, side.put_away),

    Command("tab.pick",            "Quick-open paper…",           Menu.TAB,   "Ctrl+O",               Where.ALWAYS, tabs.pick),
    Command("tab.next",            "Next tab",                    Menu.TAB,   "Ctrl+Tab",             Where.ALWAYS, tabs.following),
    Command("tab.previous",        "Previous tab",                Menu.TAB,   "Ctrl+Shift+Tab",       Where.ALWAYS, tabs.previous),
    Command("tab.close",           "Close tab",                   Menu.TAB,   "Ctrl+W",               Where.ALWAYS, tabs.close),
    Command("tab.reopen",          "Reopen closed tab",           Menu.TAB,   "",                     Where.ALWAYS, tabs.reopen),
    Command("split.beside",        "Split side by side",          Menu.TAB,   "Ctrl+\\",              Where.ALWAYS, splits.beside),
    Command("split.below",         "Split one above the other",   Menu.TAB,   "",                     Where.ALWAYS, splits.below),
    Command("split.close",         "Close the other view",        Menu.TAB,   "",                     Where.ALWAYS, splits.close),
    Command("split.other",         "Other view",                  Menu.TAB,   "Ctrl+F6",              Where.ALWAYS, splits.other),
    Command("tab.1",               "First tab",                   Menu.NUMBER, "Ctrl+1",               Where.ALWAYS, tabs.NTH[0]),
    Command("tab.2",               "Second tab",                  Menu.NUMBER, "Ctrl+2",               Where.ALWAYS, tabs.NTH[1]),
    Command("tab.3",               "Third tab",                   Menu.NUMBER, "Ctrl+3",               Where.ALWAYS, tabs.NTH[2]),
    Command("tab.4",               "Fourth tab",                  Menu.NUMBER, "Ctrl+4",               Where.ALWAYS, tabs.NTH[3]),
    Command("tab.5",               "Fifth tab",                   Menu.NUMBER, "Ctrl+5",               Where.ALWAYS, tabs.NTH[4]),
    Command("tab.6",               "Sixth tab",                   Menu.NUMBER, "Ctrl+6",               Where.ALWAYS, tabs.NTH[5]),
    Command("tab.7",               "Seventh tab",                 Menu.NUMBER, "Ctrl+7",               Where.ALWAYS, tabs.NTH[6]),
    Command("tab.8",               "Eighth tab",                  Menu.NUMBER, "Ctrl+8",               Where.ALWAYS, tabs.NTH[7]),
    Command("tab.9",               "Last tab",                    Menu.NUMBER, "Ctrl+9",               Where.ALWAYS, tabs.NTH[8]),

    Command("note.write",          "Write a note",                Menu.NOTE,  "c",                    Where.DESK,   notes.write),
    Command("note.quote",          "Quote in the note",           Menu.NOTE,  "Alt+Return",           Where.ALWAYS, notes.quote),
    Command("note.preview",        "Preview the note",            Menu.NOTE,  "Ctrl+Shift+M",         Where.ALWAYS, notes.preview),

    Command("note.bold",           "Bold",                        Menu.NOTE,  "Ctrl+B",               Where.NOTE,   notes.embolden),
    Command("note.italic",         "Italic",                      Menu.NOTE,  "Ctrl+I",               Where.NOTE,   notes.italicise),
    Command("note.find",           "Find beside the note",        Menu.NOTE,  "Ctrl+F",               Where.NOTE,   notes.find),
    Command("note.lead",           "Page follows the note",       Menu.NOTE,  "",                     Where.ALWAYS, notes.lead),
    Command("note.done",           "Back to the paper",           Menu.NOTE,  "Ctrl+Return",          Where.NOTE,   notes.done),

    Command("view.palette",        "Command palette",             Menu.VIEW,  "Ctrl+Shift+P",         Where.ALWAYS, screen.palette),
    Command("view.press",          "Press something by its letters", Menu.VIEW, "f",                  Where.DESK,   screen.press),
    Command("view.sidebar",        "Sidebar",                     Menu.VIEW,  "F7",                   Where.ALWAYS, screen.toggle_sidebar),
    Command("view.list",           "List",                        Menu.VIEW,  "Ctrl+F7",              Where.ALWAYS, screen.toggle_list),
    Command("view.notes",          "Notes pane",                  Menu.VIEW,  "F8",                   Where.ALWAYS, screen.toggle_notes),
    Command("view.table",          "Table or cards",              Menu.VIEW,  "T",                    Where.LIST,   columns.toggle_table),
    Command("view.columns",        "Columns of the table…",       Menu.TABLE,  "",                     Where.LIST,   columns.choose_columns),
    Command("view.sort",           "Sort by the column of the cursor", Menu.TABLE, "",                 Where.LIST,   columns.sort_here),
    Command("view.order",          "Order of the view…",          Menu.TABLE,  "S",                    Where.LIST,   sorting.choose),
    Command("view.sort-by",        "Sort by a column…",           Menu.TABLE,  "",                     Where.LIST,   columns.choose_sort),
    Command("view.sort-further",   "Sort further by a column…",   Menu.TABLE,  "",                     Where.LIST,   columns.choose_further),
    Command("view.group",          "Group the view…",             Menu.TABLE,  "",                     Where.LIST,   columns.choose_group),
    Command("view.column-left",    "Move the column to the left", Menu.TABLE,  "",                     Where.LIST,   columns.move_left),
    Command("view.column-right",   "Move the column to the right", Menu.TABLE, "",                     Where.LIST,   columns.move_right),
    Command("view.preview",        "Preview of the paper",        Menu.VIEW,  "p",                    Where.LIST,   screen.toggle_preview),
    Command("view.pictures",       "Pictures on cards",           Menu.VIEW,  "",                     Where.ALWAYS, screen.toggle_pictures),
    Command("view.full-screen",    "Full screen",                 Menu.VIEW,  "F11",                  Where.ALWAYS, screen.toggle_full_screen),
    Command("view.present",        "Presentation",                Menu.VIEW,  "",                     Where.READER, layouts.present),
    Command("view.next-pane",      "Next pane",                   Menu.VIEW,  "F6",                   Where.ALWAYS, screen.next_pane),
    Command("view.previous-pane",  "Previous pane",               Menu.VIEW,  "Shift+F6",             Where.ALWAYS, screen.previous_pane),
    Command("view.tray",           "Stay in the tray when closed", Menu.VIEW, "",                      Where.ALWAYS, screen.toggle_tray),
    Command("times.year",          "Reading time…",               Menu.TIMES,  "",                     Where.ALWAYS, times.show),
    Command("times.measure",       "Measure reading times",       Menu.TIMES,  "",                     Where.ALWAYS, times.toggle),
    Command("times.delete",        "Delete reading times…",       Menu.TIMES,  "",                     Where.ALWAYS, times.forget),
    Command("view.light",          "Light theme",                 Menu.VIEW,  "",                     Where.ALWAYS, screen.light),
    Command("view.dark",           "Dark theme",                  Menu.VIEW,  "",                     Where.ALWAYS, screen.dark),
    Command("view.system",         "The system's theme",          Menu.VIEW,  "",                     Where.ALWAYS, screen.system),

    Command("help.keys",           "Keys of this pane",           Menu.HELP,  "? F1",                 Where.DESK,   screen.keys),
    Command("library.check",       "Check the library…",          Menu.HELP,  "",                     Where.ALWAYS, safekeeping.check),
    Command("index.rebuild",       "Rebuild the search index",    Menu.HELP,  "",                     Where.ALWAYS, screen.rebuild_index),
)
# fmt: on

RESERVED: dict[Where, dict[str, str]] = {
    Where.ALWAYS: {
        "Ctrl+Shift+N": "New note",
        "Ctrl+,": "Settings",
    },
    Where.DESK: {
        "O": "Open in external viewer",
        "yb": "Copy BibTeX",
        "gr": "Recommended",
        "gn": "Notes",
    },
    Where.LIST: {
        "+": "Interested",
        "-": "Not interested",
    },
    Where.READER: {
        "Return": "Peek at the reference on the line",
        "F": "Pick a reference by hint",
        "p": "Pin the peeked target",
    },
}
"""Keys kept for what later versions do; pressed now, they say so."""


def command(name: str) -> Command | None:
    """The command with this id."""
    return next((row for row in TABLE if row.id == name), None)
