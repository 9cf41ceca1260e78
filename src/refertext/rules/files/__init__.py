"""What is wrong with files before anything in them is understood."""
