"""What is wrong with days, in any kind of record."""
