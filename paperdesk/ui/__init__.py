"""The screen: it shows what the rooms hold, and decides nothing."""
