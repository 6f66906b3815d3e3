"""The window, its panels, pop-ups, actions and theme."""
