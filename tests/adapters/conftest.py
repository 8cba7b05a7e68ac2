"""The private sound server, for every test that needs to hear or be heard."""

import pytest
from PySide6.QtCore import QCoreApplication

from tests.adapters import sound_server as sound


@pytest.fixture
def sound_server(qapp: QCoreApplication) -> sound.SoundServer:
    if not sound.is_available():
        pytest.skip("PulseAudio is not installed: no virtual sound devices.")
    return sound.shared_sound_server()
