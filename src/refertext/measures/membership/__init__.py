"""Measures of the membership."""
