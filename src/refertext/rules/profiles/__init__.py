"""Score tables of the group's own."""
