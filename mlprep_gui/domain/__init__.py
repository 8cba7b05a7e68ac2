"""The values of MLPrep: frozen, typed, and free of Qt and of I/O."""
