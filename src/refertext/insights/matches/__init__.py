"""Who would want whom: prospects for members, candidates for the group."""
