"""Insights: what the numbers mean for what to do next: due, cycles, profiles, matches, fit, agenda."""
