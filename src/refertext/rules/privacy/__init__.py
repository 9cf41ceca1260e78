"""What must not stand in files that everybody can read, because git never forgets."""
