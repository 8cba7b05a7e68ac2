"""What the allocator keeps after heavy work."""

import ctypes
import sys


def give_back() -> None:
    """Return freed memory to the system where the allocator of the C library would keep it; takes milliseconds."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, other C libraries do not need it
        if trim is not None:
            trim(0)
