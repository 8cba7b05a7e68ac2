"""What is kept: sessions, takes, transcripts, verdicts, in SQLite. No Qt."""

from mlprep_gui.store.store import Store

__all__ = ["Store"]
