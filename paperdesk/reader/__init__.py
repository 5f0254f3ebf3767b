"""Reading: where things lie on the pages, what is wanted of them, what a hand selects.

Pure logic over the values of `domain`; the screen (`ui.reader`) paints it.
"""
