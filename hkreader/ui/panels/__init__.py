"""The side panel: indicators, tasks, and results beside targets."""
