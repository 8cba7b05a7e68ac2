"""Compare an answer with the key points of its question.

Nothing is imported here: only `assess` and what it needs load numpy, and the window reads `heard_as` without it.
"""
