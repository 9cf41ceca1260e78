"""Lines of logs: slips that cannot be understood, or wait to be filed."""
