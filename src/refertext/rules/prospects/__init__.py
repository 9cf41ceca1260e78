"""Prospects: who is known, wished for, approached together, and may be kept here."""
