"""What is owed: one topic a module, each with all open debts of its kind."""
