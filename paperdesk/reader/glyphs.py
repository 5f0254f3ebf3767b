"""How wide letters usually are, where a file tells the box of a word only.

Those of Times, in thousandths of its size: most papers are set in it or in
something like it, and what counts is only how the letters share their word.
"""

_ROWS = {
    200: "|", 250: ".,", 278: "ijlt:;/\\", 333: "frIJ!()[]-\u2010'`\u2018\u2019", 389: "s",
    408: '"', 444: "acez?\u201c\u201d", 480: "{}", 556: "FPS", 564: "+=<>~\u2212",
    611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYw", 778: "m&", 833: "%", 889: "M",
    921: "@", 944: "W", 1000: "\u2014\u2026",
}  # fmt: skip

_WIDTHS = {char: width for width, chars in _ROWS.items() for char in chars}

_USUAL = 500


def width(char: str) -> int:
    """How wide a letter usually is, beside others."""
    return _WIDTHS.get(char, _USUAL)
