"""Question packs: read, check, search, and choose the questions of a round."""

from mlprep_gui.bank.choose import Choice, Order, choose
from mlprep_gui.bank.inline import inline_question
from mlprep_gui.bank.library import Library, load_library
from mlprep_gui.bank.reader import PackReading, read_pack

__all__ = ["Choice", "Library", "Order", "PackReading", "choose", "inline_question", "load_library", "read_pack"]
