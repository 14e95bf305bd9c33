# SPDX-License-Identifier: EUPL-1.2
"""Long texts and long lists in the report for people: told shortly, nothing false."""

from pathlib import Path

from pdz import source
from pdz.cli._compare._righe import WIDTH, render_lines, render_list
from pdz.cli._compare._valori import format_value, format_words
from pdz.pipeline.compare import Lettura

WORDS = " ".join(f"parola{number}" for number in range(100))


def test_a_text_written_anew_is_told_by_its_length() -> None:
    other = " ".join(f"altra{number}" for number in range(90))
    assert format_words(WORDS, other) == "riscritto per intero: da 100 a 90 parole"
    assert format_words(WORDS * 20, other) == "riscritto per intero: da 1.981 a 90 parole"


def test_half_of_the_words_left_is_not_written_anew() -> None:
    half = " ".join(WORDS.split()[:50])
    assert format_words(WORDS, half).startswith("… parola47 parola48 parola49 [-parola50 ")
    assert format_words(WORDS, " ".join(WORDS.split()[:49])) == "riscritto per intero: da 100 a 49 parole"


def test_a_short_text_is_always_shown() -> None:
    assert format_words("uno due", "tre quattro") == "[-uno due-] {+tre quattro+}"


def test_the_word_before_a_change_has_not_changed() -> None:
    assert format_words("persone sole", "persone sole e loro familiari") == "persone sole {+e loro familiari+}"
    assert format_words("uno  due", "uno due") == "cambiano soltanto gli spazi"


def test_of_many_changes_the_first_are_shown() -> None:
    other = " ".join("x" if number % 10 == 0 else f"parola{number}" for number in range(100))
    shown = format_words(WORDS, other)
    assert shown.count("[-") == shown.count("{+") == 4
    assert shown.endswith("e altre 12 modifiche (100 parole prima, 100 dopo)")


def test_a_long_value_says_how_long_it_is() -> None:
    assert format_value(WORDS).endswith("… (100 parole)")
    assert format_value("Una frase breve") == "Una frase breve"


def test_a_list_keeps_to_the_width() -> None:
    names = [f"cosa_{number} «Nome della cosa»" for number in range(40)]
    lines = [*render_list("entrano cose (40)", names, "    ")]
    assert max(map(len, lines)) <= WIDTH
    assert {line[: len("       ")] for line in lines[1:]} == {"       "}
    assert " ".join(line.strip() for line in lines) == f"entrano cose (40): {', '.join(names)}"


def test_lines_of_the_files_in_runs(tmp_path: Path) -> None:
    (tmp_path / "piano.yaml").write_text("includi: [altro.yaml]\nenti:\n- {id: a}\n- {id: b}\n\n- {id: c}\n")
    (tmp_path / "altro.yaml").write_text("organi:\n- {id: x}\n")
    side = Lettura("piano", source.load(tmp_path))
    paths = [("enti", 0), ("enti", 1), ("enti", 2), ("organi", 0)]
    assert [*render_lines(side, paths, "  ")] == ["  piano/piano.yaml: righe 3-4, 6", "  piano/altro.yaml: riga 2"]
