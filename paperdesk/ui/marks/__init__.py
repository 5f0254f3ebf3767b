"""Marks as lists: beside the pages of a paper, and of the whole library."""
