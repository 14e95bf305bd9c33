# SPDX-License-Identifier: EUPL-1.2
"""Colours, hatchings, dashes and markers of the series: dark and light in turn, and never colour alone."""

from typing import Literal, NamedTuple


class Area(NamedTuple):
    """A colour of bars and slices."""

    fill: str
    ink: Literal["chiara", "scura"]
    """Of the hatching over it."""


class Stroke(NamedTuple):
    """How the line of a series looks."""

    dashes: str
    marker: str
    """A path around {x}, {y}."""


AREAS = (
    Area("#004080", "chiara"),
    Area("#F0A830", "scura"),
    Area("#1F7A70", "chiara"),
    Area("#E8CBDD", "scura"),
    Area("#8C2D5A", "chiara"),
    Area("#BCD9F0", "scura"),
    Area("#555555", "chiara"),
    Area("#D5E29C", "scura"),
)

PATTERNS = (
    "",
    "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "M0 4L8 4",
    "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    "M4 0L4 8",
    "M0 4L8 4M4 0L4 8",
    "M0 0L8 8M8 0L0 8",
    "M2 3.4L2 4.6M6 7.4L6 8M6 0L6 0.6",
)
"""Hatchings, on squares of eight pixels; the first is none."""


def look_of(serie: int) -> tuple[int, int]:
    """The colour and the hatching of a series: no two of the first 64 are alike, and no neighbour has its colour."""
    turn = serie // len(AREAS)
    return (serie + 3 * turn) % len(AREAS), (serie + 6 * turn) % len(PATTERNS)


LINES = ("#004080", "#B85300", "#1F7A70", "#8C2D5A", "#555555", "#6B5B00", "#4B3F9E", "#A01010")
"""Each at least 4,5 to 1 on white."""

_CIRCLE = "M{x:.2f} {y:.2f}m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z"
_SQUARE = "M{x:.2f} {y:.2f}m-4.2 -4.2h8.4v8.4h-8.4z"
_TRIANGLE = "M{x:.2f} {y:.2f}m0 -5.5l5.5 9.5h-11z"
_DIAMOND = "M{x:.2f} {y:.2f}m0 -6l6 6l-6 6l-6 -6z"
STROKES = (
    Stroke("", _CIRCLE),
    Stroke("8 4", _SQUARE),
    Stroke("3 3", _TRIANGLE),
    Stroke("10 3 3 3", _DIAMOND),
    Stroke("8 4", _CIRCLE),
    Stroke("", _SQUARE),
    Stroke("10 3 3 3", _TRIANGLE),
    Stroke("3 3", _DIAMOND),
)
