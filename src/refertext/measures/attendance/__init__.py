"""Measures of attendance at group meetings."""
