"""Records that lack a key, or have one too many, or a value of the wrong kind."""
