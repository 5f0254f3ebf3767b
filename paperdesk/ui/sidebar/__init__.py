"""The sidebar: days, states, sources and tags, to go to."""
