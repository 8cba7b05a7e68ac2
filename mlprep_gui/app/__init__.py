"""Qt without widgets: jobs, controllers and wiring."""
