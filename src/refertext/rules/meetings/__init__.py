"""What is wrong with how the group and its members meet."""
