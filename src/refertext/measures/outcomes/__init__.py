"""Measures of what became of it."""
