"""Numbers as words."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def number_word(number: int) -> str:
    """Return a number up to twelve as a word, a greater one in figures."""
    words = (
        translate("Numbers", "no"),
        translate("Numbers", "one"),
        translate("Numbers", "two"),
        translate("Numbers", "three"),
        translate("Numbers", "four"),
        translate("Numbers", "five"),
        translate("Numbers", "six"),
        translate("Numbers", "seven"),
        translate("Numbers", "eight"),
        translate("Numbers", "nine"),
        translate("Numbers", "ten"),
        translate("Numbers", "eleven"),
        translate("Numbers", "twelve"),
    )
    return words[number] if 0 <= number < len(words) else str(number)
