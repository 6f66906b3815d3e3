"""QObjects without widgets: session, jobs, settings."""
