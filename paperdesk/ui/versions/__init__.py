"""What changed between two versions of a paper, as a list and word for word."""
