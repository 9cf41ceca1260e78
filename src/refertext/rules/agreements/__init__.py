"""Ground rules, and who signed them."""
