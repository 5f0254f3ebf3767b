"""The kinds of places that papers come from, each read in its own way."""
