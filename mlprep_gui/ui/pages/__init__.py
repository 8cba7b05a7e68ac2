"""One page a file: set_state in, signals out."""
