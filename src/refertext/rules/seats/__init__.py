"""Exclusivity: one seat, one member."""
