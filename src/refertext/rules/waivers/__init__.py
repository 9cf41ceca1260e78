"""Recorded exceptions to rules."""
