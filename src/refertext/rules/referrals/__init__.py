"""What is wrong with something handed over, or with what became of it."""
