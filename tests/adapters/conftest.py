"""The private sound server, for every test that needs to hear or be heard."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication

from tests.adapters import sound_server as sound


@pytest.fixture
def sound_server(qapp: QCoreApplication) -> sound.SoundServer:
    if not sys.platform.startswith("linux"):
        pytest.skip("Virtual sound devices are a thing of PulseAudio on Linux.")
    return sound.shared_sound_server()
