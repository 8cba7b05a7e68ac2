"""How a command ends."""

DONE, FINDINGS, BAD_INPUT = 0, 1, 2
