# SPDX-License-Identifier: EUPL-1.2
"""The style and the script that every page carries."""

import re

import pytest

from pdz.resources import resource_folder

FILES = sorted((resource_folder("templates") / "html").iterdir())
COLOURS = (resource_folder("templates") / "html" / "colori.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_can_stand_inside_the_page_and_asks_for_nothing(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert text.startswith("/* SPDX-License-Identifier: EUPL-1.2 */\n")
    assert "\r" not in text
    forbidden = r"</|<!--|https?:|@import|url\(|\b(eval|fetch|innerHTML|outerHTML|insertAdjacentHTML|localStorage)\b"
    assert re.findall(forbidden, text) == []


def palette(part: str) -> dict[str, str]:
    """The colours of a block of colori.css, `#rgb` written out."""
    found = re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", part)
    return {name: value if len(value) == 6 else "".join(digit * 2 for digit in value) for name, value in found}


LIGHT, DARK, PRINT = (palette(part) for part in COLOURS.split("@media"))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_what_wcag_says_it_is() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.478, abs=0.001)


GROUNDS = ("fondo", "fondo-2", "gruppo")
TEXTS = [(text, ground) for ground in GROUNDS for text in ("testo", "titolo")]
TEXTS += [(text, ground) for ground in ("fondo", "fondo-2") for text in ("testo-2", "link", "link-visto")]
TEXTS += [("testata-testo", "testata"), ("trovato-testo", "trovato"), ("trovato-testo", "trovato-ora")]


@pytest.mark.parametrize("theme", [LIGHT, DARK, LIGHT | PRINT], ids=["chiaro", "scuro", "stampa"])
def test_texts_stand_out_from_every_ground(theme: dict[str, str]) -> None:
    faint = [(*pair, contrast(theme[pair[0]], theme[pair[1]])) for pair in TEXTS]
    assert [pair for pair in faint if pair[2] < 4.5] == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["chiaro", "scuro"])
def test_edges_of_controls_and_the_focus_can_be_seen(theme: dict[str, str]) -> None:
    assert [name for name in ("bordo", "fuoco") if contrast(theme[name], theme["fondo"]) < 3] == []


def test_both_themes_name_the_same_colours() -> None:
    assert list(LIGHT) == list(DARK)
    assert set(PRINT) <= set(LIGHT)


def test_every_colour_that_is_used_is_there() -> None:
    used = {name for path in FILES for name in re.findall(r"var\(--([\w-]+)\)", path.read_text(encoding="utf-8"))}
    assert used == set(LIGHT)
