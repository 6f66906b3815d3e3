"""A second text beside the first: which, how both scroll together, and the bar above it."""
