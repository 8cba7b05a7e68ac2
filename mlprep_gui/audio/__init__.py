"""Microphone and loudspeaker: Qt Multimedia behind the ports. `wav` and `levels` are free of Qt."""
