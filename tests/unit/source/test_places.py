# SPDX-License-Identifier: EUPL-1.2
"""From a path in the data back to file, line, column and span."""

from collections.abc import Callable

import pytest

from pdz.findings import Location, Path
from pdz.rules._draft import make_draft
from pdz.source import Source

MakeSource = Callable[..., Source]


PIANO = """\
# primo rigo
titolo: "Piano di zona"
includi: ['*.yaml']
ambito:
  nome: Lodi
  comuni: [{nome: Uno, istat: 015146}, {nome: Due}]
esiti:
  - id: E1
    testo: |
      Prima {{ a }} riga
      seconda {{ a }} e {{ b }}
  - {id: E2, testo: testi/e2.md}
tabelle:
  - id: t
    dati: dati.csv
"""
FILES = {
    "altri.yaml": 'esiti:\n  - {id: E3,\n     testo: "dice \\"{{ b }}\\" e \'c\'"}\n  - id: E4\n',
    "testi/e2.md": "Uno\nDue {{ a }} tre {{ a }}\n",
    "dati.csv": 'comune;n;nota\nUno; 12 ;"a;b"\n\nDue;34;{{ a }} e {{ a }}\n',
}


@pytest.fixture
def source(read: MakeSource) -> Source:
    made = read(PIANO, **FILES)
    assert made.findings == []
    return made


def cut(source: Source, place: Location) -> str:
    """The text under the span."""
    return source.files[place.file].line(place.line)[place.column - 1 : place.end_column - 1]


@pytest.mark.parametrize(
    ("path", "file", "line", "under"),
    [
        (("titolo",), "piano.yaml", 2, '"Piano di zona"'),
        (("ambito", "nome"), "piano.yaml", 5, "Lodi"),
        (("ambito",), "piano.yaml", 4, "ambito"),
        (("ambito", "comuni", 0, "istat"), "piano.yaml", 6, "015146"),
        (("ambito", "comuni", 1), "piano.yaml", 6, "{nome: Due}"),
        (("ambito", "comuni", 1, "istat"), "piano.yaml", 6, "{nome: Due}"),
        (("ambito", "comuni", 7), "piano.yaml", 6, "comuni"),
        (("esiti", 0, "id"), "piano.yaml", 8, "E1"),
        (("esiti", 0, "testo"), "piano.yaml", 9, "|"),
        (("esiti", 1, "testo"), "piano.yaml", 12, "testi/e2.md"),
        (("esiti", 2, "id"), "altri.yaml", 2, "E3"),
        (("esiti", 2), "altri.yaml", 2, "{id: E3,"),
        (("esiti", 3, "id"), "altri.yaml", 4, "E4"),
        (("esiti", 9), "piano.yaml", 7, "esiti"),
        (("tabelle", 0, "dati"), "piano.yaml", 15, "dati.csv"),
        (("tabelle", 0, "dati", 0, "comune"), "dati.csv", 2, "Uno"),
        (("tabelle", 0, "dati", 0, "n"), "dati.csv", 2, "12"),
        (("tabelle", 0, "dati", 0, "nota"), "dati.csv", 2, '"a;b"'),
        (("tabelle", 0, "dati", 1, "n"), "dati.csv", 4, "34"),
        (("tabelle", 0, "dati", 1), "dati.csv", 4, "Due;34;{{ a }} e {{ a }}"),
        (("tabelle", 0, "dati", 1, "manca"), "dati.csv", 4, "Due;34;{{ a }} e {{ a }}"),
        (("tabelle", 0, "dati", 9, "n"), "dati.csv", 1, "c"),
        ((), "piano.yaml", 1, "#"),
        (("manca", "del", "tutto"), "piano.yaml", 1, "#"),
    ],
)
def test_every_path_leads_to_what_the_author_wrote(
    source: Source, path: Path, file: str, line: int, under: str
) -> None:
    place = source.locate(path)
    assert (place.file, place.line) == (file, line)
    assert cut(source, place) == under


@pytest.mark.parametrize(
    ("path", "under"),
    [
        (("titolo",), "titolo"),
        (("ambito", "nome"), "nome"),
        (("esiti", 2, "testo"), "testo"),
        (("esiti", 3), "id: E4"),
        (("tabelle", 0, "dati"), "dati"),
    ],
)
def test_on_key_means_the_key(source: Source, path: Path, under: str) -> None:
    assert cut(source, source.locate(path, on_key=True)) == under


@pytest.mark.parametrize(
    ("path", "words", "nth", "file", "line", "column"),
    [
        (("esiti", 0, "testo"), "{{ a }}", 0, "piano.yaml", 10, 13),
        (("esiti", 0, "testo"), "{{ a }}", 1, "piano.yaml", 11, 15),
        (("esiti", 0, "testo"), "{{ b }}", 0, "piano.yaml", 11, 25),
        (("esiti", 1, "testo"), "{{ a }}", 1, "testi/e2.md", 2, 17),
        (("esiti", 2, "testo"), "{{ b }}", 0, "altri.yaml", 3, 21),
        (("esiti", 2, "testo"), '"{{ b }}"', 0, "altri.yaml", 3, 19),
        (("tabelle", 0, "dati", 1, "nota"), "{{ a }}", 1, "dati.csv", 4, 18),
    ],
)
def test_a_part_of_a_text(source: Source, path: Path, words: str, nth: int, file: str, line: int, column: int) -> None:
    text: str = next(text for found, text in walk(source) if found == path)
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    place = source.locate_text(path, start, len(words))
    assert (place.file, place.line, place.column) == (file, line, column)
    assert cut(source, place).replace("\\", "") == words


def walk(source: Source) -> list[tuple[Path, str]]:
    return list(make_draft(source.data).texts)


def test_a_part_that_is_broken_over_two_lines_is_marked_on_the_first(read: MakeSource) -> None:
    source = read("a: >\n  Una frase {{\n  x }} piegata.\n")
    text = source.data["a"]
    place = source.locate_text(("a",), text.index("{{"), len("{{ x }}"))
    assert (place.line, place.column, place.end_column) == (2, 13, 15)


def test_a_part_of_what_is_not_a_text_is_the_whole(source: Source) -> None:
    assert source.locate_text(("ambito",), 0, 3) == source.locate(("ambito",))
    assert source.locate_text(("esiti", 0, "manca"), 0, 3) == source.locate(("esiti", 0, "manca"))


def test_positions_count_characters_not_bytes(read: MakeSource) -> None:
    source = read("à: {è: 👍👍, ì: שלום}\n")
    assert cut(source, source.locate(("à", "ì"))) == "שלום"
    assert source.locate(("à", "ì")).column == 15


def test_a_duplicate_key_names_both_places(read: MakeSource) -> None:
    source = read("includi: [b.yaml]\nautore: a\n", **{"b.yaml": "titolo: x\nautore: b\n"})
    (finding,) = source.findings
    assert finding.location == Location("b.yaml", 2, 1, 7)
    assert finding.related == Location("piano.yaml", 2, 1, 7)
