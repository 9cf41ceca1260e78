"""Partnerships: two members and the five steps they take together."""
