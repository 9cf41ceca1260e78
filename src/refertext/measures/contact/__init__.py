"""Measures of meeting each other: one-to-ones, reviews, presentations, visitors."""
