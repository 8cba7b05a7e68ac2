"""Voice and recogniser adapters, each in a process of its own, and the model files they need."""
