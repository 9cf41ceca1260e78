"""Rules: group to problems. One rule a file, in the folder of its family."""
