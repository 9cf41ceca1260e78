"""Measures of what is handed over."""
