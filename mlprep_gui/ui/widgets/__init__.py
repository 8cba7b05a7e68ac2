"""Widgets with every state: rest, hover, pressed, focus, disabled."""
