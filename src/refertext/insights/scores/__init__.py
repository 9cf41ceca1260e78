"""Scores by score tables (profiles), and the cheapest way up."""
