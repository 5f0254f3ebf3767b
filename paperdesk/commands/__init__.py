"""What a person can do: one table, one row per command, no Qt."""
