# SPDX-License-Identifier: EUPL-1.2
"""How much room words take, and where their lines break. Estimates: whoever shows the drawing chooses the font."""

from collections.abc import Iterator

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
        *full, line = _cut(word, width)
        lines += full
    return [*lines, line] if line or not lines else lines


def longest_word(text: str) -> float:
    """Pixels of the widest word."""
    return max(map(measure, _split(text)), default=0.0)


def _split(text: str) -> list[str]:
    """The words; a no-break space does not part them."""
    return [word for word in strip_forbidden(text).replace("\n", " ").split(" ") if word]


def _cut(word: str, width: float) -> Iterator[str]:
    """`word` in pieces that fit, each of one letter at least."""
    piece, used = "", 0.0
    for letter in word:
        room = SIZE * _WIDTHS.get(letter, _UNKNOWN)
        if piece and used + room > width:
            yield piece
            piece, used = "", 0.0
        piece += letter
        used += room
    yield piece
