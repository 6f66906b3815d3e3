"""The keys in force: those of the table, and the user's own over them."""
