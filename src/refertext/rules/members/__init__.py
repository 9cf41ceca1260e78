"""Members: who they are to the group, and whether the others can refer them."""
