"""Dialogs: keys, about, crash."""
