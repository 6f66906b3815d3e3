"""Records and errors that every other room speaks in; standard library only."""
