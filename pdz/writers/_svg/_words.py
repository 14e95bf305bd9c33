# SPDX-License-Identifier: EUPL-1.2
"""How much room words take, and where their lines break. Estimates: whoever shows the drawing chooses the font."""

from pdz.writers._text import strip_forbidden

SIZE = 14
"""Pixels of all words in a chart."""
LINE = 18
"""Pixels from a line to the next."""

_EM = {
    0.28: "ijlI.,:;'’|!/ìí \u00a0",
    0.36: "ftr()-[]",
    0.58: "abcdeghknopqsuvxyzàèéòùJ0123456789€?*“”«»–_",
    0.70: "ABCEFHKLNPRSTUVXYZÀÈÉÙ&+=<>",
    0.80: "wDGOQÒ",
    0.92: "mMW%@—",
}
"""Letters by their width in ems of Arial, rounded up."""
_WIDTHS = {letter: width for width, letters in _EM.items() for letter in letters}
_UNKNOWN = 1.0


def measure(text: str) -> float:
    """Pixels of one line of text."""
    return SIZE * sum(_WIDTHS.get(letter, _UNKNOWN) for letter in text)


def wrap(text: str, width: float) -> list[str]:
    """Lines of `text` no wider than `width` pixels; a word that is wider is cut."""
    lines: list[str] = []
    line = ""
    for word in _split(text):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while measure(word) > width and len(word) > 1:
            cut = max(_fitting(word, width), 1)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    return [*lines, line] if line or not lines else lines


def longest_word(text: str) -> float:
    """Pixels of the widest word."""
    return max(map(measure, _split(text)), default=0.0)


def _split(text: str) -> list[str]:
    """The words; a no-break space does not part them."""
    return [word for word in strip_forbidden(text).replace("\n", " ").split(" ") if word]


def _fitting(word: str, width: float) -> int:
    """How many letters of `word` fit."""
    used = 0.0
    for count, letter in enumerate(word):
        used += SIZE * _WIDTHS.get(letter, _UNKNOWN)
        if used > width:
            return count
    return len(word)
