"""MLPrep: practise machine-learning interviews aloud, on your own computer."""

__version__ = "0.1.0"
