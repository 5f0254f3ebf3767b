"""Processes of our own that meet what strangers made: spoken to, shut in, ended.

`child` is one of them as its parent sees it, `life` how it begins on its own
side, `wire` what they say to each other, `checks` what of that is believed.
"""
